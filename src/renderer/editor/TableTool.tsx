import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { INSERT_TABLE_COMMAND } from '@lexical/table'
import { Table } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton, Menu, MenuItem, MenuSeparator, MenuTrigger } from '#renderer/ui/index.ts'
import { editTable, type TableEdit, tableEdits } from './tables.ts'

/** What a new table is like. */
export const newTable = { columns: '3', rows: '3', includeHeaders: { rows: true, columns: false } }

/** Puts a table into the text; within one, does everything to its rows and columns. */
export function TableTool({ inTable }: { inTable: boolean }) {
  const { t } = useTranslation('editor')
  const [editor] = useLexicalComposerContext()
  if (!inTable) {
    return (
      <IconButton
        icon={Table}
        size="small"
        label={t('table')}
        preventFocusOnPress
        onPress={() => editor.dispatchCommand(INSERT_TABLE_COMMAND, newTable)}
      />
    )
  }
  return (
    <MenuTrigger>
      <IconButton icon={Table} size="small" label={t('tableMenu')} pressed />
      <Menu label={t('tableMenu')} onAction={(id) => editTable(editor, id as TableEdit)}>
        {tableEdits.flatMap((edit) => [
          ...(edit === 'headerRow' || edit === 'deleteRow' ? [<MenuSeparator key={`above ${edit}`} />] : []),
          <MenuItem key={edit} id={edit}>
            {t(`tableEdit.${edit}`)}
          </MenuItem>,
        ])}
      </Menu>
    </MenuTrigger>
  )
}
