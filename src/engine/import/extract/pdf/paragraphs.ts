import { bulletOf, isCaption, numberOf } from './markers.ts'
import { type Draft, type Frame, type Line, weightedMedian } from './model.ts'
import { toParts } from './tables.ts'
import { lineText } from './text.ts'

/** A line with what the rules below ask of it. In scripts that run to the left, start and end are mirrored. */
interface Measured {
  line: Line
  text: string
  start: number
  end: number
  /** How far lines reach hereabouts. */
  reach: number
}

interface Column {
  frame: Frame
  /** The distance of baselines inside paragraphs, in ems; by it the space between paragraphs is told. */
  leading: number
  measured: Measured[]
}

/** The blocks of a region as far as geometry tells them: paragraphs, items of lists, rows of tables, captions, code. */
export function toDrafts(region: readonly Line[]): Draft[] {
  const parts = toParts(region)
  const drafts: Draft[] = []
  const column = measure(
    parts.flatMap((part) => (part.kind === 'line' ? [part.line] : [])),
    region,
  )
  let at = 0
  let open: Measured[] = []
  const close = () => {
    if (open.length > 0) drafts.push(...toDraft(open, column))
    open = []
  }
  for (const part of parts) {
    if (part.kind === 'row') {
      close()
      drafts.push({
        kind: 'table-row',
        level: 0,
        page: part.cells.flat()[0]?.page ?? 0,
        cells: part.cells,
        frame: column.frame,
      })
      continue
    }
    const next = column.measured[at]
    const after = column.measured[at + 1]
    at += 1
    if (next === undefined) continue
    if (open.length > 0 && breaks(open, next, after, column)) close()
    open.push(next)
  }
  close()
  return drafts
}

function measure(lines: readonly Line[], region: readonly Line[]): Column {
  const isLeftward =
    region.reduce((sum, line) => sum + (line.runs.some((run) => run.rightToLeft) ? 1 : -1), 0) > 0
  const measured = lines.map((line): Measured => {
    const [start, end] = isLeftward ? [-line.x1, -line.x0] : [line.x0, line.x1]
    return { line, text: lineText(line), start, end, reach: end }
  })
  const starts = region.map((line) => (isLeftward ? -line.x1 : line.x0))
  const ends = region.map((line) => (isLeftward ? -line.x0 : line.x1)).sort((a, b) => a - b)
  const left = Math.min(...starts)
  const right = ends[Math.min(ends.length - 1, Math.floor(ends.length * 0.97))] ?? 0
  for (const [index, found] of measured.entries()) found.reach = reachAt(measured, index, right)
  return { frame: { left, right, base: commonest(measured) ?? left }, leading: leadingOf(measured), measured }
}

/**
 * The right edge of the lines around one, where three of them end near to it: a column can hold a picture's or a table's
 * text that reaches further than its paragraphs. Otherwise the column's edge.
 */
function reachAt(lines: readonly Measured[], index: number, right: number): number {
  const here = lines[index]
  if (here === undefined) return right
  const em = here.line.size
  const around = lines
    .slice(Math.max(0, index - 4), index + 5)
    .filter(({ line, start }) => Math.abs(line.size - em) < em * 0.1 && Math.abs(start - here.start) < em * 3)
  const furthest = Math.max(...around.map(({ end }) => end))
  return around.filter(({ end }) => furthest - end < em * 3).length >= 3 ? furthest : right
}

function commonest(lines: readonly Measured[]): number | undefined {
  const counts = new Map<number, number>()
  let best: number | undefined
  for (const { start } of lines) {
    const key = Math.round(start / 2) * 2
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (best === undefined || count > (counts.get(best) ?? 0)) best = key
  }
  return best
}

const usualLeading = 1.3

function leadingOf(lines: readonly Measured[]): number {
  const gaps = lines.slice(1).flatMap(({ line }, index) => {
    const above = lines[index]?.line
    if (above === undefined || Math.abs(above.size - line.size) > 0.5) return []
    const gap = (line.y - above.y) / line.size
    return gap > 0.8 && gap < 2.6 ? [gap] : []
  })
  gaps.sort((a, b) => a - b)
  const quarter = gaps[Math.floor(gaps.length / 4)]
  return quarter === undefined || gaps.length < 3 ? Math.min(quarter ?? usualLeading, usualLeading) : quarter
}

