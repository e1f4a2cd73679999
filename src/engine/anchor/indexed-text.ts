import { TokenPlaces } from './token-places.ts'
import { type Dictionary, isBoundary, isCharacterBoundary, tokenise } from './tokens.ts'

/** A word this common leads to too many places for any of them to be told from the others. */
const mostPlaces = 2_000
/** Reading through a text is cheaper than making its index for so few questions. */
const scansFirst = 40

/** What a passage's ends were in the text it comes from: a quote that began a word is not found again inside one. */
export interface Ends {
  start: End
  end: End
}

/** Whether an end stands between two tokens, inside a word, or inside a character of several parts. */
export type End = 'token' | 'word' | 'character'

export const wholeTokens: Ends = { start: 'token', end: 'token' }
/** For a quote that may stand inside longer words. */
export const anyEnds: Ends = { start: 'character', end: 'character' }

export function endsOf(text: string, start: number, end: number): Ends {
  return { start: endAt(text, start), end: endAt(text, end) }
}

function endAt(text: string, offset: number): End {
  if (isBoundary(text, offset)) return 'token'
  return isCharacterBoundary(text, offset) ? 'word' : 'character'
}

/** Whether a passage may end at `offset` that ended like `end` where it comes from: it must cut no more in two. */
export function isEnd(text: string, offset: number, end: End): boolean {
  if (end === 'token') return isBoundary(text, offset)
  return end === 'character' || isCharacterBoundary(text, offset)
}

/** A text that can be asked where its words are. Cut into tokens when it is asked often. */
export class IndexedText {
  readonly text: string
  readonly #dictionary: Dictionary
  #asked = 0
  #places: TokenPlaces | null = null

  constructor(text: string, dictionary: Dictionary) {
    this.text = text
    this.#dictionary = dictionary
  }

  /** Every start of `quote` with ends like `ends`, or null where there are too many to look at. */
  occurrences(quote: string, ends: Ends): number[] | null {
    const starts = this.#candidates(quote, ends)
    return starts?.filter((start) => standsAt(this.text, quote, start, ends)) ?? null
  }

  /** Starts at which one of the quote's tokens, the rarest here, stands where it should. */
  #candidates(quote: string, ends: Ends): number[] | null {
    if (this.#asked++ < scansFirst) return this.#scan(quote)
    this.#places ??= new TokenPlaces(this.text, this.#dictionary)
    const places = this.#places
    const { starts, ids, count } = tokenise(quote, this.#dictionary)
    const last = ends.end === 'token' ? count : count - 1
    let rarest = { count: mostPlaces + 1, id: 0, offset: 0 }
    for (let index = ends.start === 'token' ? 0 : 1; index < last; index++) {
      const id = ids[index] ?? 0
      const found = places.countOf(id)
      if (found < rarest.count) rarest = { count: found, id, offset: starts[index] ?? 0 }
    }
    if (rarest.count > mostPlaces) return this.#scan(quote)
    const own = places.tokens.starts
    return Array.from(places.placesOf(rarest.id), (index) => (own[index] ?? 0) - rarest.offset)
  }

  /** For what is no whole token, or has only common ones. */
  #scan(quote: string): number[] | null {
    const starts: number[] = []
    for (let at = this.text.indexOf(quote); at >= 0; at = this.text.indexOf(quote, at + 1)) {
      starts.push(at)
      if (starts.length > mostPlaces) return null
    }
    return starts
  }
}

/** Whether `quote` stands at `start` and its ends cut nothing in two that they did not cut where it comes from. */
export function standsAt(text: string, quote: string, start: number, ends: Ends): boolean {
  if (start < 0 || !text.startsWith(quote, start)) return false
  return isEnd(text, start, ends.start) && isEnd(text, start + quote.length, ends.end)
}

/** How many UTF-16 units before the two places are the same; `most` where both texts begin first. */
export function commonBefore(a: string, endA: number, b: string, endB: number, most: number): number {
  let length = 0
  while (length < most) {
    if (length === endA && length === endB) return most
    if (length === endA || length === endB) return length
    if (a[endA - 1 - length] !== b[endB - 1 - length]) return length
    length++
  }
  return most
}

/** How many UTF-16 units from the two places on are the same; `most` where both texts end first. */
export function commonAfter(a: string, startA: number, b: string, startB: number, most: number): number {
  for (let length = 0; length < most; length++) {
    const inA = a[startA + length]
    if (inA !== b[startB + length]) return length
    if (inA === undefined) return most
  }
  return most
}
