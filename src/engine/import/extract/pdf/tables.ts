import { rowsOf } from './columns.ts'
import { inReadingOrder, joinLines, lineOf } from './lines.ts'
import { isMarker } from './markers.ts'
import type { Line } from './model.ts'

/** What a region is made of: lines of text, and rows of tables with the lines of their cells. */
export type RegionPart = { kind: 'line'; line: Line } | { kind: 'row'; cells: Line[][]; table: number }

/**
 * Finds the tables of a region: rows of two or more segments one below the other whose segments keep the same white
 * strips clear. Two columns need three rows to count, since a wide space can happen to stand above another.
 */
export function toParts(region: readonly Line[]): RegionPart[] {
  const rows = withHeadsParted(withStretchedJoined(rowsOf(region).map(withMarkersJoined)))
  const parts: RegionPart[] = []
  let at = 0
  let tables = 0
  while (at < rows.length) {
    const end = tableEnd(rows, at)
    if (end > at) {
      const cells = toCells(rows.slice(at, end))
      parts.push(...cells.map((row): RegionPart => ({ kind: 'row', cells: row, table: tables })))
      tables += 1
      at = end
    } else {
      parts.push({ kind: 'line', line: joinLines(rows[at] ?? []) })
      at += 1
    }
  }
  return parts
}

/** A bullet or number with a wide space behind it is no cell of its own. */
function withMarkersJoined(row: Line[]): Line[] {
  const [first, second, ...rest] = row
  if (first === undefined || second === undefined || !isMarker(textOfLine(first))) return row
  return [joinLines([first, second]), ...rest]
}

/**
 * A justified line of few words has wide spaces, all alike. It is told from a row of a table where most lines around are
 * justified text that fills the column.
 */
function withStretchedJoined(rows: Line[][]): Line[][] {
  const left = Math.min(...rows.flat().map(({ x0 }) => x0))
  const right = Math.max(...rows.flat().map(({ x1 }) => x1))
  const fills = (row: readonly Line[]) =>
    (row.at(-1)?.x1 ?? 0) > right - 2.5 && (row[0]?.x0 ?? 0) < left + (row[0]?.size ?? 0) * 4
  if (rows.filter((row) => row.length === 1 && fills(row)).length * 2 < rows.length) return rows
  return rows.map((row) => (row.length > 1 && fills(row) && isEvenlySpaced(row) ? [joinLines(row)] : row))
}

/** The names of narrow columns stand near to each other: the row below says where to part them. */
function withHeadsParted(rows: Line[][]): Line[][] {
  return rows.map((row, index) => {
    const below = rows[index + 1]
    const last = below?.at(-1)
    if (below === undefined || last === undefined || below.length < 2 || row.length >= below.length)
      return row
    return row.flatMap((line) => partedBy(line, below))
  })
}

/** Parts a line's runs by the cells they stand over; the line itself where they do not fit these cells. */
function partedBy(line: Line, below: readonly Line[]): Line[] {
  const cells = below.filter(({ x0, x1 }) => x0 < line.x1 && x1 > line.x0)
  if (cells.length < 2 || line.runs.length < cells.length) return [line]
  const groups = cells.map((): Line['runs'] => [])
  for (const run of line.runs) {
    const distances = cells.map(
      ({ x0, x1 }) => Math.max(x0 - run.x1, run.x0 - x1, 0) + Math.abs(x0 + x1 - run.x0 - run.x1) / 1000,
    )
    groups[distances.indexOf(Math.min(...distances))]?.push(run)
  }
  if (groups.some((group) => group.length === 0)) return [line]
  const parts = groups.map((runs) => lineOf(runs, line.page))
  const isApart = parts.every(
    (part, index) => index === 0 || part.x0 - (parts[index - 1]?.x1 ?? 0) > line.size * 0.4,
  )
  return isApart ? parts : [line]
}

function isEvenlySpaced(row: readonly Line[]): boolean {
  const em = row[0]?.size ?? 10
  const gaps = row.slice(1).map((line, index) => line.x0 - (row[index]?.x1 ?? line.x0))
  return Math.max(...gaps) < em * 4 && Math.max(...gaps) - Math.min(...gaps) < em * 0.6
}

function textOfLine(line: Line): string {
  return line.runs.map((run) => run.text).join(' ')
}

/** Where the table that begins with this row ends; `from` itself where none begins. */
function tableEnd(rows: readonly Line[][], from: number): number {
  if ((rows[from]?.length ?? 0) < 2) return from
  let end = from
  let split = 0
  let columns: Strip[] = []
  for (let at = from; at < rows.length; at += 1) {
    const row = rows[at] ?? []
    if (at > from && isFarBelow(rows[at - 1] ?? [], row)) break
    const next = withRow(columns, row)
    if (next.length < 2 || isLeaders(row) || isEquation(row)) break
    if (row.length === 1 && !isInsideTable(rows, at, columns)) break
    columns = next
    if (row.length > 1 && columns.filter((strip) => row.some((line) => touches(strip, line))).length > 1) {
      split += 1
      end = at + 1
    } else if (isWrapped(rows[at - 1] ?? [], row, columns)) end = at + 1
  }
  const needed = columns.length === 2 ? 3 : 2
  return split >= needed ? end : from
}

