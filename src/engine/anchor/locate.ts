/** A passage named by its words, as W3C's TextQuoteSelector does. */
export interface QuoteSelector {
  quote: string
  prefix?: string
  suffix?: string
}

export type Location =
  | { found: 'one'; start: number; end: number }
  | { found: 'none' }
  | { found: 'several'; starts: number[] }

/**
 * Finds the one place where `selector.quote` stands, word for word. Of several places the one whose surroundings agree
 * longest with the given prefix and suffix is taken; where two agree equally long, none is: an annotation on the wrong
 * sentence is worse than a question.
 */
export function locateQuote(text: string, selector: QuoteSelector): Location {
  const starts = occurrences(text, selector.quote)
  const only = starts[0]
  if (only === undefined) return { found: 'none' }
  const length = selector.quote.length
  if (starts.length === 1) return { found: 'one', start: only, end: only + length }
  const scored = starts
    .map((start) => ({ start, score: agreement(text, start, start + length, selector) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (best === undefined || best.score === second?.score) return { found: 'several', starts }
  return { found: 'one', start: best.start, end: best.start + length }
}

/** Every start of `quote` in `text`, overlapping ones too, in order. */
export function occurrences(text: string, quote: string): number[] {
  const starts: number[] = []
  if (quote.length === 0) return starts
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) starts.push(at)
  return starts
}

/** How many units before `start` agree with the prefix's end, plus how many from `end` on with the suffix's start. */
function agreement(
  text: string,
  start: number,
  end: number,
  { prefix = '', suffix = '' }: QuoteSelector,
): number {
  let before = 0
  while (
    before < prefix.length &&
    before < start &&
    text[start - 1 - before] === prefix[prefix.length - 1 - before]
  ) {
    before++
  }
  let after = 0
  while (after < suffix.length && end + after < text.length && text[end + after] === suffix[after]) after++
  return before + after
}
