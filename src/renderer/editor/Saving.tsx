import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $getRoot, type LexicalEditor } from 'lexical'
import { useEffect, useRef } from 'react'
import { queryClient, write } from '#renderer/engine/queries.ts'
import type { HistoryState, RichText } from '#shared/model.ts'
import { type Autosave, type AutosaveHost, type Conflict, type Stored, startAutosave } from './autosave.ts'
import { addOpenEditor } from './openEditors.ts'
import type { NotebookHistory } from './ownSteps.ts'

const history: NotebookHistory = {
  // The engine sends its history along with every change, before it answers the call that made it.
  latest: () => queryClient.getQueryData<HistoryState>(['history.state', {}])?.undo?.id ?? null,
  undo: async () => (await write('history.undo', {})) !== undefined,
}

/** A text whose states have names, so that two windows that write it at once are told. */
export interface Versioned {
  version: string
  fetch(): Promise<Stored>
}

interface SavingProps {
  value: RichText | null
  onChange: (value: RichText, base: string | undefined) => unknown
  versioned: Versioned | undefined
  onConflict: (conflict: Conflict | null) => void
}

/** Saves what is typed in the editor around it, and shows in it what comes from the engine. */
export function Saving({ value, onChange, versioned, onConflict }: SavingProps) {
  const [editor] = useLexicalComposerContext()
  const autosave = useRef<Autosave | null>(null)
  const latest = useRef({ value, onChange, versioned, onConflict })
  useEffect(() => {
    latest.current = { value, onChange, versioned, onConflict }
  })
  useEffect(() => {
    const { versioned: named } = latest.current
    const host: AutosaveHost = {
      save: (content, base) => latest.current.onChange(content, base),
      history,
      adopted: (block) => keepCaret(editor, block),
      conflicted: (conflict) => latest.current.onConflict(conflict),
      ...(named && { fetch: () => (latest.current.versioned ?? named).fetch() }),
    }
    const saving = startAutosave(editor, latest.current.value, host, named?.version)
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
  const version = versioned?.version
  useEffect(() => autosave.current?.receive(value, version), [value, version])
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
