import { attribute, elementsIn, type HtmlElement, textOf } from './tree.ts'

const longestCell = 400
const widestSpan = 50

/**
 * Whether a table holds data, to be read row by row, or only puts a page's parts beside each other. A table is for
 * layout where it says so, holds another table, has a single row or column, or cells that are texts of their own.
 */
export function isDataTable(table: HtmlElement): boolean {
  if (/^(?:presentation|none)$/i.test(attribute(table, 'role'))) return false
  const rows = rowsOf(table)
  const widest = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  if (rows.length === 0 || widest < 2) return false
  let headed = false
  for (const element of elementsIn(table)) {
    if (element.name === 'table') return false
    if (element.name === 'th' || element.name === 'caption') headed = true
  }
  if (headed) return true
  return rows.length > 1 && !rows.some((cells) => cells.some(isText))
}

/** A cell with headings, several paragraphs or a long text. */
function isText(cell: HtmlElement): boolean {
  let paragraphs = 0
  for (const { name } of elementsIn(cell)) {
    if (/^h[1-6]$/.test(name)) return true
    if (name === 'p') paragraphs += 1
  }
  return paragraphs > 2 || textOf(cell, longestCell + 1).trim().length > longestCell
}

/** The cells of each row, in the order in which they stand; those of tables inside are not among them. */
export function rowsOf(table: HtmlElement): HtmlElement[][] {
  const rows: HtmlElement[][] = []
  for (const child of table.children) {
    if (typeof child === 'string') continue
    if (child.name === 'tr') rows.push(cellsOf(child))
    else if (/^(?:tbody|thead|tfoot)$/.test(child.name)) rows.push(...rowsOf(child))
  }
  return rows
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.children.filter(
    (child): child is HtmlElement => typeof child === 'object' && /^t[dh]$/.test(child.name),
  )
}

/** How many columns a cell takes. */
export function columnsOf(cell: HtmlElement): number {
  return span(cell, 'colspan')
}

/** How many rows a cell takes. */
export function rowSpanOf(cell: HtmlElement): number {
  return span(cell, 'rowspan')
}

function span(cell: HtmlElement, name: string): number {
  const value = Number.parseInt(attribute(cell, name), 10)
  return Number.isFinite(value) ? Math.min(Math.max(value, 1), widestSpan) : 1
}
