import { createHeadlessEditor } from '@lexical/headless'
import { $createParagraphNode, $createTextNode, $getRoot, type LexicalEditor } from 'lexical'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Autosave, startAutosave } from '#renderer/editor/autosave.ts'
import { contentKey, contentOf, stateFor } from '#renderer/editor/content.ts'
import type { RichText } from '#shared/model.ts'
import { plainToRichText, richTextToPlainText } from '#shared-editor/text.ts'

let editor: LexicalEditor
let saved: RichText[]
let autosave: Autosave

/** Long enough that a pause in typing counts as one, in ms. */
const pause = 500

beforeEach(() => {
  vi.useFakeTimers()
  editor = createHeadlessEditor()
  editor.setEditorState(stateFor(editor, plainToRichText('first')))
  saved = []
  autosave = startAutosave(editor, plainToRichText('first'), (content) => saved.push(content))
})

afterEach(() => {
  vi.useRealTimers()
})

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
  it('saves once when typing pauses', () => {
    type('se')
    type('second')
    expect(saved).toHaveLength(0)
    vi.advanceTimersByTime(pause)
    expect(saved.map(richTextToPlainText)).toEqual(['second'])
  })

  it('saves nothing when nothing changed', () => {
    type('first')
    vi.advanceTimersByTime(pause)
    autosave.flush()
    expect(saved).toHaveLength(0)
  })

  it('saves what is pending when the editor goes away', () => {
    type('second')
    autosave.stop()
    expect(saved.map(richTextToPlainText)).toEqual(['second'])
  })

  it('shows what the engine holds after an undo', () => {
    type('second')
    autosave.flush()
    autosave.receive(plainToRichText('second'))
    autosave.receive(plainToRichText('first'))
    expect(shown()).toBe('first')
    vi.advanceTimersByTime(pause)
    expect(saved).toHaveLength(1)
  })

  it('takes a late echo of its own saving for nothing new', () => {
    type('second')
    autosave.flush()
    type('third')
    autosave.flush()
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
