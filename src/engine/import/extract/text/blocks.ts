import type { ExtractedBlock } from '../types.ts'
import { type Group, gatherGroups } from './groups.ts'
import { isCapitals, isTitleCase, looksLikeHeading, namedPart, numberedDepth } from './headings.ts'
import { type Line, readLines } from './lines.ts'
import { ListLevels } from './list-levels.ts'
import { leaveOutPageLines } from './pages.ts'
import { acceptNumbers, cutParagraphs, firstLineIndent, type Paragraph } from './paragraphs.ts'
import { readTable } from './tables.ts'
import { type IsWord, marginOf, marginOfGroup, wordsOf } from './wrapping.ts'

export interface TextBlocks {
  blocks: ExtractedBlock[]
  /** How many lines that recur on every page were left out. */
  pageLines: number
}

/** A block in the making: what it is follows from what stands around it. */
interface Draft extends Paragraph {
  shape: 'text' | 'row' | 'heading' | 'quotation'
  level: number
}

/**
 * Cuts plain text into blocks: paragraphs, joined where they were broken to fit a margin; headings, lists, quotations,
 * tables and footnotes as people write them; pages where form feeds end them.
 */
export function textToBlocks(text: string): TextBlocks {
  const read = readLines(text)
  const { lines, left } =
    read.pages > 1 ? leaveOutPageLines(read.lines, read.pages) : { lines: read.lines, left: 0 }
  const drafts = draftBlocks(lines, wordsOf(text))
  const blocks = nameBlocks(drafts, lines)
  if (read.pages === 1) for (const block of blocks) delete block.page
  return { blocks, pageLines: left }
}

function draftBlocks(lines: readonly Line[], isWord: IsWord, depth = 0): Draft[] {
  const groups = gatherGroups(lines)
  const plain = groups.filter(({ quoted }) => !quoted).map((group) => group.lines)
  const margin = marginOf(plain)
  const marks = acceptNumbers(lines)
  const habits = { marks, firstLine: firstLineIndent(lines, marks), isWord }
  return groups.flatMap((group): Draft[] => {
    if (group.quoted) return draftQuotation(group, isWord, depth)
    const rows = readTable(group.lines)
    if (rows !== null)
      return rows.flatMap((row, index) => {
        const line = group.lines[index]
        return line === undefined ? [] : [draftLine(row.join(' | '), line, 'row', 0)]
      })
    const underlined = draftUnderlined(group.lines)
    if (underlined !== null) return [underlined]
    return cutWrapped(group.lines, margin, (some, own) => cutParagraphs(some, own, habits)).map(draftText)
  })
}

type Cut = (lines: readonly Line[], margin: number) => Paragraph[]

/** Cuts wrapped lines into paragraphs; a headline right above them stays apart, wide as it may be. */
function cutWrapped(lines: readonly Line[], margin: number, cut: Cut): Paragraph[] {
  const [first, ...rest] = lines
  if (first !== undefined && /^[^\p{L}]?\p{Lu}/u.test(rest[0]?.text ?? '') && isTitleCase(first.text)) {
    const own = marginOfGroup(rest, margin)
    if (own > 0 && looksLikeHeading(first.text, rest.map(({ text }) => text).join(' '))) {
      return [...cut([first], 0), ...cut(rest, own)]
    }
  }
  return cut(lines, marginOfGroup(lines, margin))
}

function draftText(paragraph: Paragraph): Draft {
  return {
    ...paragraph,
    shape: paragraph.mark === 'hashes' ? 'heading' : 'text',
    level: (paragraph.item?.length ?? 1) - 1,
  }
}

function draftLine(text: string, line: Line, shape: Draft['shape'], level: number): Draft {
  const { indent, width, page } = line
  return {
    text,
    mark: 'none',
    item: null,
    indent,
    hanging: indent,
    lines: 1,
    width,
    page,
    apart: true,
    shape,
    level,
  }
}

/** A heading with a rule below it. */
function draftUnderlined(lines: readonly Line[]): Draft | null {
  const [line, rule, more] = lines
  if (line === undefined || rule === undefined || more !== undefined || !/^[=~-]{3,}$/.test(rule.text))
    return null
  return draftLine(line.text, line, 'heading', rule.text.startsWith('=') ? 1 : 2)
}

/** Quotations within quotations are read so far; deeper ones as if they were as deep. */
const deepestQuotation = 12

/** Reads what is quoted like a text of its own. */
function draftQuotation({ lines }: Group, isWord: IsWord, depth: number): Draft[] {
  const page = lines[0]?.page ?? 1
  const marks = depth < deepestQuotation ? /^> ?/ : /^(?:> ?)+/
  const text = lines.map((line) => '\n'.repeat(line.blanksBefore) + line.text.replace(marks, '')).join('\n')
  return draftBlocks(readLines(text).lines, isWord, depth + 1).map((draft) => {
    const isPlain = draft.shape !== 'row' && draft.mark !== 'item'
    return isPlain ? { ...draft, page, shape: 'quotation', level: 0 } : { ...draft, page }
  })
}

