import type { SourceSummary } from '#shared/model.ts'
import { dateOrder } from './details/dateOrder.ts'

export const orders = ['title', 'date', 'imported', 'annotations'] as const
export type Order = (typeof orders)[number]

/** The sources that hold every word of `filter` in title, publisher, author or file name. */
export function filterSources(sources: readonly SourceSummary[], filter: string): readonly SourceSummary[] {
  const words = fold(filter).split(/\s+/).filter(Boolean)
  if (words.length === 0) return sources
  return sources.filter((source) => {
    const text = searched(source)
    return words.every((word) => text.includes(word))
  })
}

const known = new WeakMap<SourceSummary, string>()

/** What a source is filtered by, made once: with each key that is pressed all sources are looked at. */
function searched(source: SourceSummary): string {
  const text = known.get(source) ?? fold(searchable(source))
  known.set(source, text)
  return text
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

// Made once: `localeCompare` with options makes one for each pair.
const titles = new Intl.Collator(undefined, { numeric: true })

/** A sorted copy: titles by the alphabet, dates and counts with the newest and most first. */
export function sortSources(sources: readonly SourceSummary[], order: Order): SourceSummary[] {
  const byTitle = (a: SourceSummary, b: SourceSummary): number => titles.compare(a.title, b.title)
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
