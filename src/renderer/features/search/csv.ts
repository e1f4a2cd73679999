import { publishedOn, publisherOf } from '#renderer/objects/dates.ts'
import { toCsv } from '#renderer/ui/csv.ts'
import type { ConcordanceLine, SearchHit, SourceSummary } from '#shared/model.ts'

interface Named {
  sources: ReadonlyMap<string, SourceSummary>
  locale: string
}

/** Hits as CSV (RFC 4180), a row a passage. Places are UTF-16 offsets into the source's text, half-open. */
export function hitsAsCsv(hits: readonly SearchHit[], named: Named): string {
  const rows = hits.map((hit) => [...sourceCells(hit, named), hit.text])
  return toCsv([['source', 'publisher', 'date', 'start', 'end', 'passage'], ...rows])
}

/** A concordance as CSV, a row a hit with the words around it. */
export function linesAsCsv(lines: readonly ConcordanceLine[], named: Named): string {
  const rows = lines.map((line) => [...sourceCells(line, named), line.left, line.word, line.right])
  return toCsv([['source', 'publisher', 'date', 'start', 'end', 'left', 'hit', 'right'], ...rows])
}

function sourceCells(
  { sourceId, title, start, end }: Pick<SearchHit, 'sourceId' | 'title' | 'start' | 'end'>,
  { sources, locale }: Named,
): string[] {
  const metadata = sources.get(sourceId)?.metadata ?? {}
  return [title, publisherOf(metadata), publishedOn(metadata, locale), String(start), String(end)]
}
