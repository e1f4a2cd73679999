/** What an annotation keeps of its passage, so that it can be found again and shown to be right. */
export interface Anchor {
  start: number
  end: number
  quote: string
  prefix: string
  suffix: string
}

/** How much of the surroundings an anchor keeps, in UTF-16 units. */
export const contextLength = 32

/**
 * Describes the passage `[start, end)` of `text`. Ends that would cut a surrogate pair in two are moved outwards.
 * Throws a RangeError for a range that is empty, reversed or outside the text.
 */
export function describePassage(text: string, start: number, end: number): Anchor {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`no passage [${start}, ${end}) in a text of ${text.length}`)
  }
  const from = splitsPair(text, start) ? start - 1 : start
  const to = splitsPair(text, end) ? end + 1 : end
  return {
    start: from,
    end: to,
    quote: text.slice(from, to),
    prefix: contextBefore(text, from),
    suffix: contextAfter(text, to),
  }
}

/** Up to 32 units before `offset`, never starting with half a character. */
export function contextBefore(text: string, offset: number): string {
  const from = Math.max(0, offset - contextLength)
  return text.slice(splitsPair(text, from) ? from + 1 : from, offset)
}

/** Up to 32 units from `offset` on, never ending with half a character. */
export function contextAfter(text: string, offset: number): string {
  const to = Math.min(text.length, offset + contextLength)
  return text.slice(offset, splitsPair(text, to) ? to - 1 : to)
}

/** Whether `offset` stands between the two halves of one character. */
function splitsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}
