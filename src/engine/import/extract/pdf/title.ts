import type { SourceMetadata } from '#shared/model.ts'
import type { ExtractedBlock } from '../types.ts'
import { type Described, dateOf, doiIn } from './metadata.ts'

/** The title and metadata, from what the file says of itself and from its first page. */
export function titleAndSource(
  described: Described,
  blocks: readonly ExtractedBlock[],
  printed: readonly string[],
): { title?: string; metadata: SourceMetadata } {
  const metadata = { ...described.metadata }
  const firstPage = blocks.filter(({ page }) => page === 1)
  const doi =
    metadata.DOI ??
    doiIn(
      firstPage
        .map(({ text }) => text)
        .join('\n')
        .slice(0, 6000),
    )
  if (doi !== undefined) metadata.DOI = doi
  const address = printed.map((text) => /^https?:\S+/.exec(text)?.[0]).find((found) => found !== undefined)
  if (address !== undefined) metadata.URL = address
  const day = accessedOn(printed)
  if (day !== undefined) metadata.accessed = day
  const title = chooseTitle(described.title, blocks)
  return title === undefined ? { metadata } : { title, metadata }
}

/** The day a browser printed the page on, where it is written with the year first or beyond doubt. */
function accessedOn(printed: readonly string[]): SourceMetadata['accessed'] {
  for (const text of printed) {
    if (/^\d{4}-\d{2}-\d{2}/.test(text)) return dateOf(text)
    const found = /^(\d{1,2})([./])(\d{1,2})\2(\d{2,4})/.exec(text)
    if (found === null) continue
    const [first, second, year] = [Number(found[1]), Number(found[3]), Number(found[4])]
    const fullYear = year < 100 ? 2000 + year : year
    // `3/4/25` can be either day; `20/4/25` cannot.
    if (found[2] === '.' || first > 12) return { 'date-parts': [[fullYear, second, first]] }
    if (second > 12 || first === second) return { 'date-parts': [[fullYear, first, second]] }
  }
  return undefined
}

/** The file's own title if the first pages carry it; otherwise the biggest heading of the first page. */
function chooseTitle(own: string | undefined, blocks: readonly ExtractedBlock[]): string | undefined {
  const start = blocks.filter(({ page }) => (page ?? 1) <= 2)
  const text = plain(start.map((block) => block.text).join(' '))
  if (own !== undefined && text.includes(plain(own))) return own
  const heading = start
    .filter(({ kind, page, text: words }) => kind === 'heading' && page === 1 && /\p{L}{3}/u.test(words))
    .reduce<ExtractedBlock | undefined>(
      (best, block) => (best === undefined || block.level < best.level ? block : best),
      undefined,
    )
  return heading !== undefined && heading.level === 1 ? heading.text : (own ?? heading?.text)
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
