import type { Line } from './lines.ts'

/** A table's row: its cells from left to right. */
export type Row = string[]

/** The rows of a group that is a table: cells parted by `|`, tabs, or aligned in columns; null of any other. */
export function readTable(lines: readonly Line[]): Row[] | null {
  if (lines.length < 2 || !mayBeTable(lines)) return null
  return readPiped(lines) ?? readTabbed(lines) ?? readRuled(lines) ?? readAligned(lines)
}

/** Most groups are prose: one look at a line tells. */
function mayBeTable(lines: readonly Line[]): boolean {
  return lines.every(({ text }) => text.length < 1_000) && /\||\t| {2}/.test(lines.at(-1)?.text ?? '')
}

function readPiped(lines: readonly Line[]): Row[] | null {
  const rows = lines.filter(({ text }) => !/^[-+|:= ]+$/.test(text))
  const cells = rows.map(({ text }) => text.replace(/^\||\|$/g, '').split('|'))
  const columns = cells[0]?.length ?? 0
  if (rows.length < 2 || columns < 2 || cells.some(({ length }) => length !== columns)) return null
  return cells.map(trimAll)
}

function readTabbed(lines: readonly Line[]): Row[] | null {
  const cells = lines.map(({ text }) => text.split(/\t+/))
  const columns = cells[0]?.length ?? 0
  return columns < 2 || cells.some(({ length }) => length !== columns) ? null : cells.map(trimAll)
}

/** Rows above and below a rule whose pieces say where the columns are. */
function readRuled(lines: readonly Line[]): Row[] | null {
  const ruleAt = lines.findIndex(({ text }) => /^[-=]{2,}(?: +[-=]{2,})+$/.test(text))
  const rule = lines[ruleAt]
  if (rule === undefined) return null
  const starts = [...rule.text.matchAll(/[-=]+/g)].map(({ index }) => rule.indent + index)
  const rows = lines.filter((_, index) => index !== ruleAt).map((line) => cutAt(line, starts))
  return rows.length < 2 ? null : rows
}

/** Cells begin where the columns do, or reach a little over them to the left where they are aligned to the right. */
function cutAt({ text, indent }: Line, starts: number[]): Row {
  const padded = ' '.repeat(indent) + text
  const cuts = starts.map((start, column) => {
    if (column === 0) return 0
    let cut = start
    while (cut > 0 && /\S/.test(padded.charAt(cut - 1)) && /\S/.test(padded.charAt(cut))) cut--
    return cut
  })
  return trimAll(cuts.map((cut, column) => padded.slice(cut, cuts[column + 1])))
}

/** Three rows or more whose cells, two blanks apart at least, begin or end in the same column. */
function readAligned(lines: readonly Line[]): Row[] | null {
  if (lines.length < 3) return null
  const rows = lines.map(({ text, indent }) =>
    [...text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: cell, index }) => ({
      cell,
      start: indent + index,
      end: indent + index + cell.length,
    })),
  )
  const columns = rows[0]?.length ?? 0
  if (columns < 2 || rows.some(({ length }) => length !== columns)) return null
  const isAligned = (column: number) =>
    (['start', 'end'] as const).some((side) => new Set(rows.map((row) => row[column]?.[side])).size === 1)
  for (let column = 0; column < columns; column++) if (!isAligned(column)) return null
  return rows.map((row) => row.map(({ cell }) => cell))
}

function trimAll(cells: string[]): Row {
  return cells.map((cell) => cell.trim())
}
