import type { Line } from './lines.ts'
import { type ItemMark, readMark } from './marks.ts'
import { type IsWord, isBroken, joinLines } from './wrapping.ts'

/** Lines that belong together, joined. */
export interface Paragraph {
  /** Without its mark, unless that is a number, which others may refer to. */
  text: string
  /** What kind of thing its mark says it is. */
  mark: 'none' | 'item' | 'hashes'
  /** The mark of an item; the number of hashes is its `length` less one. */
  item: ItemMark | null
  indent: number
  /** The least indentation of its lines from the second on; that of the first where it is alone. */
  hanging: number
  lines: number
  /** Width of its first line. */
  width: number
  page: number
  /** Whether a blank line or another kind of thing stands before it. */
  apart: boolean
}

/** Tells for every line that looks numbered whether it is the item of a list: one number follows another. */
export function acceptNumbers(lines: readonly Line[]): Map<Line, ItemMark> {
  const accepted = new Map<Line, ItemMark>()
  const marked: [Line, ItemMark][] = []
  lines.forEach((line, index) => {
    const mark = readMark(line.text)
    if (mark === null || isDash(lines, index, accepted)) return
    if (mark.number === undefined) accepted.set(line, mark)
    else marked.push([line, mark])
  })
  const following = nextOfStyle(marked.map(([, mark]) => mark))
  const last = new Map<string, number>()
  marked.forEach(([line, mark], index) => {
    const { style, value } = mark.number ?? { style: '', value: 0 }
    const next = following[index]
    if (last.get(style) !== value - 1 && next !== value + 1) return
    last.set(style, value)
    accepted.set(line, mark)
  })
  return accepted
}

/** The value of the next mark of the same style, for each mark that is a number. */
function nextOfStyle(marks: readonly ItemMark[]): (number | undefined)[] {
  const next = new Map<string, number>()
  const found: (number | undefined)[] = []
  for (const { number } of [...marks].reverse()) {
    found.push(next.get(number?.style ?? ''))
    if (number !== undefined) next.set(number.style, number.value)
  }
  return found.reverse()
}

/** Whether a line only begins with a dash because it was broken there: a sentence goes on, and no item follows. */
function isDash(lines: readonly Line[], index: number, accepted: ReadonlyMap<Line, ItemMark>): boolean {
  const line = lines[index]
  const previous = lines[index - 1]
  if (line === undefined || previous === undefined || line.blanksBefore > 1 || accepted.has(previous))
    return false
  if (!/^[-–·*] +\p{Ll}/u.test(line.text) || previous.width < 45 || /[.:;!?]$/.test(previous.text))
    return false
  return !lines.slice(index + 1, index + 4).some(({ text }) => text.startsWith(line.text.slice(0, 2)))
}

/** What is known of a text as a whole when one of its groups is cut. */
export interface TextHabits {
  /** Which lines are items of lists, and by which mark. */
  marks: ReadonlyMap<Line, ItemMark>
  /** How far the first lines of paragraphs are indented; 0 where they are not. */
  firstLine: number
  isWord: IsWord
}

/** How far first lines are indented in a text that parts its paragraphs that way. */
export function firstLineIndent(lines: readonly Line[], marks: ReadonlyMap<Line, ItemMark>): number {
  const counts = new Map<number, number>()
  lines.forEach(({ indent }, index) => {
    const next = lines[index + 1]
    if (indent === 0 || next === undefined || next.blanksBefore > 0 || marks.has(next)) return
    if (next.indent < indent && indent - next.indent <= 10) counts.set(indent, (counts.get(indent) ?? 0) + 1)
  })
  const [indent = 0, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  return count >= 3 ? indent : 0
}

/** Cuts the lines of a group into paragraphs: at marks, at indented first lines, and where a line was not broken to fit. */
export function cutParagraphs(
  lines: readonly Line[],
  margin: number,
  { marks, firstLine, isWord }: TextHabits,
): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let open: Paragraph | null = null
  // Joined at the end: a text that grew line by line would be copied with every one.
  let parts: string[] = []
  const close = () => {
    if (open !== null) open.text = parts.join('')
  }
  let previous: Line | undefined
  lines.forEach((line, index) => {
    const item = marks.get(line) ?? null
    const hashes = line.text.charCodeAt(0) === 0x23 ? /^(#{1,6}) +(?=\S)/.exec(line.text) : null
    const mayRunOn = item === null && hashes === null && open !== null && open.mark !== 'hashes'
    const begins = firstLine > 0 && line.indent === firstLine && open?.mark !== 'item'
    if (mayRunOn && !begins && open && previous && runsOn(open, previous, line, lines[index + 1], margin)) {
      const end = parts.length - 1
      const joined = joinLines(parts[end] ?? '', line.text, isWord)
      parts[end] = joined.slice(0, joined.length - line.text.length)
      parts.push(line.text)
      open.hanging = open.lines === 1 ? line.indent : Math.min(open.hanging, line.indent)
      open.lines++
    } else {
      close()
      open = begin(line, item, hashes?.[0].length ?? 0, index === 0)
      parts = [open.text]
      paragraphs.push(open)
    }
    previous = line
  })
  close()
  return paragraphs
}

function begin(line: Line, item: ItemMark | null, hashes: number, apart: boolean): Paragraph {
  const taken = hashes > 0 ? hashes : item !== null && item.number === undefined ? item.length : 0
  return {
    text: taken > 0 ? line.text.slice(taken) : line.text,
    mark: hashes > 0 ? 'hashes' : item === null ? 'none' : 'item',
    item: hashes > 0 ? { length: hashes } : item,
    indent: line.indent,
    hanging: line.indent,
    lines: 1,
    width: line.width,
    page: line.page,
    apart,
  }
}

function runsOn(
  open: Paragraph,
  previous: Line,
  line: Line,
  next: Line | undefined,
  margin: number,
): boolean {
  // Beneath the text of an item, the item goes on.
  if (
    open.mark === 'item' &&
    line.indent >= open.indent + (open.item?.length ?? 0) - 1 &&
    line.indent > open.indent
  ) {
    return true
  }
  if (!isBroken(previous, line, margin)) return false
  const isFirstLine = line.indent >= previous.indent + 2 && next !== undefined && next.indent < line.indent
  return !isFirstLine
}
