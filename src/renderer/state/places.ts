import type { StateCreator } from 'zustand'
import type { ObjectRef } from '#shared/model.ts'
import { leaveReader, leftAt, readingAt } from './readers.ts'
import { type SearchShown, searchShown, showSearch } from './searchShown.ts'
import { neighbour, noTabs, reopened, sameObject, type Tabs, withoutTab, withTab } from './tabs.ts'
import { startTrail, stepBack, stepForward, type Trail, visit } from './trail.ts'

export const views = [
  'read',
  'claims',
  'matrix',
  'graph',
  'timeline',
  'inbox',
  'notes',
  'annotations',
] as const
/** The views one chooses by their tabs; the comparison of two sources, opened from one of them; and what a search found. */
export type View = (typeof views)[number] | 'comparison' | 'search'

/**
 * Where in the view a passage comes to stand. `resume` is a line to read on from: it comes first in view, does not flash,
 * and is no place of its own.
 */
export type Shown = 'middle' | 'top' | 'resume'

/** A passage to scroll to and flash. `nonce` differs each time, so that the same passage can be asked for again. */
export interface Target {
  start: number
  end: number
  nonce: number
  show: Shown
}

/** One place in the window, as back and forward know it. */
export interface Place {
  view: View
  /** What stands open in the Read view: the object of the active tab. */
  object: ObjectRef | null
  claimId: string | null
  noteId: string | null
  target: Target | null
  /** Where one read when one left the place; null while one is there, and where nothing is read. */
  at: number | null
  /** The two sources that stand side by side in the comparison. */
  compared: { leftId: string; rightId: string } | null
  /** What the search view showed when one left it; null where one is not in it, or was not yet. */
  search: SearchShown | null
}

export const nowhere: Place = {
  view: 'read',
  object: null,
  claimId: null,
  noteId: null,
  target: null,
  at: null,
  compared: null,
  search: null,
}

export interface OpenOptions {
  /** In a tab of its own, not the one that the next source takes. */
  own?: boolean
  /** Lets the passage stand at the top of the view, as a heading does. */
  atTop?: boolean
}

export interface PlacesSlice extends Place {
  tabs: Tabs
  trail: Trail<Place>
  /** Goes somewhere else, which Back leaves again. */
  goTo(change: Partial<Place>): void
  setView(view: View): void
  openSource(id: string, range?: { start: number; end: number }, options?: OpenOptions): void
  openClaim(id: string): void
  openNote(id: string): void
  openComparison(leftId: string, rightId: string): void
  /** Shows a source, a claim or a note in a tab of the Read view. */
  openTab(object: ObjectRef, options?: OpenOptions): void
  closeTab(object: ObjectRef): void
  reopenTab(): void
  setTabs(change: (tabs: Tabs) => Tabs): void
  back(): void
  forward(): void
}

let nonce = 0

/** Something to scroll to, told from what was asked for before. */
export function targetOf(range: { start: number; end: number }, show: Shown = 'middle'): Target {
  nonce += 1
  return { start: range.start, end: range.end, nonce, show }
}

function samePlace(a: Place, b: Place): boolean {
  const sameObjects = sameObject(a.object, b.object) && a.claimId === b.claimId && a.noteId === b.noteId
  const samePair = a.compared?.leftId === b.compared?.leftId && a.compared?.rightId === b.compared?.rightId
  const sameSearch = a.search?.text === b.search?.text
  return a.view === b.view && sameObjects && samePair && sameSearch && jumpOf(a) === jumpOf(b)
}

/** Where a place was jumped to; reading on from somewhere makes no place of its own. */
function jumpOf({ target }: Place): number | null {
  return target && target.show !== 'resume' ? target.start : null
}

/** Where one reads on in an object that one was in before. */
function readOn(object: ObjectRef | null): Target | null {
  const offset = object?.kind === 'source' ? leftAt(object.id) : null
  return offset === null ? null : targetOf({ start: offset, end: offset }, 'resume')
}

/** The trail with what one looks at right now noted at its present place, so that coming back shows it again. */
function noted(trail: Trail<Place>): Trail<Place> {
  if (trail.here.view === 'search') return { ...trail, here: { ...trail.here, search: searchShown() } }
  return withReading(trail)
}

/** The trail with where one reads right now noted at its present place, so that coming back comes back there. */
function withReading(trail: Trail<Place>): Trail<Place> {
  const { view, object } = trail.here
  if (view !== 'read' || object?.kind !== 'source') return trail
  const at = readingAt('main', object.id)
  if (at === null) return trail
  leaveReader(object.id, at)
  return { ...trail, here: { ...trail.here, at } }
}

export const createPlaces: StateCreator<PlacesSlice> = (set, get) => {
  const go = (change: Partial<Place>, tabs: Tabs = get().tabs): void => {
    const trail = noted(get().trail)
    const place: Place = { ...trail.here, target: null, at: null, search: null, ...change }
    set({ ...place, tabs, trail: visit(trail, place, samePlace) })
  }
  /** Back and forward: the object gets its tab back, and one reads on where one was. */
  const revisit = (step: (trail: Trail<Place>) => Trail<Place>): void => {
    const trail = step(noted(get().trail))
    const { object, target, at, search } = trail.here
    if (search) showSearch(search)
    const tabs = object ? withTab(get().tabs, get().object, object, false) : get().tabs
    const resumed =
      at !== null ? targetOf({ start: at, end: at }, 'resume') : target && targetOf(target, target.show)
    set({ ...trail.here, tabs, target: resumed ?? readOn(object), trail })
  }
  return {
    ...nowhere,
    tabs: noTabs,
    trail: startTrail(nowhere),
    goTo: (change) => go(change),
    setView: (view) => go({ view, target: view === 'read' ? readOn(get().object) : null }),
    openSource: (id, range, { own = false, atTop = false } = {}) => {
      const object = { kind: 'source', id } as const
      if (!range) {
        get().openTab(object, { own })
        return
      }
      go(
        { view: 'read', object, target: targetOf(range, atTop ? 'top' : 'middle') },
        withTab(get().tabs, get().object, object, own),
      )
    },
    openClaim: (id) => go({ view: 'claims', claimId: id }),
    openNote: (id) => go({ view: 'notes', noteId: id }),
    openComparison: (leftId, rightId) => go({ view: 'comparison', compared: { leftId, rightId } }),
    openTab: (object, { own = false } = {}) => {
      const tabs = withTab(get().tabs, get().object, object, own)
      const stands = get().view === 'read' && sameObject(get().object, object)
      if (stands) set({ tabs })
      else go({ view: 'read', object, target: readOn(object) }, tabs)
    },
    closeTab: (object) => {
      const { tabs } = get()
      const rest = withoutTab(tabs, object)
      if (!sameObject(get().object, object)) {
        set({ tabs: rest })
        return
      }
      const next = neighbour(tabs, object)
      go({ object: next, target: readOn(next) }, rest)
    },
    reopenTab: () => {
      const found = reopened(get().tabs)
      if (found) go({ view: 'read', object: found.object, target: readOn(found.object) }, found.tabs)
    },
    setTabs: (change) => set(({ tabs }) => ({ tabs: change(tabs) })),
    back: () => revisit(stepBack),
    forward: () => revisit(stepForward),
  }
}
