import type { BlockRow } from '../store/sources.ts'

/**
 * Cuts a decoded text into blocks. The canonical text is the blocks' texts joined by `\n`; each block's `start` is its
 * UTF-16 offset there.
 *
 * Blank lines separate paragraphs where there are any; lines inside are joined when they are hard-wrapped, but for a
 * headline on the first. Without blank lines every line is a paragraph, unless the whole is hard-wrapped.
 */
export function toBlocks(text: string): BlockRow[] {
  const lines = normalise(text).split('\n')
  const blocks: BlockRow[] = []
  let start = 0
  const paragraphs = splitParagraphs(lines)
  paragraphs.forEach((paragraph, index) => {
    const shaped = shape(paragraph, index, paragraphs)
    if (shaped.text === '') return
    blocks.push({ ...shaped, start })
    start += shaped.text.length + 1
  })
  return blocks
}

/** The canonical text that blocks make. */
export function canonicalText(blocks: readonly BlockRow[]): string {
  return blocks.map((block) => block.text).join('\n')
}

/** NFC, `\n` newlines, no control or invisible formatting characters, runs of white space as one space. */
export function normalise(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u2028\u2029\f\v\u0085]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed.
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\ufeff\u200b\u2060]/g, '')
      // Only now: a soft hyphen between a letter and its accent keeps the two apart.
      .normalize('NFC')
      // A single space is left alone: there are too many of them to replace each by itself.
      .replace(/[^\S\n ][^\S\n]*| [^\S\n]+/g, ' ')
  )
}

/** The words of a query or a quote made comparable with canonical text. */
export function normaliseQuote(quote: string): string {
  return normalise(quote)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

function splitParagraphs(lines: string[]): string[] {
  const trimmed = lines.map((line) => line.trim())
  const groups: string[][] = [[]]
  for (const line of trimmed) {
    if (line === '') groups.push([])
    else groups.at(-1)?.push(line)
  }
  const filled = groups.filter((group) => group.length > 0)
  if (filled.length === 1 && endsSentences(filled[0] ?? [])) return filled[0] ?? []
  return filled.flatMap(unwrap)
}

/** Whether most lines end as sentences do: without blank lines, each is then a paragraph of its own. */
function endsSentences(lines: string[]): boolean {
  return lines.filter((line) => /[.!?…]["”’»)\]]*$/u.test(line)).length * 2 > lines.length
}

/** The paragraphs of lines without a blank one between them; a headline on the first stays apart from them. */
function unwrap(lines: string[]): string[] {
  const [first, ...rest] = lines
  const isBody = rest.length === 1 || isHardWrapped(rest)
  if (first !== undefined && isBody && standsApart(first, rest)) return [first, ...joinWrapped(rest)]
  return isHardWrapped(lines) ? joinWrapped(lines) : lines
}

/**
 * Whether the first of some wrapped lines is a headline over them: not ended like a sentence, and either written with
 * capitals throughout, or broken off though the next word, a capitalised one, would have fitted.
 */
function standsApart(line: string, rest: string[]): boolean {
  const next = rest[0]
  if (next === undefined || !looksLikeHeading(line, rest.slice(0, 5).join(' '))) return false
  const long = line.split(' ').filter((word) => word.length > 3)
  if (long.length > 1 && long.every((word) => !/^\p{Ll}/u.test(word))) return true
  const widest = rest.reduce((most, { length }) => Math.max(most, length), 0)
  return /^["“‘«(]?\p{Lu}/u.test(next) && line.length + 1 + next.split(' ', 1).join().length < widest
}

const widestWrappedLine = 100
const narrowestWrappedLine = 45

/** Lines of one paragraph that were broken to fit a page: all short, and all but the last about equally long. */
function isHardWrapped(lines: string[]): boolean {
  if (lines.length < 2 || lines.some((line) => line.length > widestWrappedLine)) return false
  const body = lines.slice(0, -1).filter((line) => !isListItem(line))
  return body.length > 0 && body.every((line) => line.length >= narrowestWrappedLine)
}

function joinWrapped(lines: string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const previous = joined.pop()
    if (previous === undefined) joined.push(line)
    else if (isListItem(line)) joined.push(previous, line)
    else joined.push(`${previous} ${line}`)
  }
  return joined
}

const bullet = /^[-*•‣◦–] +(?=\S)/u
const hashes = /^(#{1,6}) +(?=\S)/

function isListItem(line: string): boolean {
  return bullet.test(line)
}

/** Says what a paragraph is, and takes off the marks that said so. */
function shape(text: string, index: number, all: string[]): Omit<BlockRow, 'start'> {
  const heading = hashes.exec(text)
  if (heading?.[1] !== undefined) {
    return { kind: 'heading', level: heading[1].length, text: text.slice(heading[0].length) }
  }
  if (isListItem(text)) return { kind: 'list-item', level: 1, text: text.replace(bullet, '') }
  if (/^> ?\S/.test(text)) return { kind: 'quotation', level: 0, text: text.replace(/^> ?/, '') }
  if (looksLikeHeading(text, all[index + 1])) return { kind: 'heading', level: index === 0 ? 1 : 2, text }
  return { kind: 'paragraph', level: 0, text }
}

const longestHeadline = 200

/**
 * Whether a line reads as a headline: short, not ended like a sentence, with a longer paragraph behind it.
 * A dateline's dash or a colon at the end speaks against it.
 */
export function looksLikeHeading(line: string, next: string | undefined): boolean {
  if (line.length > longestHeadline || next === undefined) return false
  if (!/\p{L}/u.test(line) || /[.!?…:;,"”»’)\]—–-]$/u.test(line)) return false
  const words = line.split(' ').length
  const isCapitals = line === line.toUpperCase() && line !== line.toLowerCase()
  if (isCapitals) return words <= 20
  return words <= 25 && (next.length > line.length || isListItem(next) || looksShort(next))
}

/** Two short lines one after the other are a headline and its deck, or a heading and its list. */
function looksShort(line: string): boolean {
  return line.length < 60 && !/[.!?]$/.test(line)
}