/** Whether a new paragraph begins with `next`. */
function breaks(
  open: readonly Measured[],
  next: Measured,
  after: Measured | undefined,
  column: Column,
): boolean {
  const last = open.at(-1)
  const first = open[0]
  if (last === undefined || first === undefined) return false
  if (differs(last.line, next.line)) return true
  if (/ … \d+$/.test(last.text)) return true
  if (isFarther(open, next, column)) return true
  if (isCodeEdge(open, next, column)) return true
  if (isCaption(first.text) && /^\p{Ll}/u.test(next.text)) return false
  if (/^\[\d+\]/.test(next.text) && next.line.runs[0]?.shift === 'super') return true
  if (bulletOf(next.text) !== '')
    return (
      bulletOf(first.text) !== '' || next.start < last.start + next.line.size || endsEarly(last, next, column)
    )
  if (numberOf(next.text) !== '' && startsItem(open, next, column)) return true
  if (isCaption(next.text) && !goesOn(last, next, column)) return true
  if (isNextNote(first.text, next.text)) return true
  if (isCentred(last, column) && isCentred(next, column)) return false
  if (isUnderMiddle(last, next)) return false
  return (
    isIndented(open, next, after, column) || (endsEarly(last, next, column) && !isHeadingLike(open, next))
  )
}

/** Another size or weight of type. */
function differs(last: Line, next: Line): boolean {
  const ratio = next.size / last.size
  return ratio > 1.09 || ratio < 0.92 || last.bold !== next.bold
}

function isFarther(open: readonly Measured[], next: Measured, column: Column): boolean {
  const last = open.at(-1)
  const beforeLast = open.at(-2)
  if (last === undefined) return false
  const gap = (next.line.y - last.line.y) / next.line.size
  if (gap < -0.3) return true
  const own = beforeLast === undefined ? undefined : (last.line.y - beforeLast.line.y) / last.line.size
  const isBig = next.line.size > 14
  const usual = own ?? (isBig ? Math.max(column.leading, usualLeading) : column.leading)
  return gap > Math.max(usual * 1.2, usual + 0.2)
}

function startsItem(open: readonly Measured[], next: Measured, column: Column): boolean {
  const first = open[0]
  const last = open.at(-1)
  if (first === undefined || last === undefined) return false
  if (endsEarly(last, next, column)) return true
  const tolerance = next.line.size * 0.4
  // Outdented against the lines before it, or below the item before it at the same indent.
  if (next.start < last.start - tolerance) return true
  return (
    numberOf(first.text) !== '' &&
    Math.abs(next.start - first.start) < tolerance &&
    /[.;:,)]$|\d$/.test(last.text)
  )
}

function isIndented(
  open: readonly Measured[],
  next: Measured,
  after: Measured | undefined,
  column: Column,
): boolean {
  const first = open[0]
  const second = open[1]
  if (first === undefined) return false
  const tolerance = Math.max(next.line.size * 0.45, 3)
  if (second !== undefined) {
    const shift = next.start - (open.at(-1)?.start ?? second.start)
    return Math.abs(shift) > tolerance && Math.abs(next.start - second.start) > tolerance
  }
  const shift = next.start - first.start
  if (Math.abs(shift) <= tolerance) return false
  if (shift < 0) return Math.abs(shift) > next.line.size * 6 || endsEarly(first, next, column)
  const isItem = bulletOf(first.text) !== '' || numberOf(first.text) !== ''
  if (isItem) return shift > next.line.size * 6
  // A hanging indent goes on in the next line; an indented paragraph goes back.
  const hangs =
    after === undefined ||
    Math.abs(after.start - next.start) <= tolerance ||
    after.line.y - next.line.y > next.line.size * (column.leading + 0.4)
  return !(hangs && !endsEarly(first, next, column) && isFull(first, column))
}

function isFull({ end, line }: Measured, { frame }: Column): boolean {
  return frame.right - end < line.size * 3
}

