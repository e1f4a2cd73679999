import { engine } from '#renderer/engine/client.ts'
import { messageOf } from '#renderer/engine/queries.ts'
import { useWindow } from '#renderer/state/window.ts'
import { toast } from '#renderer/ui/index.ts'
import type { Annotation, ObjectRef } from '#shared/model.ts'

/** Shows an object where it lives, and selects it: an annotation in its source, a claim among the claims. */
export async function openObject(object: ObjectRef): Promise<void> {
  const { openSource, openClaim, openNote, select } = useWindow.getState()
  if (object.kind === 'annotation') {
    try {
      openAnnotation(await engine.call('annotations.get', { id: object.id }))
    } catch (thrown) {
      toast(messageOf(thrown), { tone: 'danger' })
    }
    return
  }
  if (object.kind === 'source') openSource(object.id)
  else if (object.kind === 'claim') openClaim(object.id)
  else openNote(object.id)
  select(object)
}

/** Jumps to an annotation's place in its source and selects it. */
export function openAnnotation(annotation: Pick<Annotation, 'id' | 'sourceId' | 'start' | 'end'>): void {
  const { openSource, select } = useWindow.getState()
  openSource(annotation.sourceId, { start: annotation.start, end: annotation.end })
  select({ kind: 'annotation', id: annotation.id })
}
