import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isParagraphNode,
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

/**
 * Puts a block after the paragraph, list or table that the caret stands in, never into the middle of a sentence; an
 * empty line it takes for itself. The caret goes to the line after it.
 */
function $insertBlock(block: LexicalNode): void {
  if ($getSelection() === null) $getRoot().selectEnd()
  const here = $getSelection()?.getNodes().at(-1)?.getTopLevelElement() ?? null
  if (here) here.insertAfter(block)
  else $getRoot().append(block)
  if ($isParagraphNode(here) && here.isEmpty()) here.remove()
  const next = block.getNextSibling()
  if ($isParagraphNode(next)) {
    next.selectStart()
    return
  }
  const line = $createParagraphNode()
  block.insertAfter(line)
  line.select()
}
