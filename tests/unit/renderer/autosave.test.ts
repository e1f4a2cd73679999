import { createHeadlessEditor } from '@lexical/headless'
import { $createParagraphNode, $createTextNode, $getRoot, type LexicalEditor } from 'lexical'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Autosave, type AutosaveHost, type Conflict, startAutosave } from '#renderer/editor/autosave.ts'
import { contentKey, contentOf, stateFor } from '#renderer/editor/content.ts'
import { CrossreadError } from '#shared/errors.ts'
import type { RichText } from '#shared/model.ts'
import { plainToRichText, richTextToPlainText } from '#shared-editor/text.ts'

let editor: LexicalEditor
let saved: RichText[]
let autosave: Autosave
/** The notebook's history: the ids of the steps that stand. */
let steps: number[]

/** Long enough that a pause in typing counts as one, in ms. */
const pause = 500

beforeEach(() => {
  vi.useFakeTimers()
  editor = createHeadlessEditor()
  editor.setEditorState(stateFor(editor, plainToRichText('first')))
  saved = []
  steps = [1]
  autosave = startAutosave(editor, plainToRichText('first'), {
    save,
    history: { latest: () => steps.at(-1) ?? null, undo: async () => steps.pop() !== undefined },
  })
})

afterEach(() => {
  vi.useRealTimers()
})

function save(content: RichText): void {
  saved.push(content)
  steps.push((steps.at(-1) ?? 0) + 1)
}

function type(text: string): void {
  editor.update(
    () =>
      $getRoot()
        .clear()
        .append($createParagraphNode().append($createTextNode(text))),
    {
      discrete: true,
    },
  )
}

function shown(): string {
  return richTextToPlainText(contentOf(editor.getEditorState()))
}

describe('autosave', () => {
  it('saves once when typing pauses', async () => {
    type('se')
    type('second')
    expect(saved).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(pause)
    expect(saved.map(richTextToPlainText)).toEqual(['second'])
  })

  it('saves nothing when nothing changed', () => {
    type('first')
    vi.advanceTimersByTime(pause)
    autosave.flush()
    expect(saved).toHaveLength(0)
  })

  it('saves what is pending when the editor goes away', async () => {
    type('second')
    autosave.stop()
    await autosave.flush()
    expect(saved.map(richTextToPlainText)).toEqual(['second'])
  })

  it('shows what the engine holds after an undo', async () => {
    type('second')
    await autosave.flush()
    autosave.receive(plainToRichText('second'))
    autosave.receive(plainToRichText('first'))
    expect(shown()).toBe('first')
    vi.advanceTimersByTime(pause)
    expect(saved).toHaveLength(1)
  })

  it('takes a late echo of its own saving for nothing new', async () => {
    type('second')
    await autosave.flush()
    type('third')
    await autosave.flush()
    autosave.receive(plainToRichText('second'))
    expect(shown()).toBe('third')
    autosave.receive(plainToRichText('third'))
    expect(shown()).toBe('third')
  })

  it('does not take the words out of the hands of a person who types', () => {
    type('typing')
    autosave.receive(plainToRichText('from elsewhere'))
    expect(shown()).toBe('typing')
  })
})

