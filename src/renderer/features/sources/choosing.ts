/** How a row is taken: alone; besides the others; or with all between it and where one began. */
export type How = 'only' | 'toggle' | 'range'

export interface Choice {
  /** The row that keys are about. */
  active: string | null
  /** Where a range begins. */
  anchor: string | null
  /** The rows that are selected; several, or none: a single one is the source that stands open. */
  chosen: ReadonlySet<string>
}

export const noChoice: Choice = { active: null, anchor: null, chosen: new Set() }

/**
 * The choice after a row is taken. `shown` is the source that stands open: it is part of what is chosen until another
 * one is. A choice of one is none: that one is to be opened, which `open` says.
 */
export function taken(
  ids: readonly string[],
  choice: Choice,
  id: string,
  how: How,
  shown: string | null,
): { choice: Choice; open: string | null } {
  if (how === 'only') return { choice: { active: id, anchor: id, chosen: new Set() }, open: id }
  const before = choice.chosen.size > 0 || shown === null ? choice.chosen : new Set([shown])
  const anchor = choice.anchor ?? shown ?? id
  const chosen = how === 'range' ? between(ids, anchor, id) : toggled(before, id)
  const next = { active: id, anchor: how === 'range' ? anchor : id, chosen }
  if (chosen.size > 1) return { choice: next, open: null }
  const [only = null] = chosen
  return { choice: { ...next, chosen: new Set() }, open: only }
}

function toggled(chosen: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

function between(ids: readonly string[], anchor: string, id: string): Set<string> {
  const [a, b] = [ids.indexOf(anchor), ids.indexOf(id)]
  if (a < 0) return new Set([id])
  return new Set(ids.slice(Math.min(a, b), Math.max(a, b) + 1))
}

/** The row that a key leads to from the one at `index`, of `count`, `page` of which are in sight; null for other keys. */
export function rowAfter(key: string, index: number, count: number, page: number): number | null {
  const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1 }[key]
  const paged = { PageDown: index + page, PageUp: index - page }[key]
  const target = to ?? paged
  if (target === undefined || count === 0) return null
  return Math.min(count - 1, Math.max(0, target))
}
