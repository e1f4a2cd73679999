import { runAtOrBefore, runsInOld } from './align.ts'
import { type Comparison, isTaken, type Region, type Span, standsElsewhere } from './comparison.ts'
import { anyEnds, commonAfter, commonBefore, type Ends, standsAt } from './indexed-text.ts'

/** A passage of the old text, with its words and what its ends were. */
export interface Passage extends Span {
  quote: string
  ends: Ends
}

/** How far around two places their surroundings are compared, and what is too little to mean anything: `". "`, `" a"`. */
const farthest = 64
const trivial = 6
/** Letters of a quote that no text repeats by chance; a character of a script without spaces counts for three. */
const tellingLetters = 30
/** What of its surroundings must have come along with a quote that stands once in each text but not in its place. */
const movedContext = 24
/** Of places between two certain ones that are farther from each other than this, as much is asked. Both texts together. */
const smallRegion = 300

/** A place with the passage's words; `isMoved` where it is not the passage's own place among what stands around it. */
export interface Exact {
  start: number
  isMoved: boolean
}

/**
 * Where the passage certainly stands in the new text, word for word. `doubtful` where its words are there and may be
 * those of another place; `none` where they are not.
 */
export function findExact(
  comparison: Comparison,
  passage: Passage,
  region: Region,
): Exact | 'doubtful' | 'none' {
  const byRun = byRuns(comparison, passage)
  if (byRun !== null && !byRun.isMoved) return byRun
  if (byRun !== null) return isAlone(comparison, passage, byRun.start) ? byRun : 'doubtful'
  const places = unresolvedPlaces(comparison, passage)
  if (places === null) return 'doubtful'
  const inPlace = inRegion(comparison, passage, region, places)
  if (inPlace !== null) return { start: inPlace, isMoved: false }
  const start = elsewhere(comparison, passage, places)
  if (start !== null) return { start, isMoved: true }
  return places.next.length > 0 ? 'doubtful' : 'none'
}

/** The passage is part of a certain run, or has one inside it with its other words around that. */
function byRuns(comparison: Comparison, passage: Passage): Exact | null {
  const { alignment, next } = comparison
  for (const run of runsInOld(alignment, passage.start, passage.end)) {
    const shift = run.next - run.old
    const start = passage.start + shift
    const isHere = standsAt(next.text, passage.quote, start, passage.ends)
    if (isHere && !isTaken(comparison, { start, end: passage.end + shift }, shift)) {
      return { start, isMoved: alignment.moved.has(run) }
    }
  }
  return null
}

/**
 * Whether no other place has the passage's words with some of its surroundings: that may be the passage, and the place
 * found a copy. It counts even where the words are part of longer ones by now.
 */
function isAlone(comparison: Comparison, { start, quote }: Passage, found: number): boolean {
  const others = comparison.next.occurrences(quote, anyEnds)
  if (others === null) return false
  return others.every((other) => {
    const { before, after } = context(comparison, start, other, quote.length)
    if (other === found || Math.max(before, after) < movedContext) return true
    return isTaken(comparison, { start: other, end: other + quote.length }, other - start)
  })
}

function inRegion(comparison: Comparison, passage: Passage, region: Region, places: Places): number | null {
  const oldHits = places.old.filter((start) => isInside(start, passage, region.old))
  const newHits = places.next.filter((start) => region.next.some((span) => isInside(start, passage, span)))
  const [only] = newHits
  if (only === undefined) return null
  const isPlain = region.next.length === 1
  if (oldHits.length === 1 && newHits.length === 1) {
    const isNear = isPlain && widthOf(region.old) + widthOf(region.next[0]) <= smallRegion
    const leastContext = isNear ? trivial : movedContext
    const needed = isTelling(passage.quote) ? 0 : leastContext
    return isSingledOut(comparison, passage, only, places, needed) ? only : null
  }
  if (!isPlain || oldHits.length !== newHits.length) return null
  const start = inEqualPart(comparison, passage, region)
  return start !== null && isSingledOut(comparison, passage, start, places, trivial) ? start : null
}

/**
 * Of several places in a region the one at the same distance from its beginning or end, if everything up to there is
 * word for word the same: nothing came in or went out before it, and in the rest there are as many as before.
 */
