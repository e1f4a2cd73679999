import { rowsOf } from './columns.ts'
import { joinLines } from './lines.ts'
import type { Line } from './model.ts'
import { lineText } from './text.ts'

/** A page's segments, with the page's measures. */
export interface PageLines {
  number: number
  width: number
  height: number
  lines: Line[]
}

/** What stood at the edge of many pages and was left out. */
export interface Furniture {
  pages: PageLines[]
  headers: number
  pageNumbers: number
  /** Address and time of a page that was printed from a browser. */
  printed: string[]
}

/** How many rows from the top and from the bottom can be furniture. */
const depth = 4
const edge = 0.2

interface EdgeRow {
  page: PageLines
  lines: Line[]
  /** Counted from the page's edge: 0 is the outermost row. */
  rank: number
  side: 'top' | 'bottom'
  text: string
  y: number
  size: number
}

/**
 * Leaves out running heads, footers and page numbers: rows near the top or bottom of a page that stand at the same height
 * with the same words (digits may differ) on several pages, or that count with the pages.
 */
export function withoutFurniture(pages: readonly PageLines[]): Furniture {
  const rows = pages.flatMap(edgeRows)
  const numbers = pageNumbers(rows)
  const repeated = repeatedRows(rows, pages.length)
  const printed = printedFrom(rows, pages.length)
  const dropped = new Set<Line>()
  let headers = 0
  let counted = 0
  for (const row of rows) {
    // Only what lies outside of everything that stays.
    if (numbers.has(row)) counted += 1
    else if (repeated.has(row) || printed.has(row)) headers += 1
    else continue
    for (const line of row.lines) dropped.add(line)
  }
  return {
    pages: pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !dropped.has(line)) })),
    headers,
    pageNumbers: counted,
    printed: [...printed].map((row) => row.text),
  }
}

function edgeRows(page: PageLines): EdgeRow[] {
  const rows = rowsOf(page.lines)
  const toEdgeRow = (lines: Line[], rank: number, side: 'top' | 'bottom'): EdgeRow => {
    const line = joinLines(lines)
    return { page, lines, rank, side, text: lineText(line), y: line.y, size: line.size }
  }
  const top = rows.slice(0, depth).filter((row) => (row[0]?.y ?? 0) < page.height * edge)
  const bottom = rows.slice(-depth).filter((row) => (row[0]?.y ?? 0) > page.height * (1 - edge))
  return [
    ...top.map((row, rank) => toEdgeRow(row, rank, 'top')),
    ...bottom.reverse().map((row, rank) => toEdgeRow(row, rank, 'bottom')),
  ]
}

/** What two running heads have in common: their words, without digits. */
function shape(text: string): string {
  return text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/(?<=^|\s)[ivxlc]{1,7}(?=$|\s)/g, '#')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Rows with the same words at the same height of another page. Left and right pages can have heads of their own, and
 * chapters too: two pages in a long document are enough where the place is the same.
 */
