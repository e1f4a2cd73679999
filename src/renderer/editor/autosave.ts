import { CLEAR_HISTORY_COMMAND, type LexicalEditor } from 'lexical'
import type { RichText } from '#shared/model.ts'
import { contentKey, contentOf, stateFor } from './content.ts'
import { type NotebookHistory, OwnSteps } from './ownSteps.ts'

/** How long typing has to pause before it is saved, in ms. */
const pauseMs = 400
const adoptedTag = 'crossread-adopted'

export interface AutosaveHost {
  /** Sends the content. A promise it returns resolves when the engine has it. */
  save(content: RichText): unknown
  history: NotebookHistory
  /** Told when content from elsewhere was put in, with the index of the first block that differs. */
  adopted?(block: number): void
}

export interface Autosave {
  /** Takes what the engine holds now: an undo, say, or another window's change. */
  receive(content: RichText | null): void
  /** Saves at once what is not saved yet. Resolves when the engine has all of it. */
  flush(): Promise<void>
  stop(): void
}

/**
 * Keeps an editor and the engine in step. The engine owns the content: what it sends replaces what the editor shows,
 * unless the person is typing, or it is only the echo of what this editor saved.
 */
export function startAutosave(
  editor: LexicalEditor,
  initial: RichText | null,
  { save, history, adopted }: AutosaveHost,
): Autosave {
  let received = contentKey(initial)
  let current = contentKey(contentOf(editor.getEditorState()))
  /** Keys that were saved, or gone back to, and whose echo has not come back. */
  let sent: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> = Promise.resolve()
  const steps = new OwnSteps(history)

  const store = async (content: RichText, before: string): Promise<void> => {
    const key = contentKey(content)
    const back = steps.backTo(key)
    sent.push(...(back?.map((step) => step.before) ?? [key]))
    if (back && (await steps.takeBack(back))) return
    await steps.record(before, () => save(content))
  }

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const content = contentOf(editor.getEditorState())
    const key = contentKey(content)
    if (key === current) return saving
    const before = current
    current = key
    saving = saving.then(() => store(content, before))
    return saving
  }

  const adopt = (content: RichText | null): void => {
    const before = contentOf(editor.getEditorState())
    editor.setEditorState(stateFor(editor, content), { tag: adoptedTag })
    editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
    const now = contentOf(editor.getEditorState())
    current = contentKey(now)
    sent = []
    steps.clear()
    adopted?.(firstDifference(before, now))
  }

  const forget = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
    if (tags.has(adoptedTag) || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pauseMs)
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
      void flush()
      forget()
    },
  }
}

/** The index of the first block in which two documents differ. */
function firstDifference(a: RichText, b: RichText): number {
  const keys = a.root.children.map((block) => JSON.stringify(block))
  const at = b.root.children.findIndex((block, i) => JSON.stringify(block) !== keys[i])
  return at < 0 ? b.root.children.length : at
}