describe('words that are taken back while one writes', () => {
  it('leave the history instead of becoming a step of their own', async () => {
    type('second')
    await autosave.flush()
    type('third')
    await autosave.flush()
    expect(steps).toEqual([1, 2, 3])
    type('first')
    await autosave.flush()
    expect(steps).toEqual([1])
    expect(saved.map(richTextToPlainText)).toEqual(['second', 'third'])
    autosave.receive(plainToRichText('third'))
    autosave.receive(plainToRichText('second'))
    autosave.receive(plainToRichText('first'))
    expect(shown()).toBe('first')
  })

  it('are saved as a step where something else was done in between', async () => {
    type('second')
    await autosave.flush()
    steps.push(3)
    type('first')
    await autosave.flush()
    expect(steps).toEqual([1, 2, 3, 4])
    expect(saved.map(richTextToPlainText)).toEqual(['second', 'first'])
  })

  it('stay in a step that was begun before and holds more', async () => {
    autosave = startAutosave(editor, plainToRichText('first'), {
      save: (content) => saved.push(content),
      history: { latest: () => 1, undo: () => Promise.reject(new Error('It would take back too much.')) },
    })
    type('second')
    await autosave.flush()
    type('first')
    await autosave.flush()
    expect(saved.map(richTextToPlainText)).toEqual(['second', 'first'])
  })

  it('are shown again after an undo and a redo of the notebook', async () => {
    type('second')
    await autosave.flush()
    autosave.receive(plainToRichText('second'))
    autosave.receive(plainToRichText('first'))
    autosave.receive(plainToRichText('second'))
    expect(shown()).toBe('second')
  })
})

describe('a text that somebody else writes at the same time', () => {
  const conflict = new CrossreadError('conflict', 'changed')
  let engine: { content: RichText; version: number }
  let asked: Conflict | null

  /** An engine's side: it takes what was made on its own state, and refuses the rest. */
  function join(): Autosave {
    engine = { content: plainToRichText('first'), version: 1 }
    asked = null
    const host: AutosaveHost = {
      async save(content, base) {
        if (base !== undefined && base !== String(engine.version)) throw conflict
        engine = { content, version: engine.version + 1 }
        return String(engine.version)
      },
      fetch: async () => ({ content: engine.content, version: String(engine.version) }),
      conflicted: (now) => {
        asked = now
      },
      history: { latest: () => null, undo: async () => false },
    }
    return startAutosave(editor, plainToRichText('first'), host, '1')
  }

  it('is saved again and again on its own states', async () => {
    const saving = join()
    for (const words of ['one', 'two', 'three']) {
      type(words)
      await saving.flush()
    }
    expect(richTextToPlainText(engine.content)).toBe('three')
    expect(asked).toBeNull()
  })

  it('is saved where only something beside the text changed', async () => {
    const saving = join()
    engine.version = 7
    type('mine')
    await saving.flush()
    expect(asked).toBeNull()
    expect(richTextToPlainText(engine.content)).toBe('mine')
  })

  it('waits for a choice: mine', async () => {
    const saving = join()
    engine = { content: plainToRichText('theirs'), version: 2 }
    type('mine')
    await saving.flush()
    expect(asked).not.toBeNull()
    type('mine and more')
    await saving.flush()
    expect(richTextToPlainText(engine.content)).toBe('theirs')
    asked?.keepMine()
    await saving.flush()
    expect(richTextToPlainText(engine.content)).toBe('mine and more')
    expect(asked).toBeNull()
  })

  it('waits for a choice: theirs', async () => {
    const saving = join()
    engine = { content: plainToRichText('theirs'), version: 2 }
    type('mine')
    await saving.flush()
    asked?.takeTheirs()
    expect(shown()).toBe('theirs')
    type('theirs, and mine')
    await saving.flush()
    expect(richTextToPlainText(engine.content)).toBe('theirs, and mine')
    expect(asked).toBeNull()
  })

  it('is not lost when one goes away without choosing', async () => {
    const saving = join()
    engine = { content: plainToRichText('theirs'), version: 2 }
    type('mine')
    saving.stop()
    await saving.flush()
    expect(richTextToPlainText(engine.content)).toBe('mine')
  })
})

describe('content', () => {
  it('has the same key in whatever order its fields come', () => {
    const { root } = plainToRichText('a')
    const turned = { root: Object.fromEntries(Object.entries(root).reverse()) } as unknown as RichText
    expect(contentKey(turned)).toBe(contentKey({ root }))
  })

  it('that cannot be read is shown as its plain text', () => {
    const content = plainToRichText('kept')
    content.root.children.unshift({ type: 'from-the-future' })
    editor.setEditorState(stateFor(editor, content))
    expect(shown()).toBe('kept')
  })
})
