import { $insertNodeToNearestRoot } from '@lexical/utils'
import {
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
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
      $insertBlock($createQuoteBlockNode({ annotationId, sourceId, quote, title: source.title }))
    })
  } catch (thrown) {
    toast(messageOf(thrown), { tone: 'danger' })
  }
}

/** Puts a block at the caret, in place of the empty line it stands in, with a line to go on writing after it. */
function $insertBlock(block: LexicalNode): void {
  if ($getSelection() === null) $getRoot().selectEnd()
  const selection = $getSelection()
  const line = $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement() : null
  if (!$isParagraphNode(line) || !line.isEmpty()) {
    $insertNodeToNearestRoot(block)
    return
  }
  line.insertBefore(block)
  line.select()
}
