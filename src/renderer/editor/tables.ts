import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $getTableRowIndexFromTableCellNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  $isTableSelection,
  $setTableRowIsHeader,
  type TableNode,
} from '@lexical/table'
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_TAB_COMMAND,
  type LexicalEditor,
} from 'lexical'

/** What can be done to the table that the caret stands in. */
export const tableEdits = [
  'rowAbove',
  'rowBelow',
  'columnBefore',
  'columnAfter',
  'headerRow',
  'deleteRow',
  'deleteColumn',
  'deleteTable',
] as const
export type TableEdit = (typeof tableEdits)[number]

/** The table that the selection stands in. */
export function $selectedTable(): TableNode | null {
  const selection = $getSelection()
  if ($isTableSelection(selection) || $isRangeSelection(selection)) {
    return $findTableNode(selection.anchor.getNode())
  }
  return null
}

export function editTable(editor: LexicalEditor, edit: TableEdit): void {
  editor.update(() => {
    if ($selectedTable() !== null) $edit(edit)
  })
  editor.focus()
}

function $edit(edit: TableEdit): void {
  if (edit === 'rowAbove') $insertTableRowAtSelection(false)
  else if (edit === 'rowBelow') $insertTableRowAtSelection(true)
  else if (edit === 'columnBefore') $insertTableColumnAtSelection(false)
  else if (edit === 'columnAfter') $insertTableColumnAtSelection(true)
  else if (edit === 'deleteRow') $deleteTableRowAtSelection()
  else if (edit === 'deleteColumn') $deleteTableColumnAtSelection()
  else if (edit === 'headerRow') $toggleHeaderRow()
  else $deleteTable()
}

function $toggleHeaderRow(): void {
  const table = $selectedTable()
  const first = table?.getFirstChild()
  const cell = $isTableRowNode(first) ? first.getFirstChild() : null
  if (table && $isTableCellNode(cell)) $setTableRowIsHeader(table, 0, !cell.hasHeader())
}

function $deleteTable(): void {
  const table = $selectedTable()
  if (table === null) return
  table.selectNext()
  table.remove()
}

/** Tab in the last cell begins a new row; in every other one Lexical moves on to the next cell. */
export function registerLastCell(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      const selection = $getSelection()
      if (event.shiftKey || !$isRangeSelection(selection)) return false
      const cell = $findCellNode(selection.anchor.getNode())
      const table = cell && $findTableNode(cell)
      if (!cell || !$isTableNode(table)) return false
      const isLastRow = $getTableRowIndexFromTableCellNode(cell) === table.getChildrenSize() - 1
      if (!isLastRow || cell.getNextSibling() !== null) return false
      event.preventDefault()
      const row = $insertTableRowAtSelection(true)
      const first = row?.getFirstChild()
      if ($isTableCellNode(first)) first.selectStart()
      return true
    },
    COMMAND_PRIORITY_HIGH,
  )
}
