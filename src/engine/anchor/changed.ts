import search from 'approx-string-match'
import type { Comparison, Region, Span } from './comparison.ts'
import { isSettled, isTelling, type Passage } from './exact.ts'
import { commonAfter, commonBefore, type End, isEnd, wholeTokens } from './indexed-text.ts'
import { cutsNumber, Dictionary, tokenise } from './tokens.ts'

/** The most errors a place may have to pass for the passage: this part of the quote where its surroundings are the same, */
const mostErrorsInPlace = 0.5
/** and this where nothing but the words speaks for it. */
const mostErrors = 0.35
/** A second place has to have more errors than the best by this part of the quote, and this many. */
const marginPart = 0.1
const leastMargin = 3
/** A longer quote is followed by its certain parts, not letter by letter. In UTF-16 units. */
const longestQuote = 1_500
/** The most that comparing letter by letter may cost: some milliseconds. In UTF-16 units of the quote times those searched. */
const mostWork = 3_000_000
const context = 8
/** In a region this wide around the passage nothing else is as like it as the passage itself. */
const smallRegion = 160

/**
 * Where the passage stands in the new text with other words than before, or null. It has to be like the quote, like no
 * other part of the region so much, and no other part of the old text there may be as like it: a sentence is never
 * taken for its neighbour.
 */
export function findChanged(comparison: Comparison, passage: Passage, around: Region): Span | null {
  const region = narrowed(comparison, passage, around)
  const found = byEnds(comparison, passage, region) ?? byLikeness(comparison, passage, region)
  if (found === null) return null
  const span = snapped(comparison, passage, found)
  return span.start < span.end ? span : null
}

/** The region without what is the same in both texts before the passage and behind it. */
function narrowed({ old, next }: Comparison, passage: Passage, region: Region): Region {
  const [span, second] = region.next
  if (span === undefined || second !== undefined) return region
  const most = Math.min(passage.start - region.old.start, span.end - span.start)
  const before = commonAfter(old.text, region.old.start, next.text, span.start, most)
  const left = Math.min(region.old.end - passage.end, span.end - span.start - before)
  const after = commonBefore(old.text, region.old.end, next.text, span.end, left)
  return {
    ...region,
    old: { start: region.old.start + before, end: region.old.end - after },
    next: [{ start: span.start + before, end: span.end - after }],
  }
}

/** Both ends are certain, or so much inside is that the ends follow from it. */
function byEnds(comparison: Comparison, passage: Passage, region: Region): Span | null {
  const [span, second] = region.next
  if (span === undefined || second !== undefined) return null
  const length = passage.end - passage.start
  const isExact = region.old.start === passage.start && region.old.end === passage.end
  const certain = region.inner.reduce((sum, run) => sum + run.length, 0)
  const first = region.inner[0]
  const last = region.inner.at(-1)
  if (first !== undefined && last !== undefined && certain >= length * mostErrorsInPlace) {
    const start = Math.max(span.start, first.next - (first.old - passage.start))
    const lastEnd = last.old + last.length
    const end = Math.min(span.end, last.next + last.length + (passage.end - lastEnd))
    return isExact ? span : { start, end }
  }
  if (!isExact) return null
  const inside = trimmed(comparison.next.text, span)
  const allowed = Math.floor(Math.max(length, inside.end - inside.start) * mostErrorsInPlace)
  return errorsBetween(passage.quote, comparison.next.text.slice(inside.start, inside.end)) <= allowed
    ? inside
    : null
}

interface Likeness extends Span {
  errors: number
}

function byLikeness(comparison: Comparison, passage: Passage, region: Region): Span | null {
  const { quote } = passage
  if (quote.length > longestQuote) return null
  const spans = region.next
  const width = [region.old, ...spans].reduce((sum, span) => sum + span.end - span.start, 0)
  if (width * quote.length > mostWork) return null
  const next = comparison.next.text
  const best = bestOf(next, spans, quote, Math.floor(quote.length * mostErrorsInPlace))
  if (best === null) return null
  const isHeld = region.next.length === 1 && hasContext(comparison, passage, best)
  if (!isHeld && (best.errors > quote.length * mostErrors || !isTelling(quote))) return null
  const limit = best.errors + Math.max(leastMargin, Math.floor(quote.length * marginPart))
  const rest = spans.flatMap((span) => without(span, best))
  if (bestOf(next, rest, quote, limit) !== null) return null
  const words = next.slice(best.start, best.end)
  const others = without(region.old, passage)
  if (bestOf(comparison.old.text, others, words, limit) !== null) return null
  const isNear = isHeld && width <= smallRegion + 4 * quote.length
  return isNear || isOwn(comparison, passage, words) ? best : null
}

