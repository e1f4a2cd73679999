import type { SourceSummary } from '#shared/model.ts'
import { dateOrder } from './details/partialDate.ts'

export const orders = ['title', 'date', 'imported', 'annotations'] as const
export type Order = (typeof orders)[number]

/** How often each tag stands on a source, by name. */
export function tagCounts(sources: readonly SourceSummary[]): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const tag of sources.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  const named = [...counts].map(([name, count]) => ({ name, count }))
  return named.sort((a, b) => a.name.localeCompare(b.name))
}

/** The sources that carry `tag` (null: any) and hold every word of `filter` in title, publisher, author or file name. */
export function filterSources(
  sources: readonly SourceSummary[],
  filter: string,
  tag: string | null,
): SourceSummary[] {
  const words = fold(filter).split(/\s+/).filter(Boolean)
  return sources.filter((source) => {
    if (tag !== null && !source.tags.includes(tag)) return false
    if (words.length === 0) return true
    const text = fold(searchable(source))
    return words.every((word) => text.includes(word))
  })
}

function searchable({ title, metadata, fileName }: SourceSummary): string {
  const authors = (metadata.author ?? []).map(({ family, given, literal }) =>
    [given, family, literal].join(' '),
  )
  return [title, metadata.publisher, metadata['container-title'], fileName, ...authors].join(' ')
}

/** Without case and accents. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

/** A sorted copy: titles by the alphabet, dates and counts with the newest and most first. */
export function sortSources(sources: readonly SourceSummary[], order: Order): SourceSummary[] {
  const byTitle = (a: SourceSummary, b: SourceSummary): number =>
    a.title.localeCompare(b.title, undefined, { numeric: true })
  const compare: Record<Order, (a: SourceSummary, b: SourceSummary) => number> = {
    title: byTitle,
    date: (a, b) =>
      compareNumbers(dateOrder(b.metadata.issued), dateOrder(a.metadata.issued)) || byTitle(a, b),
    imported: (a, b) => b.importedAt.localeCompare(a.importedAt) || byTitle(a, b),
    annotations: (a, b) => b.annotations - a.annotations || byTitle(a, b),
  }
  return [...sources].sort(compare[order])
}

/** Unlike a difference, this is right for two infinities. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
