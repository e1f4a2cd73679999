import type { RichTextNode } from '#shared/model.ts'
import { table, tableCell, tableRow } from './blocks.ts'

/** More than anybody pastes on purpose; a spreadsheet's empty columns end here. */
const most = { columns: 60, rows: 2_000 }

/** The rows of a table itself, not of tables in its cells. */
export function rowsOf(element: Element): Element[] {
  const groups = [...element.children].flatMap((child) =>
    /^(THEAD|TBODY|TFOOT)$/.test(child.tagName) ? [...child.children] : [child],
  )
  return groups.filter(({ tagName }) => tagName === 'TR').slice(0, most.rows)
}

export function cellsOf(row: Element): Element[] {
  return [...row.children].filter(({ tagName }) => tagName === 'TD' || tagName === 'TH')
}

/** Whether a table only puts one thing in its place on the page, as mails do. */
export function isLayout(element: Element): boolean {
  const rows = rowsOf(element)
  return rows.every((row) => cellsOf(row).length <= 1) || element.querySelector('table') !== null
}

/** A table of plain cells: one that spans several leaves the others empty, since Markdown knows no spans. */
export function readTable(element: Element, read: (cell: Element) => RichTextNode[]): RichTextNode | null {
  const grid: (RichTextNode | undefined)[][] = []
  rowsOf(element).forEach((row, y) => {
    grid[y] ??= []
    let x = 0
    for (const cell of cellsOf(row)) {
      while (grid[y]?.[x] !== undefined) x++
      const wide = Math.min(span(cell, 'colspan'), most.columns - x)
      const high = Math.min(span(cell, 'rowspan'), most.rows - y)
      const isHead = cell.tagName === 'TH' && (y === 0 || cell.closest('thead') !== null)
      for (let down = 0; down < high; down++) {
        const line = grid[y + down] ?? []
        grid[y + down] = line
        for (let right = 0; right < wide; right++) {
          line[x + right] = tableCell(isHead, down === 0 && right === 0 ? read(cell) : [])
        }
      }
      x += wide
    }
  })
  return squared(grid.slice(0, rowsOf(element).length))
}

/** All rows as long as the longest that says something. */
function squared(grid: readonly (RichTextNode | undefined)[][]): RichTextNode | null {
  const width = Math.max(0, ...grid.map((row) => row.length))
  if (width === 0) return null
  return table(
    grid.map((row) => tableRow(Array.from({ length: width }, (_, x) => row[x] ?? tableCell(false, [])))),
  )
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number(cell.getAttribute(name) ?? 1)
  return Number.isInteger(value) && value > 0 ? value : 1
}
