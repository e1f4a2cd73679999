import type { Anchor } from './describe.ts'
import { isTelling } from './exact.ts'
import { commonAfter, commonBefore, type IndexedText, wholeTokens } from './indexed-text.ts'

/** What of its surroundings a short quote needs to be known by when its text is another one by now. */
const leastContext = 16

/**
 * Where an anchor that was lost before stands again in `text`: its words are there once, with the surroundings they had
 * or enough words of their own.
 */
export function findLost(text: IndexedText, { quote, prefix, suffix }: Anchor): number | null {
  const starts = text.occurrences(quote, wholeTokens)
  const [only, second] = starts ?? []
  if (only === undefined || second !== undefined) return null
  const before = commonBefore(prefix, prefix.length, text.text, only, leastContext)
  const after = commonAfter(suffix, 0, text.text, only + quote.length, leastContext)
  return isTelling(quote) || Math.max(before, after) >= leastContext ? only : null
}
