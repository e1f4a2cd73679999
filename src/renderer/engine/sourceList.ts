import type { SourceSummary } from '#shared/model.ts'

/** The list with what is now known of `ids`: those that are not in `fresh` are gone. */
export function withFresh(
  known: readonly SourceSummary[],
  ids: readonly string[],
  fresh: readonly SourceSummary[],
): SourceSummary[] {
  const byId = new Map(fresh.map((source) => [source.id, source]))
  const asked = new Set(ids)
  const kept = known.flatMap((source) => {
    if (!asked.has(source.id)) return [source]
    const now = byId.get(source.id)
    byId.delete(source.id)
    return now === undefined ? [] : [now]
  })
  return byId.size === 0 ? kept : [...kept, ...byId.values()].sort(byArrival)
}

function byArrival(a: SourceSummary, b: SourceSummary): number {
  const [first, second] = [`${a.importedAt} ${a.id}`, `${b.importedAt} ${b.id}`]
  return first < second ? -1 : Number(first > second)
}
