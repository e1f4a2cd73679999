import { $insertNodeToNearestRoot } from '@lexical/utils'
import { $getRoot, $getSelection, type LexicalEditor } from 'lexical'
import { engine } from '#renderer/engine/client.ts'
import { messageOf, queryClient } from '#renderer/engine/queries.ts'
import { toast } from '#renderer/ui/index.ts'
import { $createQuoteBlockNode } from '#shared-editor/nodes.ts'

/** Puts the annotation's quote, linked to its passage, where the caret stands, or at the end where there is none. */
export async function insertQuote(editor: LexicalEditor, annotationId: string): Promise<void> {
  try {
    const annotation = await engine.call('annotations.get', { id: annotationId })
    const { sourceId, quote } = annotation
    const source = await queryClient.fetchQuery({
      queryKey: ['sources.get', { id: sourceId }],
      queryFn: () => engine.call('sources.get', { id: sourceId }),
    })
    editor.update(() => {
      if ($getSelection() === null) $getRoot().selectEnd()
      $insertNodeToNearestRoot($createQuoteBlockNode({ annotationId, sourceId, quote, title: source.title }))
    })
  } catch (thrown) {
    toast(messageOf(thrown), { tone: 'danger' })
  }
}
