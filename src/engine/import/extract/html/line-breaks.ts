/** A paragraph within a text, and the text it reads as: of the same length, so that offsets hold. */
export interface Paragraph {
  start: number
  text: string
}

const longestVerse = 60
const longestWrappedLine = 100

/**
 * Finds the paragraphs of a text with line breaks (`\n`). Two breaks in a row part paragraphs. A single one is a space,
 * unless lines are short one after the other (a poem, an address: the breaks stay), or whole paragraphs were parted by
 * single breaks.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const { start, end } of stretches(text, /\n[\s\u00a0]*\n/g)) {
    const part = text.slice(start, end)
    for (const paragraph of singleBreaks(part)) {
      if (paragraph.text.trim() !== '')
        paragraphs.push({ start: start + paragraph.start, text: paragraph.text })
    }
  }
  return paragraphs
}

/** The paragraphs of preformatted prose: parted by blank lines, their own lines joined. */
export function wrappedParagraphs(text: string): Paragraph[] {
  return stretches(text, /\n[ \t\u00a0]*\n[\s\u00a0]*/g)
    .map(({ start, end }) => ({ start, text: text.slice(start, end).replaceAll('\n', ' ') }))
    .filter((paragraph) => paragraph.text.trim() !== '')
}

function singleBreaks(part: string): Paragraph[] {
  if (!part.includes('\n')) return [{ start: 0, text: part }]
  const lines = stretches(part, /\n/g)
  const lengths = lines
    .map(({ start, end }) => part.slice(start, end).trim().length)
    .filter((length) => length > 0)
  if (lengths.length >= 3 && lengths.every((length) => length <= longestVerse))
    return [{ start: 0, text: part }]
  const paragraphs: Paragraph[] = []
  for (const { start, end } of lines) {
    const previous = paragraphs.at(-1)
    const line = part.slice(start, end)
    if (previous === undefined || endsParagraph(previous.text, line)) paragraphs.push({ start, text: line })
    else previous.text = `${previous.text} ${line}`
  }
  return paragraphs
}

/** Whether a line is too long to have been wrapped, and ends as a paragraph does. */
function endsParagraph(before: string, after: string): boolean {
  if (!/[.!?…:][\s"'”’»)\]]*$/u.test(before)) return false
  return (
    before.length > longestWrappedLine &&
    (after.length > longestWrappedLine || /[.!?…]["”’»)]*\s*$/u.test(after))
  )
}

function stretches(text: string, separator: RegExp): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let start = 0
  for (const match of text.matchAll(separator)) {
    found.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  found.push({ start, end: text.length })
  return found
}
