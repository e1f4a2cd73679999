import { replaceEqualDeep } from '@tanstack/react-query'
import type { Annotation, SourceSummary } from '#shared/model.ts'

/** What stands in a list that the window holds and follows. */
interface Listed {
  id: string
}

/** The list with what is now known of `ids`: those that are not in `fresh` are gone. What did not change stays the same object. */
export function withFresh<Item extends Listed>(
  known: readonly Item[],
  ids: readonly string[],
  fresh: readonly Item[],
  order: (a: Item, b: Item) => number,
): Item[] {
  const asked = new Set(ids)
  const rest = known.filter(({ id }) => !asked.has(id))
  // A list that was in order is merged with few in one walk, where sorting it would compare everything.
  const coming = [...fresh].sort(order)
  const all: Item[] = []
  let next = 0
  for (const item of rest) {
    for (let first = coming[next]; first && order(first, item) < 0; first = coming[++next]) all.push(first)
    all.push(item)
  }
  return all.concat(coming.slice(next))
}

/**
 * A list with the very objects of the one before wherever they say the same, found by id: by place, one more at the
 * beginning would make all that follow new ones.
 */
export function sharedById(before: unknown, now: unknown): unknown {
  if (!isList(before) || !isList(now)) return now
  const byId = new Map(before.map((item) => [item.id, item]))
  const shared = now.map((item) => replaceEqualDeep(byId.get(item.id), item))
  const same = shared.length === before.length && shared.every((item, index) => item === before[index])
  return same ? before : shared
}

function isList(value: unknown): value is readonly Listed[] {
  return Array.isArray(value)
}

/** The order of `sources.list`. */
export function byArrival(a: SourceSummary, b: SourceSummary): number {
  return compare(a.importedAt, b.importedAt) || compare(a.id, b.id)
}

/** The order of `annotations.list`. */
export function byText(a: Annotation, b: Annotation): number {
  return compare(a.sourceId, b.sourceId) || a.start - b.start || a.end - b.end || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