function repeatedRows(rows: readonly EdgeRow[], pages: number): Set<EdgeRow> {
  if (pages < 2) return new Set()
  const groups = groupBy(rows, (row) => `${row.side} ${shape(row.text)}`)
  const repeated = new Set<EdgeRow>()
  for (const group of groups.values()) {
    if (!/\p{L}|#/u.test(shape(group[0]?.text ?? ''))) continue
    const sorted = [...group].sort((a, b) => a.y - b.y)
    sorted.forEach((row, index) => {
      const others = [
        ...sorted.slice(Math.max(0, index - near), index),
        ...sorted.slice(index + 1, index + 1 + near),
      ]
      const isSame = (other: EdgeRow) =>
        other.page !== row.page && Math.abs(other.y - row.y) < 4 && Math.abs(other.size - row.size) < 1
      if (others.some(isSame)) repeated.add(row)
    })
  }
  return withoutBody(repeated)
}

/** So many neighbours in height are compared: the nearest are of other pages, if any are. */
const near = 4

/** A row goes only when the rows further out go too, but for one: a lone page number may stand there. */
function withoutBody(rows: ReadonlySet<EdgeRow>): Set<EdgeRow> {
  const kept = new Set<EdgeRow>()
  for (const edge of groupBy([...rows], ({ page, side }) => `${page.number} ${side}`).values()) {
    for (const row of edge) {
      if (edge.filter(({ rank }) => rank < row.rank).length >= row.rank - 1 && isApart(row, edge))
        kept.add(row)
    }
  }
  return kept
}

/**
 * Whether a row stands off from what is inside of it, or that goes too. Forms and catalogues begin every page with the
 * same kind of line, which stands in its text.
 */
function isApart(row: EdgeRow, edge: readonly EdgeRow[]): boolean {
  const inner = row.page.lines.filter((line) =>
    row.side === 'top' ? line.y > row.y + 1 : line.y < row.y - 1,
  )
  const nextY = inner.reduce(
    (nearest, { y }) => (Math.abs(y - row.y) < Math.abs(nearest - row.y) ? y : nearest),
    Number.POSITIVE_INFINITY,
  )
  const next = edge.find((other) => other.rank > row.rank && Math.abs(other.y - nextY) < 1)
  if (Math.abs(nextY - row.y) > row.size * 1.6) return true
  return next !== undefined && next.rank <= 2 && isApart(next, edge)
}

function groupBy(rows: readonly EdgeRow[], keyOf: (row: EdgeRow) => string): Map<string, EdgeRow[]> {
  const groups = new Map<string, EdgeRow[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

const numeral =
  /^(?:page|seite|pagina|página|p\.|s\.|side|sida)?\s*[-–—|[(]*\s*(\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})\s*[-–—|\])]*(?:\s*(?:of|von|de|di|av|sur|\/)\s*\d{1,4})?$/iu

/** Rows that hold nothing but a number which grows with the pages, or which says that it is a page's. */
function pageNumbers(rows: readonly EdgeRow[]): Set<EdgeRow> {
  const found = new Set<EdgeRow>()
  const bySlot = new Map<string, { row: EdgeRow; offset: number }[]>()
  for (const row of rows) {
    const written = numeral.exec(row.text.trim())?.[1]
    if (written === undefined || row.rank > 1) continue
    if (/^\s*(?:page|seite|página|pagina)\b/i.test(row.text) || /^\d+\s*(?:of|von|\/)\s*\d+$/.test(row.text))
      found.add(row)
    const value = /^\d/.test(written) ? Number(written) : roman(written)
    const slot = `${/^\d/.test(written) ? 'arabic' : 'roman'} ${value - row.page.number}`
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), { row, offset: value - row.page.number }])
  }
  for (const slot of bySlot.values()) {
    if (slot.length < 2 && !slot.some(({ row, offset }) => offset === 0 && isLonely(row))) continue
    for (const { row } of slot) found.add(row)
  }
  return found
}

/** A number by itself at the very edge of the page, apart from the text. */
function isLonely(row: EdgeRow): boolean {
  const place = row.y / row.page.height
  return row.rank === 0 && row.page.lines.length > 3 && (place < 0.08 || place > 0.92)
}

function roman(written: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  const letters = [...written.toLowerCase()].map((letter) => values[letter] ?? 0)
  return letters.reduce((sum, value, index) => sum + (value < (letters[index + 1] ?? 0) ? -value : value), 0)
}

/** Browsers print time and title above a page, its address and the page's number below. */
function printedFrom(rows: readonly EdgeRow[], pages: number): Set<EdgeRow> {
  const footers = rows.filter(
    ({ side, rank, text }) =>
      side === 'bottom' && rank === 0 && /^(?:https?|file):\S+\s+\d+\/\d+$/.test(text),
  )
  if (footers.length < pages) return new Set()
  const headers = rows.filter(
    ({ side, rank, text }) =>
      side === 'top' && rank === 0 && /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}/.test(text),
  )
  return new Set([...footers, ...headers])
}
