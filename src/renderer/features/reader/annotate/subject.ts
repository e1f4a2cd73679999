import { useCall } from '#renderer/engine/queries.ts'
import type { PassageInHand } from '#renderer/state/annotating.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Annotation } from '#shared/model.ts'

/** What a claim or a link is made from: a passage, and the annotation that covers it where one was chosen. */
export interface Subject extends PassageInHand {
  annotation: Annotation | null
}

/** The selected passage, or else the selected annotation of the source. */
export function useSubject(sourceId: string): Subject | null {
  const passage = useWindow((state) => state.passage)
  const selection = useWindow((state) => state.selection)
  const annotations = useCall('annotations.list', { sourceId })
  if (passage) return { ...passage, annotation: null }
  if (selection?.kind !== 'annotation') return null
  const annotation = annotations.data?.find(({ id }) => id === selection.id)
  if (!annotation) return null
  const { start, end, quote } = annotation
  return { sourceId: annotation.sourceId, start, end, text: quote, annotation }
}
