import { $createParagraphNode, $getRoot, $getSelection, $isParagraphNode, type LexicalNode } from 'lexical'

/**
 * Puts a block after the paragraph, list or table that the caret stands in, never into the middle of a sentence; an
 * empty line it takes for itself. The caret goes to the line after it.
 */
export function $insertBlock(block: LexicalNode): void {
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
