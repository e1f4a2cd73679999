import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { INSERT_TABLE_COMMAND } from '@lexical/table'
import { mergeRegister } from '@lexical/utils'
import { COMMAND_PRIORITY_LOW, FOCUS_COMMAND, type LexicalEditor } from 'lexical'
import { useEffect } from 'react'
import { create } from 'zustand'
import { useCommand } from '#renderer/commands/registry.ts'
import { useSelectionStyle } from './blockStyle.ts'
import { copyMarkdown } from './copyMarkdown.ts'
import { newTable } from './TableTool.tsx'
import { editTable, registerLastCell, type TableEdit, tableEdits } from './tables.ts'

/** The editor that was written in last: the palette takes the focus, and still means this one. */
const useInHand = create<{ editor: LexicalEditor | null }>(() => ({ editor: null }))

/** Binds the commands on the text one writes. A note that stands open counts before anything was written in it. */
export function EditorCommands({ isNote }: { isNote: boolean }) {
  const [editor] = useLexicalComposerContext()
  const inHand = useInHand((state) => (state.editor === null ? isNote : state.editor === editor))
  const { inTable } = useSelectionStyle(editor)
  useEffect(() => {
    const stop = mergeRegister(
      registerLastCell(editor),
      editor.registerCommand(
        FOCUS_COMMAND,
        () => {
          useInHand.setState({ editor })
          return false
        },
        COMMAND_PRIORITY_LOW,
      ),
    )
    return () => {
      stop()
      if (useInHand.getState().editor === editor) useInHand.setState({ editor: null })
    }
  }, [editor])
  useCommand('editor.copyMarkdown', () => copyMarkdown(editor), { enabled: inHand })
  useCommand('editor.table', () => editor.dispatchCommand(INSERT_TABLE_COMMAND, newTable), {
    enabled: inHand && !inTable,
  })
  return tableEdits.map((edit) => <TableCommand key={edit} edit={edit} enabled={inHand && inTable} />)
}

function TableCommand({ edit, enabled }: { edit: TableEdit; enabled: boolean }) {
  const [editor] = useLexicalComposerContext()
  useCommand(`table.${edit}`, () => editTable(editor, edit), { enabled })
  return null
}
