import type { ExtractedBlock, ExtractedLink } from '../types.ts'

/** How a plain text says where its paragraphs end. */
export interface PlainFormat {
  /** `format=flowed`: a line that ends with a space goes on in the next (RFC 3676). */
  flowed: boolean
  /** `delsp=yes`: that space was put there for the line's end alone. */
  delsp: boolean
}

/** A line, how deep in quotations it stands, and whether it goes on in the next one. */
interface Line {
  depth: number
  text: string
  goesOn: boolean
}

/** Lines of one depth without an empty one between them. */
interface Paragraph {
  lines: Line[]
  inSignature: boolean
}

/**
 * A mail's plain text as blocks: paragraphs put together from their lines, quoted replies as quotations without their
 * marks, list items, headings that are underlined. What follows the line `-- ` is a signature: each line stays by itself.
 */
export function plainToBlocks(text: string, format: PlainFormat): ExtractedBlock[] {
  const lines = text.replaceAll('\r\n', '\n').split(/[\n\r]/)
  const paragraphs = toParagraphs(lines.map((line) => (format.flowed ? flowedLine(line) : plainLine(line))))
  const width = format.flowed ? Number.POSITIVE_INFINITY : usualWidth(paragraphs)
  return paragraphs.flatMap((paragraph) => toBlocks(paragraph, width, format)).map(withLinks)
}

function plainLine(line: string): Line {
  // Mailboxes in one file escape a line that looks like the beginning of the next mail.
  if (line.startsWith('>From ')) return { depth: 0, text: line.slice(1).trimEnd(), goesOn: false }
  const marks = /^(?:> ?)*/.exec(line)?.[0] ?? ''
  return { depth: countMarks(marks), text: line.slice(marks.length).trimEnd(), goesOn: false }
}

function flowedLine(line: string): Line {
  const marks = /^>*/.exec(line)?.[0] ?? ''
  const text = line.slice(marks.length).replace(/^ /, '')
  return { depth: marks.length, text, goesOn: text.endsWith(' ') && text !== '-- ' }
}

function countMarks(marks: string): number {
  return marks.replaceAll(' ', '').length
}

function toParagraphs(lines: readonly Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let open: Paragraph | null = null
  let inSignature = false
  for (const line of lines) {
    if (/^-- ?$/.test(line.text)) inSignature = true
    if (line.text.trim() === '' || /^-- ?$/.test(line.text)) {
      open = null
      continue
    }
    const previous: Line | undefined = open?.lines.at(-1)
    // An answer below a signature that was quoted is no signature.
    if (previous !== undefined && previous.depth !== line.depth) inSignature = false
    if (open === null || previous?.depth !== line.depth) {
      open = { lines: [], inSignature }
      paragraphs.push(open)
    }
    open.lines.push(line)
  }
  return paragraphs
}

const widestWrapped = 100
const narrowestWrapped = 40

/** How wide the mail's lines were allowed to be: its longest that goes on in another, but for single odd ones. */
function usualWidth(paragraphs: readonly Paragraph[]): number {
  const lengths = paragraphs
    .flatMap(({ lines }) => lines.slice(0, -1))
    .map(({ text }) => (text.trim().includes(' ') ? text.length : 0))
    .sort((a, b) => b - a)
  const width = lengths[Math.floor(lengths.length / 25)] ?? 0
  return width >= narrowestWrapped && width <= widestWrapped ? width : Number.POSITIVE_INFINITY
}

const rule = /^\s*([-=_*~#+─━])\1{2,}\s*$/
const bullet = /^\s*[-*•‣◦–+] +(?=\S)/

function toBlocks({ lines, inSignature }: Paragraph, usual: number, format: PlainFormat): ExtractedBlock[] {
  const blocks: ExtractedBlock[] = []
  const width = !format.flowed && isHardWrapped(lines) ? narrowestWrapped : usual
  let previous: Line | null = null
  for (const line of lines) {
    const open = blocks.at(-1)
    if (rule.test(line.text)) {
      if (open !== undefined && blocks.length === 1 && isUnderline(line, open)) underline(open)
      previous = null
      continue
    }
    const startsItem = line.depth === 0 && !inSignature && bullet.test(line.text)
    if (
      open !== undefined &&
      previous !== null &&
      !startsItem &&
      !inSignature &&
      joins(previous, line, width)
    ) {
      const kept = previous.goesOn && format.delsp ? open.text.slice(0, -1) : open.text
      open.text = previous.goesOn ? kept + line.text : `${kept} ${line.text.trim()}`
    } else blocks.push(newBlock(line, startsItem))
    previous = line
  }
  return blocks
}

/** Whether a paragraph was broken to fit a page: all its lines are short, and all but the last about equally long. */
function isHardWrapped(lines: readonly Line[]): boolean {
  if (lines.length < 2 || lines.some(({ text }) => text.length > widestWrapped)) return false
  return lines.slice(0, -1).every(({ text }) => text.length >= narrowestWrapped + 5 || bullet.test(text))
}

function newBlock({ depth, text }: Line, isItem: boolean): ExtractedBlock {
  if (isItem) return { kind: 'list-item', level: 1, text: text.replace(bullet, '') }
  return { kind: depth > 0 ? 'quotation' : 'paragraph', level: 0, text: text.trimStart() }
}

/** Whether a line was broken only because the next word did not fit any more. */
function joins(previous: Line, line: Line, width: number): boolean {
  if (previous.goesOn) return true
  if (previous.text.length < narrowestWrapped || previous.text.length > widestWrapped) return false
  // The header of a mail that is quoted or forwarded.
  if (/^\s*[*_]?\p{Lu}[\p{L}-]{1,20}:[*_]?\s/u.test(line.text)) return false
  const word = line.text.trimStart().split(' ', 1).join()
  return previous.text.length + 1 + word.length > width
}

function isUnderline(line: Line, block: ExtractedBlock): boolean {
  return block.kind === 'paragraph' && /^\s*[-=_~]/.test(line.text) && block.text.length <= 100
}

function underline(block: ExtractedBlock): void {
  block.kind = 'heading'
  block.level = 2
}

const address = /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?'’)\]}*_]/g

/** Marks the addresses that are written out. */
function withLinks(block: ExtractedBlock): ExtractedBlock {
  const links: ExtractedLink[] = [...block.text.matchAll(address)].map(({ 0: href, index }) => ({
    start: index,
    end: index + href.length,
    href,
  }))
  return links.length === 0 ? block : { ...block, links }
}
