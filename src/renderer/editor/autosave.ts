import { CLEAR_HISTORY_COMMAND, type LexicalEditor } from 'lexical'
import type { RichText } from '#shared/model.ts'
import { contentKey, contentOf, stateFor } from './content.ts'

/** How long typing has to pause before it is saved, in ms. */
const pauseMs = 400
const adoptedTag = 'crossread-adopted'

export interface Autosave {
  /** Takes what the engine holds now: an undo, say, or another window's change. */
  receive(content: RichText | null): void
  /** Saves at once what is not saved yet. */
  flush(): void
  stop(): void
}

/**
 * Keeps an editor and the engine in step. The engine owns the content: what it sends replaces what the editor shows,
 * unless the person is typing, or it is only the echo of what this editor saved.
 */
export function startAutosave(
  editor: LexicalEditor,
  initial: RichText | null,
  save: (content: RichText) => void,
): Autosave {
  let received = contentKey(initial)
  let current = contentKey(contentOf(editor.getEditorState()))
  /** Keys that were saved and whose echo has not come back. */
  let sent: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    const content = contentOf(editor.getEditorState())
    const key = contentKey(content)
    if (key === current) return
    current = key
    sent.push(key)
    save(content)
  }

  const adopt = (content: RichText | null): void => {
    editor.setEditorState(stateFor(editor, content), { tag: adoptedTag })
    editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
    current = contentKey(contentOf(editor.getEditorState()))
  }

  const forget = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
    if (tags.has(adoptedTag) || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return
    clearTimeout(timer)
    timer = setTimeout(flush, pauseMs)
  })

  return {
    receive(content) {
      const key = contentKey(content)
      if (key === received) return
      received = key
      const echo = sent.indexOf(key)
      if (echo >= 0) sent = sent.slice(echo + 1)
      else if (key !== current && timer === undefined) adopt(content)
    },
    flush,
    stop() {
      flush()
      forget()
    },
  }
}
