import { filtersOf, toggleFilter } from '#shared/query/edit.ts'

interface Place {
  start: number
  end: number
}

/** The query with one of its words in quotation marks, so that neither forms nor likely words are added to it. */
export function madeExact(query: string, { start, end }: Place): string {
  return `${query.slice(0, start)}"${query.slice(start, end)}"${query.slice(end)}`
}

/** The query with another word in the place of one. */
export function corrected(query: string, { start, end }: Place, word: string): string {
  return query.slice(0, start) + word + query.slice(end)
}

/** What a query asks of words, without what it asks of sources: what there is to find inside one of them. */
export function wordsOf(query: string): string {
  return filtersOf(query).reduce((rest, { field, value }) => toggleFilter(rest, field, value), query)
}

/** The query without the kinds of objects that it names. */
export function withoutKinds(query: string): string {
  return filtersOf(query)
    .filter(({ field }) => field === 'in')
    .reduce((rest, { field, value }) => toggleFilter(rest, field, value), query)
}
