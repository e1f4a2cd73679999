import search from 'approx-string-match'
import type { Span } from './comparison.ts'
import { type Anchor, contextLength } from './describe.ts'
import { commonAfter, commonBefore } from './indexed-text.ts'
import { TokenPlaces } from './token-places.ts'
import { cutsNumber, Dictionary, isBoundary, tokenise } from './tokens.ts'

/** A word this common says nothing of where a passage may be. */
const mostPlaces = 400
/** And so many words of a passage say enough: the rarest. */
const mostTokens = 24
/** So many stretches of the text are looked at closely; the others have fewer of the passage's words. */
const lookedAt = 8
/** What a word beside the passage says, of one inside it. */
const besideWeight = 0.5
/** A place has to be at least so like the passage, where 1 is the same. Its surroundings speak for up to a third of it. */
const leastLikeness = 0.45
const contextPart = 0.3
/** What parts paragraphs and sentences; a place that crosses one with no more than this part of it ends there instead. */
const borders = [/\n/, /(?<=[.?!。！？]["”’»)]?)\s/u]
const shortPart = 0.4
/** A longer quote is looked for by its beginning, which is where a reader wants to be. In UTF-16 units. */
const longestQuote = 600

/** A token that leads to few places of the text, and where it stands from the passage's start. */
interface Telling {
  id: number
  count: number
  offset: number
  part: number
}

interface Likely extends Span {
  likeness: number
}

/**
 * A text in which the places of lost passages are looked for. They are offered to somebody who judges; nothing is ever
 * put there by itself. A place is one where many of the passage's rarer words stand as far from each other as in the
 * passage, and its likeness is counted in letters there.
 */
export class LikelyPlaces {
  readonly #text: string
  readonly #dictionary = new Dictionary()
  readonly #places: TokenPlaces

  constructor(text: string) {
    this.#text = text
    this.#places = new TokenPlaces(text, this.#dictionary)
  }

  /** Up to `most` ranges of the text that do not overlap, the likeliest first. Some milliseconds at most. */
  of(anchor: Pick<Anchor, 'quote' | 'prefix' | 'suffix'>, most = 5): Span[] {
    const found = this.#stretches(anchor).flatMap((start) => this.#lookAt(anchor, start) ?? [])
    found.sort((a, b) => b.likeness - a.likeness || a.start - b.start)
    const chosen: Likely[] = []
    for (const place of found) {
      if (chosen.length === most) break
      if (chosen.every(({ start, end }) => place.end <= start || place.start >= end)) chosen.push(place)
    }
    return chosen.map(({ start, end }) => ({ start, end }))
  }

  /** Where the passage would start by what its words and those beside it stand at: the best supported starts. */
  #stretches({ quote, prefix, suffix }: Pick<Anchor, 'quote' | 'prefix' | 'suffix'>): number[] {
    const width = 16 + Math.min(quote.length, longestQuote) / 4
    const votes = new Map<number, number>()
    const telling = [
      ...this.#tellingTokens(quote.slice(0, longestQuote), 0, 1),
      ...this.#tellingTokens(prefix, -prefix.length, besideWeight),
      ...this.#tellingTokens(suffix, quote.length, besideWeight),
    ]
    telling.sort((a, b) => a.count - b.count)
    for (const { id, count, offset, part } of telling.slice(0, mostTokens)) {
      const weight = part * Math.log(1 + this.#places.tokens.count / count)
      for (const place of this.#places.placesOf(id)) {
        const slot = Math.floor(((this.#places.tokens.starts[place] ?? 0) - offset) / width)
        votes.set(slot, (votes.get(slot) ?? 0) + weight)
      }
    }
    // What lies around the border of two slots has its votes in both.
    const sums = [...votes].map(([slot, weight]) => ({ slot, weight: weight + (votes.get(slot + 1) ?? 0) }))
    sums.sort((a, b) => b.weight - a.weight || a.slot - b.slot)
    return sums.slice(0, lookedAt).map(({ slot }) => slot * width)
  }

  /** The tokens of `words` that the text has, but not everywhere. `offset` is where they begin, from the passage's start. */
  #tellingTokens(words: string, offset: number, part: number): Telling[] {
    const { starts, ids, count: tokens } = tokenise(words, this.#dictionary)
    const found: Telling[] = []
    for (let index = 0; index < tokens; index++) {
      const id = ids[index] ?? 0
      const count = this.#places.countOf(id)
      if (count > 0 && count <= mostPlaces)
        found.push({ id, count, offset: offset + (starts[index] ?? 0), part })
    }
    return found
  }

  #lookAt(
    { quote, prefix, suffix }: Pick<Anchor, 'quote' | 'prefix' | 'suffix'>,
    near: number,
  ): Likely | null {
    const words = quote.slice(0, longestQuote)
    const slack = contextLength + words.length
    const from = Math.max(0, Math.floor(near - slack))
    const stretch = this.#text.slice(from, Math.ceil(near + 2 * slack))
    const matches = search(stretch, words, Math.floor(words.length * (1 - leastLikeness)))
    let best: Likely | null = null
    for (const match of matches) {
      const span = this.#whole(quote, from + match.start, from + match.end)
      const beside =
        commonBefore(prefix, prefix.length, this.#text, span.start, prefix.length) +
        commonAfter(suffix, 0, this.#text, span.end, suffix.length)
      const inside = 1 - match.errors / words.length
      const likeness = inside * (1 - contextPart) + (beside / (2 * contextLength)) * contextPart
      if (likeness > (best?.likeness ?? 0)) best = { ...span, likeness }
    }
    return best !== null && best.end > best.start ? best : null
  }

  /**
   * Ends inside a word are moved outwards to its ends, and spaces at the ends are left out. Of a passage of one paragraph
   * or sentence the end of the one before or the beginning of the one behind is left out as well.
   */
  #whole(quote: string, start: number, end: number): Span {
    const span = { start, end }
    for (const border of borders) {
      if (border.test(quote)) continue
      const words = this.#text.slice(span.start, span.end)
      const at = words.search(border)
      if (at < 0) continue
      if (at < words.length * shortPart) span.start += at + 1
      else if (at > words.length * (1 - shortPart)) span.end = span.start + at
    }
    while (span.start < span.end && /\s/.test(this.#text[span.start] ?? '')) span.start++
    while (span.end > span.start && /\s/.test(this.#text[span.end - 1] ?? '')) span.end--
    while (!isBoundary(this.#text, span.start) || cutsNumber(this.#text, span.start)) span.start--
    while (!isBoundary(this.#text, span.end) || cutsNumber(this.#text, span.end)) span.end++
    return span
  }
}
