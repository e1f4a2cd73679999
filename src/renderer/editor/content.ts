import type { EditorState, LexicalEditor } from 'lexical'
import type { RichText } from '#shared/model.ts'
import { emptyRichText, plainToRichText, richTextToPlainText } from '#shared-editor/text.ts'

/** The document an editor holds. */
export function contentOf(state: EditorState): RichText {
  // Lexical's JSON is our RichText; it only types the nodes' fields more closely.
  return state.toJSON() as unknown as RichText
}

/** A key that is the same for documents that hold the same, in whatever order their fields stand. */
export function contentKey(content: RichText | null): string {
  return JSON.stringify(content ?? emptyRichText(), (_key, value: unknown) => sorted(value))
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** An editor's state for a document. One that cannot be read comes as its plain text, so that nothing ever crashes. */
export function stateFor(editor: LexicalEditor, content: RichText | null): EditorState {
  const wanted = content && content.root.children.length > 0 ? content : emptyRichText()
  try {
    return editor.parseEditorState(JSON.stringify(wanted))
  } catch {
    return editor.parseEditorState(JSON.stringify(plainToRichText(richTextToPlainText(wanted))))
  }
}