function inEqualPart({ old, next }: Comparison, passage: Passage, region: Region): number | null {
  const [span] = region.next
  if (span === undefined) return null
  const isSame = (oldStart: number, oldEnd: number, newStart: number) =>
    next.text.startsWith(old.text.slice(oldStart, oldEnd), newStart)
  const fromStart = span.start + passage.start - region.old.start
  const head = passage.end - region.old.start
  if (span.start + head <= span.end && isSame(region.old.start, passage.end, span.start)) return fromStart
  const tail = region.old.end - passage.start
  if (span.end - tail >= span.start && isSame(passage.start, region.old.end, span.end - tail)) {
    return span.end - tail
  }
  return null
}

/** A quote that was there once and is there once, though not where it was, with enough to know it by. */
function elsewhere(comparison: Comparison, passage: Passage, places: Places): number | null {
  const [only] = places.next
  if (only === undefined || places.everywhere > 2) return null
  const needed = isTelling(passage.quote) ? 0 : movedContext
  return isSingledOut(comparison, passage, only, places, needed) ? only : null
}

interface Places {
  old: number[]
  next: number[]
  /** How often the quote stands in the two texts together, what is settled included. */
  everywhere: number
}

/** Where the quote stands in the two texts without it being certain what it is there; null where that is too often to say. */
function unresolvedPlaces(comparison: Comparison, passage: Passage): Places | null {
  const { old, next } = comparison
  const inOld = old.occurrences(passage.quote, passage.ends)
  const inNew = next.occurrences(passage.quote, passage.ends)
  if (inOld === null || inNew === null) return null
  const { length } = passage.quote
  return {
    everywhere: inOld.length + inNew.length,
    old: inOld.filter((start) => start === passage.start || !isSettled(comparison, start, length)),
    next: inNew.filter(
      (start) => !isTaken(comparison, { start, end: start + length }, start - passage.start),
    ),
  }
}

/** Whether a place in the old text lies inside a certain run: it is known where it stands now. */
export function isSettled({ alignment }: Comparison, start: number, length: number): boolean {
  const run = alignment.runs[runAtOrBefore(alignment, start)]
  return run !== undefined && run.old + run.length >= start + length
}

/**
 * Whether the passage's surroundings agree with those of `start` by `needed` units at least, and better than those of
 * every other place the words could have come from or gone to: on neither side worse, on one side better.
 */
function isSingledOut(
  comparison: Comparison,
  passage: Passage,
  start: number,
  places: Places,
  needed: number,
): boolean {
  const { length } = passage.quote
  const here = context(comparison, passage.start, start, length)
  if (Math.max(here.before, here.after) < needed) return false
  const fromElsewhere = places.old.filter(
    (old) =>
      old !== passage.start && !standsElsewhere(comparison, { start: old, end: old + length }, start - old),
  )
  const toElsewhere = places.next.filter((next) => next !== start)
  return (
    fromElsewhere.every((old) => isBetter(here, context(comparison, old, start, length))) &&
    toElsewhere.every((next) => isBetter(here, context(comparison, passage.start, next, length)))
  )
}

interface Context {
  before: number
  after: number
}

function context({ old, next }: Comparison, oldStart: number, newStart: number, length: number): Context {
  return {
    before: telling(commonBefore(old.text, oldStart, next.text, newStart, farthest)),
    after: telling(commonAfter(old.text, oldStart + length, next.text, newStart + length, farthest)),
  }
}

function telling(length: number): number {
  return length < trivial ? 0 : length
}

function isBetter(here: Context, there: Context): boolean {
  if (here.before < there.before || here.after < there.after) return false
  return here.before > there.before || here.after > there.after
}

function isInside(start: number, { quote }: Passage, span: Span): boolean {
  return start >= span.start && start + quote.length <= span.end
}

function widthOf(span: Span | undefined): number {
  return span === undefined ? 0 : span.end - span.start
}

const letter = /[\p{L}\p{N}]/gu
const unspacedLetter = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/gu

/** Whether the words say so much that they are not there twice by chance. */
export function isTelling(quote: string): boolean {
  const start = quote.slice(0, 500)
  const letters = start.match(letter)?.length ?? 0
  return letters + 2 * (start.match(unspacedLetter)?.length ?? 0) >= tellingLetters
}
