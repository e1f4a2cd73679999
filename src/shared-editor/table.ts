import {
  $generateNodesFromMarkdownString,
  isTableRowDivider,
  type MultilineElementTransformer,
} from '@lexical/markdown'
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  TableCellNode,
  TableNode,
  TableRowNode,
} from '@lexical/table'
import { $isElementNode, type ElementNode } from 'lexical'
import { cellTransformers } from './inline.ts'

/** A table as GitHub writes it. A cell's paragraphs become one line; the first row is the head, as Markdown wants. */
export const table: MultilineElementTransformer = {
  type: 'multiline-element',
  dependencies: [TableNode, TableRowNode, TableCellNode],
  export: (node, exportChildren) => {
    if (!$isTableNode(node)) return null
    const rows = node
      .getChildren()
      .filter($isTableRowNode)
      .map((row) =>
        row
          .getChildren()
          .filter($isTableCellNode)
          .map((cell) => cellText(cell, exportChildren)),
      )
    const width = Math.max(...rows.map((cells) => cells.length))
    const [head, ...body] = rows.map((cells) => line(padded(cells, width)))
    return [head, line(padded([], width, '---')), ...body].join('\n')
  },
  regExpStart: /^\|.*\|\s*$/,
  handleImportAfterStartMatch: ({ lines, rootNode, startLineIndex }) => {
    if (!isTableRowDivider(lines[startLineIndex + 1] ?? '')) return null
    let end = startLineIndex + 2
    while (/^\|.*\|\s*$/.test(lines[end] ?? '')) end++
    const rows = [lines[startLineIndex] ?? '', ...lines.slice(startLineIndex + 2, end)].map(cellsOf)
    const made = $createTableNode()
    for (const [index, cells] of rows.entries()) made.append($row(cells, index === 0))
    rootNode.append(made)
    return [true, end - 1]
  },
  replace: () => false,
}

function $row(cells: string[], isHead: boolean): TableRowNode {
  const row = $createTableRowNode()
  for (const text of cells) {
    const cell = $createTableCellNode(isHead ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS)
    row.append(cell)
    // Unlike the conversion into a node, this leaves the selection alone: the table may be pasted where one stands.
    cell.append(...$generateNodesFromMarkdownString(text, cellTransformers))
  }
  return row
}

function cellText(cell: TableCellNode, exportChildren: (node: ElementNode) => string): string {
  const parts = cell.getChildren().map((child) => ($isElementNode(child) ? exportChildren(child) : ''))
  return parts.join(' ').replace(/\n/g, ' ').replaceAll('|', '\\|').trim()
}

function line(cells: string[]): string {
  return `| ${cells.join(' | ')} |`
}

function padded(cells: string[], width: number, filling = ''): string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? filling)
}

/** The cells of one written row; a `|` within a cell is escaped. */
function cellsOf(row: string): string[] {
  const inside = row.trim().slice(1, -1)
  return inside.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}
