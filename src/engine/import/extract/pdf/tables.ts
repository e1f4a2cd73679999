import { rowsOf } from './columns.ts'
import { joinLines } from './lines.ts'
import { isMarker } from './markers.ts'
import type { Line } from './model.ts'

/** What a region is made of: lines of text, and rows of tables with the lines of their cells. */
export type RegionPart = { kind: 'line'; line: Line } | { kind: 'row'; cells: Line[][]; table: number }

/**
 * Finds the tables of a region: rows of two or more segments one below the other whose segments keep the same white
 * strips clear. Two columns need three rows to count, since a wide space can happen to stand above another.
 */
export function toParts(region: readonly Line[]): RegionPart[] {
  const rows = rowsOf(region).map(withMarkersJoined)
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
    if (next.length < 2 || isLeaders(row)) break
    if (row.length === 1 && !isInsideTable(rows, at, columns)) break
    columns = next
    if (row.length > 1) {
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
  if (line === undefined || columns.filter((strip) => touches(strip, line)).length !== 1) return false
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

function touches(strip: Strip, line: Line): boolean {
  return line.x0 < strip.x1 && line.x1 > strip.x0
}

/** The columns that are left when a row's segments are laid over those so far. */
function withRow(columns: readonly Strip[], row: readonly Line[]): Strip[] {
  const em = row[0]?.size ?? 10
  const strips = [...columns, ...row.map(({ x0, x1 }) => ({ x0, x1 }))].sort((a, b) => a.x0 - b.x0)
  const merged: Strip[] = []
  for (const strip of strips) {
    const last = merged.at(-1)
    if (last !== undefined && strip.x0 < last.x1 + em * 0.5) last.x1 = Math.max(last.x1, strip.x1)
    else merged.push({ ...strip })
  }
  return merged
}

/** The rows with a cell for every column; lines of one cell that were wrapped come together. */
function toCells(rows: readonly Line[][]): Line[][][] {
  let columns: Strip[] = []
  for (const row of rows) columns = withRow(columns, row)
  const table: Line[][][] = []
  const tight = tightGap(rows)
  rows.forEach((row, index) => {
    const cells = columns.map((strip) => row.filter((line) => touches(strip, line)))
    const joined = cells.map((cell) => (cell.length === 0 ? [] : [joinLines(cell)]))
    const last = table.at(-1)
    const gap = (row[0]?.y ?? 0) - (rows[index - 1]?.[0]?.y ?? 0)
    const goesOn = joined[0]?.length === 0 ? gap < (row[0]?.size ?? 0) * 1.5 : gap < tight
    if (last !== undefined && goesOn) {
      for (const [column, cell] of joined.entries()) last[column]?.push(...cell)
    } else table.push(joined)
  })
  return table
}

/** Rows nearer to each other than this are lines of one row; 0 where all are about equally far apart. */
function tightGap(rows: readonly Line[][]): number {
  const gaps = rows.slice(1).map((row, index) => (row[0]?.y ?? 0) - (rows[index]?.[0]?.y ?? 0))
  const least = Math.min(...gaps)
  const most = Math.max(...gaps)
  const size = rows[0]?.[0]?.size ?? 10
  return least < size * 1.35 && most > least * 1.35 ? (least + most) / 2 : 0
}
