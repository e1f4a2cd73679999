import type { ObjectRef } from '#shared/model.ts'

/** One open object above the text: a source, a claim or a note. */
export interface Tab {
  object: ObjectRef
  /** A tab of its own stays; the one that is not is taken by the next object that is looked at. */
  own: boolean
}

/** The open tabs in their order, and those that were closed, the last one last. */
export interface Tabs {
  open: readonly Tab[]
  closed: readonly { tab: Tab; index: number }[]
}

export const noTabs: Tabs = { open: [], closed: [] }

const mostClosed = 30

export function sameObject(a: ObjectRef | null, b: ObjectRef | null): boolean {
  return a?.kind === b?.kind && a?.id === b?.id
}

/** Where an object's tab stands; -1 where it has none. */
export function tabIndex({ open }: Tabs, object: ObjectRef | null): number {
  return open.findIndex((tab) => sameObject(tab.object, object))
}

/**
 * Makes sure that `object` has a tab: its own where it was asked for, otherwise it takes the place of the one tab that
 * is nobody's own. A new tab stands behind the `active` one. A tab that is its own remains so.
 */
export function withTab(tabs: Tabs, active: ObjectRef | null, object: ObjectRef, own: boolean): Tabs {
  const at = tabIndex(tabs, object)
  const before = tabs.open[at]
  if (before) {
    if (before.own || !own) return tabs
    return { ...tabs, open: tabs.open.with(at, { object, own }) }
  }
  const tab = { object, own }
  const passing = own ? -1 : tabs.open.findIndex((other) => !other.own)
  if (passing >= 0) return { ...tabs, open: tabs.open.with(passing, tab) }
  const behind = tabIndex(tabs, active)
  const index = behind < 0 ? tabs.open.length : behind + 1
  return { ...tabs, open: tabs.open.toSpliced(index, 0, tab) }
}

/** Closes a tab; it can be opened again. */
export function withoutTab(tabs: Tabs, object: ObjectRef): Tabs {
  const index = tabIndex(tabs, object)
  const tab = tabs.open[index]
  if (!tab) return tabs
  return {
    open: tabs.open.toSpliced(index, 1),
    closed: [...tabs.closed, { tab, index }].slice(-mostClosed),
  }
}

/** What one sees when the tab of `object` goes: the next tab that stays, or else the one before it. */
export function neighbour(
  { open }: Tabs,
  object: ObjectRef,
  isGone: (object: ObjectRef) => boolean = () => false,
): ObjectRef | null {
  const index = open.findIndex((tab) => sameObject(tab.object, object))
  const stays = (tab: Tab): boolean => !sameObject(tab.object, object) && !isGone(tab.object)
  const next = open.slice(index + 1).find(stays) ?? open.slice(0, Math.max(index, 0)).findLast(stays)
  return next?.object ?? null
}

/** Opens the tab that was closed last where it stood, as one of its own. Gives it beside the tabs; null where there is none. */
export function reopened(tabs: Tabs): { tabs: Tabs; object: ObjectRef } | null {
  const last = tabs.closed.at(-1)
  if (!last) return null
  const { object } = last.tab
  const rest = { ...tabs, closed: tabs.closed.slice(0, -1) }
  if (tabIndex(rest, object) >= 0) return { tabs: withTab(rest, null, object, true), object }
  const open = rest.open.toSpliced(last.index, 0, { object, own: true })
  return { tabs: { ...rest, open }, object }
}

/** Moves a tab to the place before the one that stands at `to`; `to` may be the number of tabs. */
export function moved(tabs: Tabs, object: ObjectRef, to: number): Tabs {
  const from = tabIndex(tabs, object)
  const tab = tabs.open[from]
  if (!tab) return tabs
  const open = tabs.open.toSpliced(from, 1)
  return { ...tabs, open: open.toSpliced(to > from ? to - 1 : to, 0, { ...tab, own: true }) }
}

/** Forgets objects that are no more, among the closed ones too. The same tabs where none of them was among them. */
export function forgotten(tabs: Tabs, isGone: (object: ObjectRef) => boolean): Tabs {
  const open = tabs.open.filter(({ object }) => !isGone(object))
  const closed = tabs.closed.filter(({ tab }) => !isGone(tab.object))
  const same = open.length === tabs.open.length && closed.length === tabs.closed.length
  return same ? tabs : { open, closed }
}

/** The tab `by` places further, round at the ends; null where there are none. */
export function stepped({ open }: Tabs, active: ObjectRef | null, by: 1 | -1): ObjectRef | null {
  const at = open.findIndex((tab) => sameObject(tab.object, active))
  const next = at < 0 ? (by > 0 ? 0 : open.length - 1) : (at + by + open.length) % open.length
  return open[next]?.object ?? null
}