/**
 * Whether what the new words share with the quote can come from nowhere else: of their longest common stretch there is no
 * other place in the old text whose fate is unknown.
 */
function isOwn(comparison: Comparison, passage: Passage, words: string): boolean {
  const { offset, length } = longestCommon(passage.quote, words)
  const shared = passage.quote.slice(offset, offset + length)
  const starts = comparison.old.occurrences(shared, wholeTokens)
  const own = passage.start + offset
  return starts?.every((start) => start === own || isSettled(comparison, start, length)) ?? false
}

/** The longest stretch of whole tokens that both have, as an offset into `quote` and a length. */
function longestCommon(quote: string, words: string): { offset: number; length: number } {
  const dictionary = new Dictionary()
  const a = tokenise(quote, dictionary)
  const b = tokenise(words, dictionary)
  let best = { offset: 0, length: 0 }
  let before = new Int32Array(b.count + 1)
  for (let i = 0; i < a.count; i++) {
    const tokens = new Int32Array(b.count + 1)
    for (let j = 0; j < b.count; j++) {
      if (a.ids[i] !== b.ids[j]) continue
      const count = (before[j] ?? 0) + 1
      tokens[j + 1] = count
      const offset = a.starts[i + 1 - count] ?? 0
      const length = (a.starts[i + 1] ?? 0) - offset
      if (length > best.length) best = { offset, length }
    }
    before = tokens
  }
  return best
}

/** Whether what stands right before or behind the passage stands there in the new text too. */
function hasContext({ old, next }: Comparison, { start, end }: Passage, found: Span): boolean {
  return (
    commonBefore(old.text, start, next.text, found.start, context) === context ||
    commonAfter(old.text, end, next.text, found.end, context) === context
  )
}

/** The part of `spans` that is most like `words`, with at most `most` errors; of equally like ones the first. */
function bestOf(text: string, spans: readonly Span[], words: string, most: number): Likeness | null {
  let best: Likeness | null = null
  for (const span of spans) {
    if (span.end <= span.start) continue
    for (const match of search(text.slice(span.start, span.end), words, Math.min(most, words.length - 1))) {
      if (best !== null && match.errors >= best.errors) continue
      best = { start: span.start + match.start, end: span.start + match.end, errors: match.errors }
    }
  }
  return best
}

/**
 * How many letters have to be put in, taken out or replaced to make one of the other, or a few more: the search looks for
 * one anywhere in the other, so that what it leaves over is counted as well.
 */
function errorsBetween(quote: string, words: string): number {
  const longer = Math.max(quote.length, words.length)
  if (quote === '' || words === '' || longer > longestQuote) return longer
  const within = (text: string, pattern: string) => {
    const [best] = search(text, pattern, pattern.length)
    return best === undefined ? longer : best.errors + text.length - (best.end - best.start)
  }
  return Math.min(within(quote, words), within(words, quote))
}

/** What of `span` lies before and behind `inner`. */
function without(span: Span, inner: Span): Span[] {
  return [
    { start: span.start, end: Math.min(span.end, inner.start) },
    { start: Math.max(span.start, inner.end), end: span.end },
  ].filter(({ start, end }) => start < end)
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: Math.max(from, end - (words.length - words.trimEnd().length)) }
}

/**
 * Moves ends that stand inside a word or a number such as `4,500` outwards to its ends, if the passage began and ended
 * with whole ones, and always out of the middle of a character.
 */
function snapped(comparison: Comparison, { ends }: Passage, found: Span): Span {
  const { text } = comparison.next
  const inside = trimmed(text, found)
  const span = { ...inside }
  const isWhole = (offset: number, end: End) =>
    isEnd(text, offset, end) && !(end === 'token' && cutsNumber(text, offset))
  while (!isWhole(span.start, ends.start)) span.start--
  while (!isWhole(span.end, ends.end)) span.end++
  return span
}
