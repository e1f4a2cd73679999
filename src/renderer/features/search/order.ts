import type { SearchShown } from '#renderer/state/searchShown.ts'
import type { SourceSummary } from '#shared/model.ts'
import type { HitGroup } from './results.ts'

type HitOrder = SearchShown['order']

const titles = new Intl.Collator(undefined, { numeric: true })

/** Sources with their hits, ordered: by the best hit, by when they appeared, or by title. Hits by place, but for `best`. */
export function inOrder(
  groups: readonly HitGroup[],
  order: HitOrder,
  sources: ReadonlyMap<string, SourceSummary>,
): HitGroup[] {
  if (order === 'best') return [...groups]
  const byPlace = groups.map((group) => ({
    ...group,
    hits: [...group.hits].sort((a, b) => a.start - b.start),
  }))
  const byTitle = (a: HitGroup, b: HitGroup) => titles.compare(a.title, b.title)
  if (order === 'source') return byPlace.sort(byTitle)
  const when = ({ sourceId }: HitGroup) => issuedNumber(sources.get(sourceId))
  return byPlace.sort((a, b) => when(b) - when(a) || byTitle(a, b))
}

/** A publication date as a number that grows with it; what has none is older than everything. */
function issuedNumber(source: SourceSummary | undefined): number {
  const [year, month = 0, day = 0] = source?.metadata.issued?.['date-parts'][0] ?? []
  return year === undefined ? Number.NEGATIVE_INFINITY : year * 10_000 + month * 100 + day
}