/** Says of every draft what it is. */
function nameBlocks(drafts: readonly Draft[], lines: readonly Line[]): ExtractedBlock[] {
  const layout = layoutOf(drafts, lines)
  const headings = findHeadings(drafts, layout)
  const levels = new ListLevels()
  let notes = 0
  return drafts.map((draft, index): ExtractedBlock => {
    const { text, page } = draft
    const heading = headings.get(draft)
    if (heading === undefined && draft.mark === 'item' && draft.shape === 'text') {
      return { kind: 'list-item', level: levels.of(draft), text, page }
    }
    // A paragraph beneath an item, indented like it, does not end the list.
    if (draft.indent <= layout.base || draft.shape !== 'text') levels.end()
    if (draft.shape === 'row') return { kind: 'table-row', level: 0, text, page }
    if (draft.shape === 'quotation') return { kind: 'quotation', level: 0, text, page }
    if (heading !== undefined) return { kind: 'heading', level: heading, text, page }
    const note = /^\[(\d{1,3})\]:? /.exec(text)
    if (note !== null && index > 0 && Number(note[1]) === notes + 1) {
      notes++
      return { kind: 'footnote', level: 0, text, page }
    }
    return { kind: isSetIn(draft, layout) ? 'quotation' : 'paragraph', level: 0, text, page }
  })
}

/** How a text is laid out as a whole. */
interface Layout {
  /** The indentation of most lines. */
  base: number
  /** The column of the widest line's end, but for very wide ones. */
  right: number
  /** Whether paragraphs begin indented, so that indentation says nothing about them. */
  indentsParagraphs: boolean
}

function layoutOf(drafts: readonly Draft[], lines: readonly Line[]): Layout {
  const indents = new Map<number, number>()
  let right = 0
  for (const { indent, width } of lines) {
    indents.set(indent, (indents.get(indent) ?? 0) + 1)
    if (width <= 120) right = Math.max(right, indent + width)
  }
  const base = [...indents].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  const texts = drafts.filter(({ shape, mark }) => shape === 'text' && mark === 'none')
  const indented = texts.filter(({ indent, hanging, lines: count }) => {
    return indent > base && (count === 1 || hanging < indent)
  }).length
  return { base, right, indentsParagraphs: indented * 4 > texts.length }
}

/** Whether a paragraph is set in as a whole, as quotations are. */
function isSetIn({ indent, hanging, lines, text, width }: Draft, layout: Layout): boolean {
  if (layout.indentsParagraphs || indent < layout.base + 2 || hanging < layout.base + 2) return false
  return (lines > 1 || width > 40) && /[.!?…:;,]["”’»)\]]*$/u.test(text)
}

const longestRun = 3

/** The headings and their levels. Many short lines one after the other are a poem or an address, and no headings. */
function findHeadings(drafts: readonly Draft[], layout: Layout): Map<Draft, number> {
  const found = new Map<Draft, number>()
  let run: Draft[] = []
  const endRun = () => {
    if (run.length > longestRun) for (const draft of run) if (!isCapitals(draft.text)) found.delete(draft)
    run = []
  }
  drafts.forEach((draft, index) => {
    const level = headingLevel(draft, drafts[index - 1], drafts[index + 1], index, layout)
    if (level === 0) endRun()
    else {
      found.set(draft, level)
      if (draft.shape === 'text') run.push(draft)
    }
  })
  endRun()
  return found
}

function headingLevel(
  draft: Draft,
  previous: Draft | undefined,
  next: Draft | undefined,
  index: number,
  layout: Layout,
): number {
  if (draft.shape === 'heading') return draft.level
  if (draft.shape !== 'text' || draft.lines > 3) return 0
  if (draft.mark === 'item') return isNumberedHeading(draft, previous, next) ? 2 : 0
  if (namedPart.test(draft.text) && draft.apart && next !== undefined) return index === 0 ? 1 : 2
  if (draft.lines > 1 && index > 0 && !isTitleCase(draft.text, 4)) return 0
  const depth = numberedDepth(draft.text)
  if (depth > 1 && next !== undefined && next.text.length > draft.text.length) return Math.min(depth + 1, 6)
  const isCentred =
    draft.indent > layout.base + 7 && Math.abs(draft.indent * 2 + draft.width - layout.right) < 9
  if (isSetIn(draft, layout) || (draft.indent > layout.base + 3 && !isCentred && !layout.indentsParagraphs))
    return 0
  if (!looksLikeHeading(draft.text, next?.text)) return 0
  return index === 0 ? 1 : 2
}

/** `3. The harbour` over a paragraph is a heading; with other items around it, it is one of them. */
function isNumberedHeading(draft: Draft, previous: Draft | undefined, next: Draft | undefined): boolean {
  if (draft.item?.number === undefined || !/^[9I]\.$/.test(draft.item.number.style) || !draft.apart)
    return false
  if (next === undefined || next.mark === 'item' || previous?.mark === 'item' || draft.lines > 1) return false
  const isShort = draft.text.length < 80 && !/[.!?:;,]$/.test(draft.text)
  return isShort && next.apart && next.indent <= draft.indent && next.text.length > draft.text.length
}
