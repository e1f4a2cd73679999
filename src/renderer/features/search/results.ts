import type { SearchHit } from '#shared/model.ts'

/** The element that holds the results of the search view: the search field leads into it. */
export const resultsId = 'search-results'

/** The hits of one source, best first. */
export interface HitGroup {
  sourceId: string
  title: string
  hits: SearchHit[]
}

/** Hits by source; the source with the best hit comes first. */
export function groupHits(hits: readonly SearchHit[]): HitGroup[] {
  const groups = new Map<string, HitGroup>()
  for (const hit of hits) {
    const group = groups.get(hit.sourceId)
    if (group) group.hits.push(hit)
    else groups.set(hit.sourceId, { sourceId: hit.sourceId, title: hit.title, hits: [hit] })
  }
  return [...groups.values()]
}

/** The group with its best `most` hits, and how many more it has. One that would only just be cut stays whole. */
export function shortened(group: HitGroup, most: number): HitGroup & { more: number } {
  if (group.hits.length <= most + 1) return { ...group, more: 0 }
  return { ...group, hits: group.hits.slice(0, most), more: group.hits.length - most }
}

/** Marks no further apart than this are looked at as one. */
const closeMarks = 60

/**
 * The range of the source's text to show for a hit: the marks that stand close together and cover most, from the first
 * to the last of them, or the whole block where nothing is marked.
 */
export function passageOf(hit: SearchHit): { start: number; end: number } {
  let best = { start: 0, end: hit.end - hit.start, covered: 0 }
  let near = { ...best, end: Number.NEGATIVE_INFINITY }
  for (const [start, end] of hit.hits) {
    const from = start - near.end <= closeMarks ? near : { start, covered: 0 }
    near = { start: from.start, end, covered: from.covered + end - start }
    if (near.covered > best.covered) best = near
  }
  return { start: hit.start + best.start, end: hit.start + best.end }
}

/** A stretch of text that is marked or not. */
export interface SnippetPart {
  text: string
  marked: boolean
}

/**
 * The part of a block that shows its first mark, about `length` UTF-16 units long, cut between words, with an
 * ellipsis where something is left out.
 */
export function snippetOf(hit: Pick<SearchHit, 'text' | 'hits'>, length = 160): SnippetPart[] {
  const { text } = hit
  const first = hit.hits[0]?.[0] ?? 0
  const from = text.length <= length ? 0 : wordStart(text, Math.max(0, first - Math.floor(length / 4)))
  const to = Math.min(text.length, wordEnd(text, from + length))
  const parts: SnippetPart[] = []
  const push = (start: number, end: number, marked: boolean): void => {
    if (end > start) parts.push({ text: text.slice(start, end), marked })
  }
  let at = from
  for (const [start, end] of hit.hits) {
    if (end <= at || start >= to) continue
    push(at, Math.max(start, at), false)
    push(Math.max(start, at), Math.min(end, to), true)
    at = Math.min(end, to)
  }
  push(at, to, false)
  if (from > 0) parts.unshift({ text: '… ', marked: false })
  if (to < text.length) parts.push({ text: ' …', marked: false })
  return parts
}

const furthest = 24

/** The start of the word that `at` stands in; `at` itself where words are longer than anybody's. */
function wordStart(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.lastIndexOf(' ', at)
  if (space >= 0 && at - space <= furthest) return space + 1
  return isLowSurrogate(text, at) ? at - 1 : at
}

function wordEnd(text: string, at: number): number {
  if (at + furthest >= text.length) return text.length
  const space = text.indexOf(' ', at)
  if (space >= 0 && space - at <= furthest) return space
  return isLowSurrogate(text, at) ? at + 1 : at
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit < 0xe000
}

/** A query around the character that the engine could not make sense of, or null where it named none. */
export function faultIn(
  query: string,
  position: unknown,
): { before: string; at: string; after: string } | null {
  if (typeof position !== 'number' || position < 0 || position >= query.length) return null
  const at = String.fromCodePoint(query.codePointAt(position) ?? 0)
  return { before: query.slice(0, position), at, after: query.slice(position + at.length) }
}
