import { $createTextNode, $getRoot, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { engine } from '#renderer/engine/client.ts'
import { messageOf } from '#renderer/engine/queries.ts'
import { toast } from '#renderer/ui/index.ts'
import type { ObjectKind, ObjectRef } from '#shared/model.ts'
import { $createReferenceNode } from '#shared-editor/nodes.ts'

/** Mentions an object where the caret stands, or at the end where there is none. */
export async function insertReference(
  editor: LexicalEditor,
  { kind, id }: ObjectRef & { kind: Exclude<ObjectKind, 'annotation'> },
): Promise<void> {
  try {
    const label = await labelOf(kind, id)
    editor.update(() => {
      const selection = $getSelection()
      const here = $isRangeSelection(selection) ? selection : $getRoot().selectEnd()
      here.insertNodes([$createReferenceNode({ kind, id, label }), $createTextNode(' ')])
    })
  } catch (thrown) {
    toast(messageOf(thrown), { tone: 'danger' })
  }
}

/** How an object is called in a sentence. */
async function labelOf(kind: Exclude<ObjectKind, 'annotation'>, id: string): Promise<string> {
  if (kind === 'claim') {
    const { number, statement } = await engine.call('claims.get', { id })
    return `C${number} ${statement}`
  }
  if (kind === 'note') return (await engine.call('notes.get', { id })).title
  const [source] = await engine.call('sources.citations', { ids: [id] })
  return source?.title ?? ''
}
