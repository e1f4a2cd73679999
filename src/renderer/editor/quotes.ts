import type { LexicalEditor } from 'lexical'
import { engine } from '#renderer/engine/client.ts'
import { messageOf } from '#renderer/engine/queries.ts'
import { useAnnotating } from '#renderer/state/annotating.ts'
import { toast } from '#renderer/ui/index.ts'
import type { Annotation } from '#shared/model.ts'
import { $createQuoteBlockNode } from '#shared-editor/nodes.ts'
import { $insertBlock } from './insertBlock.ts'

/** Puts the annotation's quote, linked to its passage, where the caret stands, or at the end where there is none. */
export async function insertQuote(editor: LexicalEditor, annotationId: string): Promise<void> {
  try {
    await quote(editor, await engine.call('annotations.get', { id: annotationId }))
  } catch (thrown) {
    toast(messageOf(thrown), { tone: 'danger' })
  }
}

/**
 * Quotes a passage that may not be annotated yet: then it is, in the colour used last, since a quote leads back to an
 * annotation. Says whether it could: not where the passage is one of another notebook.
 */
export async function insertPassage(
  editor: LexicalEditor,
  passage: { sourceId: string; start: number; end: number },
): Promise<boolean> {
  const { sourceId, start, end } = passage
  try {
    const known = await engine.call('annotations.list', { sourceId })
    const same = known.find((annotation) => annotation.start === start && annotation.end === end)
    const { colour } = useAnnotating.getState()
    await quote(editor, same ?? (await engine.call('annotations.create', { sourceId, start, end, colour })))
    return true
  } catch {
    return false
  }
}

async function quote(editor: LexicalEditor, annotation: Annotation): Promise<void> {
  const { id: annotationId, sourceId, quote: words } = annotation
  const [source] = await engine.call('sources.citations', { ids: [sourceId] })
  editor.update(() => {
    $insertBlock($createQuoteBlockNode({ annotationId, sourceId, quote: words, title: source?.title ?? '' }))
  })
}
