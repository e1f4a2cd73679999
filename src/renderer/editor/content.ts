import { createHeadlessEditor } from '@lexical/headless'
import type { EditorState, LexicalEditor } from 'lexical'
import type { RichText } from '#shared/model.ts'
import { richTextNodes } from '#shared-editor/nodes.ts'
import { emptyRichText, plainToRichText, richTextToPlainText } from '#shared-editor/text.ts'

/** The document an editor holds. */
export function contentOf(state: EditorState): RichText {
  // Lexical's JSON is our RichText; it only types the nodes' fields more closely.
  return state.toJSON() as unknown as RichText
}

/** A key that is the same for documents that hold the same, in whatever order their fields stand. */
export function contentKey(content: RichText | null): string {
  if (content === null) return written(emptyRichText())
  const known = keys.get(content)
  if (known !== undefined) return known
  const key = written(content)
  keys.set(content, key)
  return key
}

/** A document is asked for its key several times on its way to the engine and back, and nobody changes one. */
const keys = new WeakMap<RichText, string>()

function written(content: RichText): string {
  return JSON.stringify(content, (_key, value: unknown) => sorted(value))
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Reads documents only to see whether they can be read: it throws where an editor on screen would show half of one. */
const checker = createHeadlessEditor({
  nodes: [...richTextNodes],
  onError: (error) => {
    throw error
  },
})

/** An editor's state for a document. One that cannot be read comes as its plain text, so that nothing ever crashes. */
export function stateFor(editor: LexicalEditor, content: RichText | null): EditorState {
  const wanted = content && content.root.children.length > 0 ? content : emptyRichText()
  const json = JSON.stringify(wanted)
  try {
    checker.parseEditorState(json)
  } catch {
    return editor.parseEditorState(JSON.stringify(plainToRichText(richTextToPlainText(wanted))))
  }
  return editor.parseEditorState(json)
}
