import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $getRoot, type LexicalEditor } from 'lexical'
import { useEffect, useRef } from 'react'
import { queryClient, write } from '#renderer/engine/queries.ts'
import type { HistoryState, RichText } from '#shared/model.ts'
import { type Autosave, startAutosave } from './autosave.ts'
import { addOpenEditor } from './openEditors.ts'
import type { NotebookHistory } from './ownSteps.ts'

const history: NotebookHistory = {
  // The engine sends its history along with every change, before it answers the call that made it.
  latest: () => queryClient.getQueryData<HistoryState>(['history.state', {}])?.undo?.id ?? null,
  undo: async () => (await write('history.undo', {})) !== undefined,
}

interface SavingProps {
  value: RichText | null
  onChange: (value: RichText) => unknown
}

/** Saves what is typed in the editor around it, and shows in it what comes from the engine. */
export function Saving({ value, onChange }: SavingProps) {
  const [editor] = useLexicalComposerContext()
  const autosave = useRef<Autosave | null>(null)
  const latest = useRef({ value, onChange })
  useEffect(() => {
    latest.current = { value, onChange }
  })
  useEffect(() => {
    const save = (content: RichText): unknown => latest.current.onChange(content)
    const adopted = (block: number): void => keepCaret(editor, block)
    const saving = startAutosave(editor, latest.current.value, { save, history, adopted })
    autosave.current = saving
    const onBlur = (): void => void saving.flush()
    const unwatch = editor.registerRootListener((root, before) => {
      before?.removeEventListener('blur', onBlur)
      root?.addEventListener('blur', onBlur)
    })
    const remove = addOpenEditor(saving.flush)
    return () => {
      unwatch()
      remove()
      saving.stop()
      autosave.current = null
    }
  }, [editor])
  useEffect(() => autosave.current?.receive(value), [value])
  return null
}

/** Puts the caret of a text one writes in at the end of the block that changed: without one, keys would go nowhere. */
function keepCaret(editor: LexicalEditor, block: number): void {
  if (!editor.getRootElement()?.contains(document.activeElement)) return
  editor.update(() => {
    const last = $getRoot().getChildrenSize() - 1
    $getRoot().getChildAtIndex(Math.min(block, last))?.selectEnd()
  })
}
