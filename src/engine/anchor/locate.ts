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
 * Finds the one place where `selector.quote` stands, word for word. Of several places the one is taken that has the whole
 * given prefix before it and the whole suffix behind it; how white space is written there, and whether any stands next
 * to the quote, makes no difference. Where none or more than one has, the answer is `several`: an annotation on the wrong
 * sentence is worse than a question. `starts` are then the places that agree, or all of them if none does.
 */
export function locateQuote(text: string, selector: QuoteSelector): Location {
  const starts = occurrences(text, selector.quote)
  const only = starts[0]
  if (only === undefined) return { found: 'none' }
  const { length } = selector.quote
  if (starts.length === 1) return { found: 'one', start: only, end: only + length }
  const prefix = foldSpace(selector.prefix ?? '')
  const suffix = foldSpace(selector.suffix ?? '')
  const agreeing = starts.filter(
    (start) => standsBefore(text, start, prefix) && standsAfter(text, start + length, suffix),
  )
  const [best] = agreeing
  if (best === undefined) return { found: 'several', starts }
  if (agreeing.length > 1) return { found: 'several', starts: agreeing }
  return { found: 'one', start: best, end: best + length }
}

/** Every start of `quote` in `text`, overlapping ones too, in order. */
export function occurrences(text: string, quote: string): number[] {
  const starts: number[] = []
  if (quote.length === 0) return starts
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) starts.push(at)
  return starts
}

function foldSpace(context: string): string {
  return context.trim().replace(/\s+/g, ' ')
}

/** Whether `words`, folded, end right before `at`. */
function standsBefore(text: string, at: number, words: string): boolean {
  let before = skipSpaceBack(text, at)
  for (let index = words.length - 1; index >= 0; index--) {
    const isGap = words[index] === ' '
    const next = isGap ? skipSpaceBack(text, before) : before - 1
    if (isGap ? next === before : text[next] !== words[index]) return false
    before = next
  }
  return true
}

/** Whether `words`, folded, begin right at `at`. */
function standsAfter(text: string, at: number, words: string): boolean {
  let after = skipSpace(text, at)
  for (const unit of words.split('')) {
    const next = unit === ' ' ? skipSpace(text, after) : after + 1
    if (unit === ' ' ? next === after : text[after] !== unit) return false
    after = next
  }
  return true
}

function skipSpaceBack(text: string, from: number): number {
  let at = from
  while (at > 0 && isSpace(text[at - 1])) at--
  return at
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text[at])) at++
  return at
}

function isSpace(unit: string | undefined): boolean {
  return unit !== undefined && /\s/.test(unit)
}
