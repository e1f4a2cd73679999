import { CLEAR_HISTORY_COMMAND, type LexicalEditor } from 'lexical'
import { CrossreadError } from '#shared/errors.ts'
import type { RichText } from '#shared/model.ts'
import { contentKey, contentOf, stateFor } from './content.ts'
import { type NotebookHistory, OwnSteps } from './ownSteps.ts'

/** How long typing has to pause before it is saved, in ms. */
const pauseMs = 400
const adoptedTag = 'crossread-adopted'

/** The content as the engine has it, and the name of that state, where its states have names. */
export interface Stored {
  content: RichText | null
  version: string | undefined
}

/** Two people's words where only one's can be. Nothing is saved until one of the two is chosen. */
export interface Conflict {
  keepMine(): void
  takeTheirs(): void
}

export interface AutosaveHost {
  /**
   * Sends the content, which was made on the state `base`. Resolves when the engine has it, with the new state's name if it
   * has one; rejects with `conflict` where the engine's state is another one.
   */
  save(content: RichText, base: string | undefined): unknown
  /** Asks the engine for what it has, when a saving was refused. */
  fetch?(): Promise<Stored>
  /** Told when there is a conflict, and with null when there is none any more. */
  conflicted?(conflict: Conflict | null): void
  history: NotebookHistory
  /** Told when content from elsewhere was put in, with the index of the first block that differs. */
  adopted?(block: number): void
}

export interface Autosave {
  /** Takes what the engine holds now: an undo, say, or another window's change. */
  receive(content: RichText | null, version?: string): void
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
  { save, fetch, conflicted, history, adopted }: AutosaveHost,
  initialVersion?: string,
): Autosave {
  let received = contentKey(initial)
  let current = contentKey(contentOf(editor.getEditorState()))
  /** Keys that were saved, or gone back to, and whose echo has not come back. */
  let sent: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> = Promise.resolve()
  const steps = new OwnSteps(history)
  /** The engine's state that what is shown was made on; its version is undefined where that is not known for sure. */
  let base = { key: received, version: initialVersion }
  /** What the engine has, while nobody has chosen between that and what is shown. */
  let theirs: Stored | null = null
  let isStopped = false

  const sendOn = async (content: RichText, version: string | undefined): Promise<void> => {
    const saved = await save(content, version)
    base = { key: contentKey(content), version: typeof saved === 'string' ? saved : undefined }
  }

  /** Refused because of something else that changed, such as the title, it is sent again; else somebody has to choose. */
  const send = async (content: RichText, before: string): Promise<void> => {
    try {
      await sendOn(content, base.version)
    } catch (thrown) {
      if (!fetch || !(thrown instanceof CrossreadError) || thrown.code !== 'conflict') throw thrown
      const stored = await fetch()
      const isMine = [before, base.key, contentKey(content)].includes(contentKey(stored.content))
      // Where nobody is left to choose, what was written here stays; the history has the other.
      if (isMine || isStopped) return sendOn(content, undefined)
      theirs = stored
      conflicted?.({ keepMine, takeTheirs })
    }
  }

  const keepMine = (): void => {
    const key = contentKey(theirs?.content ?? null)
    base = { key, version: theirs?.version }
    current = key
    settle()
    void flush()
  }

  const takeTheirs = (): void => {
    if (theirs === null) return
    const { content, version } = theirs
    settle()
    adopt(content)
    base = { key: contentKey(content), version }
  }

  const settle = (): void => {
    theirs = null
    conflicted?.(null)
  }

  const store = async (content: RichText, before: string): Promise<void> => {
    const key = contentKey(content)
    const back = steps.backTo(key)
    sent.push(...(back?.map((step) => step.before) ?? [key]))
    if (back && (await steps.takeBack(back))) {
      base = { key, version: undefined }
      return
    }
    await steps.record(before, () => send(content, before))
  }

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (theirs !== null) return saving
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
    receive(content, version) {
      const key = contentKey(content)
      if (theirs !== null) theirs = { content, version }
      if (key === received) {
        if (key === base.key) base = { key, version }
        return
      }
      received = key
      const echo = sent.indexOf(key)
      if (echo >= 0) sent = sent.slice(echo + 1)
      else if (key !== current && timer === undefined && theirs === null) adopt(content)
      else if (key !== current) return
      base = { key, version }
    },
    flush,
    stop() {
      isStopped = true
      if (theirs !== null) keepMine()
      else void flush()
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
