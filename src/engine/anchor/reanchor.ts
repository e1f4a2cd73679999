import { type Alignment, align } from './align.ts'
import { findChanged } from './changed.ts'
import { type Comparison, compare, regionOf, type Span } from './comparison.ts'
import type { Anchor } from './describe.ts'
import { findExact, type Passage } from './exact.ts'
import { endsOf } from './indexed-text.ts'
import { findLost } from './lost.ts'

/**
 * What became of an anchor. `exact`: the same words at the same offset; `moved`: the same words elsewhere; `changed`:
 * its place with other words; `lost`: no place that is certain enough, so that it keeps its old one.
 */
export type Outcome = ({ state: 'exact' | 'moved' | 'changed' } & Span) | { state: 'lost' }

/**
 * Finds the place of each anchor of `oldText` in `newText`, in the order of `anchors`. An anchor whose quote is not what
 * stands at its offsets in `oldText` was lost before; it is found again where its words with their surroundings stand
 * once. Rather says `lost` than put one on other words: what stands in several places is told apart only by what
 * certainly stands beside it. `alignment` says what is known already; otherwise the texts are compared as a whole.
 */
export function reanchor(
  oldText: string,
  newText: string,
  anchors: readonly Anchor[],
  alignment: Alignment = align(oldText, newText),
): Outcome[] {
  const comparison = compare(oldText, newText, alignment)
  return anchors.map((anchor) =>
    oldText.slice(anchor.start, anchor.end) === anchor.quote
      ? follow(comparison, anchor)
      : foundAgain(comparison, anchor),
  )
}

/** Where stretches of a text are in another version of it; null where one is gone. Its words may have changed. */
export function mapRanges(
  oldText: string,
  newText: string,
  ranges: readonly Span[],
  alignment: Alignment = align(oldText, newText),
): (Span | null)[] {
  const comparison = compare(oldText, newText, alignment)
  return ranges.map((range) => {
    const outcome = follow(comparison, range)
    return outcome.state === 'lost' ? null : { start: outcome.start, end: outcome.end }
  })
}

function follow(comparison: Comparison, { start, end }: Span): Outcome {
  const { text } = comparison.old
  const passage: Passage = { start, end, quote: text.slice(start, end), ends: endsOf(text, start, end) }
  const region = regionOf(comparison, passage)
  const exact = findExact(comparison, passage, region)
  if (exact === 'doubtful') return { state: 'lost' }
  if (exact !== 'none' && !exact.isMoved) return placed(passage, exact.start)
  const changed = findChanged(comparison, passage, region)
  // Where much the same words still are in its place, the words elsewhere are a copy of what they were before.
  if (exact !== 'none' && changed === null) return placed(passage, exact.start)
  return changed === null ? { state: 'lost' } : { state: 'changed', ...changed }
}

function placed({ start: before, quote }: Passage, start: number): Outcome {
  return { state: start === before ? 'exact' : 'moved', start, end: start + quote.length }
}

function foundAgain({ next }: Comparison, anchor: Anchor): Outcome {
  const start = findLost(next, anchor)
  return start === null ? { state: 'lost' } : { state: 'moved', start, end: start + anchor.quote.length }
}