/** Dots that lead from a title to its page make no table. */
function isLeaders(row: readonly Line[]): boolean {
  return row.some((cell) => /(?:\.\s*){5,}/.test(textOfLine(cell)))
}

/** The number of an equation stands at the edge, far from it. */
function isEquation(row: readonly Line[]): boolean {
  const last = row.at(-1)
  return last !== undefined && /^\([A-Z]?\d{1,3}(?:\.\d{1,3})?[a-z]?\)$/.test(textOfLine(last))
}

function isFarBelow(above: readonly Line[], row: readonly Line[]): boolean {
  const upper = above[0]
  const lower = row[0]
  return (
    upper !== undefined && lower !== undefined && lower.y - upper.y > Math.max(upper.size, lower.size) * 4
  )
}

/** A single segment belongs to a table when it stands in one column and rows of the table follow soon. */
function isInsideTable(rows: readonly Line[][], at: number, columns: readonly Strip[]): boolean {
  const line = rows[at]?.[0]
  const above = rows[at - 1]?.[0]
  if (
    line === undefined ||
    above === undefined ||
    columns.filter((strip) => touches(strip, line)).length !== 1
  )
    return false
  if (line.y - above.y > line.size * 2.2 || line.bold !== above.bold) return false
  return (
    rows.slice(at + 1, at + 4).some((row) => row.length > 1 && withRow(columns, row).length >= 2) ||
    isWrapped(rows[at - 1] ?? [], rows[at] ?? [], columns)
  )
}

function isWrapped(above: readonly Line[], row: readonly Line[], columns: readonly Strip[]): boolean {
  const line = row[0]
  const upper = above[0]
  if (line === undefined || upper === undefined || row.length !== 1) return false
  const column = columns.findIndex((strip) => touches(strip, line))
  return column > 0 && line.y - upper.y < line.size * 1.5
}

interface Strip {
  x0: number
  x1: number
}

function touches(strip: Strip, line: Strip): boolean {
  return line.x0 < strip.x1 && line.x1 > strip.x0
}

/** The columns that are left when a row's segments are laid over those so far. */
function withRow(columns: readonly Strip[], row: readonly Line[]): Strip[] {
  return overlaid(columns, row, (row[0]?.size ?? 10) * 0.5)
}

function overlaid(columns: readonly Strip[], added: readonly Strip[], gap: number): Strip[] {
  const strips = [...columns, ...added.map(({ x0, x1 }) => ({ x0, x1 }))].sort((a, b) => a.x0 - b.x0)
  const merged: Strip[] = []
  for (const strip of strips) {
    const last = merged.at(-1)
    if (last !== undefined && strip.x0 < last.x1 + gap) last.x1 = Math.max(last.x1, strip.x1)
    else merged.push({ ...strip })
  }
  return merged
}

/** The rows with a cell for every column; lines of one cell that were wrapped come together. */
function toCells(rows: readonly Line[][]): Line[][][] {
  const columns = columnsOf(rows)
  const table: Line[][][] = []
  const tight = tightGap(rows)
  rows.forEach((row, index) => {
    const runs = row.flatMap((line) => line.runs)
    const cells = columns.map((strip) => {
      const inside = runs.filter((run) => run.x0 + run.x1 >= strip.x0 * 2 && run.x0 + run.x1 <= strip.x1 * 2)
      return inside.length === 0 ? [] : [lineOf(inReadingOrder(inside), row[0]?.page ?? 0)]
    })
    const last = table.at(-1)
    const gap = (row[0]?.y ?? 0) - (rows[index - 1]?.[0]?.y ?? 0)
    const goesOn = cells[0]?.length === 0 ? gap < (row[0]?.size ?? 0) * 1.5 : gap < tight
    if (last !== undefined && goesOn) {
      for (const [column, cell] of cells.entries()) last[column]?.push(...cell)
    } else table.push(cells)
  })
  return table
}

/** The strips between what no row crosses. In three rows and more even a narrow gap that all keep clear parts columns. */
function columnsOf(rows: readonly Line[][]): Strip[] {
  let wide: Strip[] = []
  for (const row of rows) wide = withRow(wide, row)
  if (rows.length < 3) return wide
  let fine: Strip[] = []
  for (const row of rows) {
    const em = row[0]?.size ?? 10
    fine = overlaid(
      fine,
      row.flatMap((line) => line.runs),
      em * 0.25,
    )
  }
  const isFilled = (strip: Strip) =>
    rows.filter((row) => row.some((line) => line.runs.some((run) => touches(strip, run)))).length * 2 >
    rows.length
  return fine.every(isFilled) ? fine : wide
}

/** Rows nearer to each other than this are lines of one row; 0 where all are about equally far apart. */
function tightGap(rows: readonly Line[][]): number {
  const gaps = rows.slice(1).map((row, index) => (row[0]?.y ?? 0) - (rows[index]?.[0]?.y ?? 0))
  const least = Math.min(...gaps)
  const most = Math.max(...gaps)
  const size = rows[0]?.[0]?.size ?? 10
  return least < size * 1.35 && most > least * 1.35 ? (least + most) / 2 : 0
}