/** Whether the line ended though the next line's first word would have fitted: then it was ended on purpose. */
function endsEarly(last: Measured, next: Measured, { frame }: Column): boolean {
  const room = last.reach - last.end
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0
  const width = ((next.end - next.start) / Math.max(next.text.length, 1)) * (word + 1)
  const endsSentence = /[.!?:…。！？]["”’»)\]]*(?:\[\d+\])?$/u.test(last.text)
  const slack = last.line.size * (endsSentence ? 0.6 : 2.5)
  if (room <= width + slack) return false
  if (endsSentence) return true
  if (/[-‐,]$/.test(last.text) || /^[\p{Ll}]/u.test(next.text)) return room > (frame.right - frame.left) * 0.6
  return room > (frame.right - frame.left) * 0.3
}

/** Whether a line that starts like a caption is only the next line of a sentence, as in `see / Figure 3. It shows`. */
function goesOn(last: Measured, next: Measured, column: Column): boolean {
  return !endsEarly(last, next, column) && !/[.!?:]$/.test(last.text)
}

function isCentred({ start, end, line }: Measured, { frame }: Column): boolean {
  const before = start - frame.left
  const behind = frame.right - end
  return before > line.size * 1.5 && behind > line.size * 1.5 && Math.abs(before - behind) < line.size * 2
}

/** Every line of code stands by itself; a line of a paragraph can happen to be all file names. */
function isCodeEdge(open: readonly Measured[], next: Measured, column: Column): boolean {
  const last = open.at(-1)
  if (last === undefined) return false
  if (open.every(({ line }) => line.monospaced) && next.line.monospaced) return true
  const isSetIn = Math.abs(next.start - last.start) > next.line.size * 0.4
  return (
    last.line.monospaced !== next.line.monospaced &&
    (isSetIn || endsEarly(last, next, column) || last.text.endsWith(':'))
  )
}

/** Lines that share their middle and neither edge are centred, however wide the column. */
function isUnderMiddle(last: Measured, next: Measured): boolean {
  const em = next.line.size
  return (
    Math.abs(last.start + last.end - next.start - next.end) < em && Math.abs(last.start - next.start) > em
  )
}

/** Notes count on from one to the next. */
function isNextNote(first: string, next: string): boolean {
  const [here, there] = [first, next].map((text) => /^(\d{1,3})(?=\s+\P{Ll})/u.exec(text)?.[1])
  return here !== undefined && there !== undefined && Number(there) === Number(here) + 1
}

/** Lines of big or bold type are broken where it looks well, not where they are full. */
function isHeadingLike(open: readonly Measured[], next: Measured): boolean {
  return (
    next.line.bold && open.length < 3 && next.text.length < 90 && !/[.!?:]$/.test(open.at(-1)?.text ?? '')
  )
}

function toDraft(lines: readonly Measured[], column: Column): Draft[] {
  const first = lines[0]
  if (first === undefined) return []
  const frame = column.frame
  const draft: Draft = {
    kind: 'paragraph',
    level: 0,
    page: first.line.page,
    cells: [lines.map(({ line }) => line)],
    frame,
  }
  if (/^[•‣◦▪]/u.test(first.text)) return [{ ...draft, kind: 'list-item', level: 1 }]
  if (lines.every(({ line }) => line.monospaced))
    return lines.map(({ line }) => ({ ...draft, kind: 'code', cells: [[line]] }))
  if (isCaption(first.text)) return [{ ...draft, kind: 'caption' }]
  if (bulletOf(first.text) !== '') return [{ ...draft, kind: 'list-item', level: 1 }]
  if (isSetIn(lines, column)) return [{ ...draft, kind: 'quotation' }]
  return [draft]
}

/** A quotation of some lines is set in from both edges, with its lines one below the other. */
function isSetIn(lines: readonly Measured[], { frame, measured }: Column): boolean {
  const first = lines[0]
  if (first === undefined || lines.length < 2 || first.line.bold || measured.length < lines.length + 4)
    return false
  const inset = first.line.size * 1.2
  const isEven = lines.every(({ start }) => Math.abs(start - first.start) < 2)
  const isNarrow = lines.every(({ end }) => frame.right - end > inset * 0.8)
  const inBody = measured.filter(({ start }) => Math.abs(start - frame.base) < 3).length * 2 > measured.length
  return isEven && isNarrow && inBody && first.start - frame.base > inset && first.start - frame.base < 80
}

/** The size of most of a document's letters. */
export function bodySize(lines: readonly Line[]): number {
  return weightedMedian(
    lines.map((line) => ({
      value: Math.round(line.size * 2) / 2,
      weight: line.runs.reduce((sum, run) => sum + run.text.length, 0),
    })),
  )
}
