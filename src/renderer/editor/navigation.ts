import { engine } from '#renderer/engine/client.ts'
import { openAddress } from '#renderer/objects/openAddress.ts'
import { openAnnotation, openObject } from '#renderer/objects/openObject.ts'
import { useWindow } from '#renderer/state/window.ts'
import { objectKinds } from '#shared/model.ts'

/**
 * Opens what was clicked in rich text: the passage behind a quote, the object behind a reference, a web address in
 * the browser. Says whether there was anything to open.
 */
export function openClicked(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  // A button in a quote does what it says, and nothing else.
  if (target.closest('button')) return false
  const mark = target.closest<HTMLElement>('[data-kind][data-id]')
  const kind = objectKinds.find((known) => known === mark?.dataset.kind)
  const id = mark?.dataset.id
  if (kind && id) {
    if (kind === 'annotation') void openPassage(id, mark?.dataset.source)
    else void openObject({ kind, id })
    return true
  }
  const address = target.closest('a')?.href
  if (address && /^https?:/.test(address)) {
    openAddress(address)
    return true
  }
  return false
}

/** Jumps to the annotation's place; to its source alone where the annotation was deleted since. */
export async function openPassage(id: string, sourceId: string | undefined): Promise<void> {
  try {
    openAnnotation(await engine.call('annotations.get', { id }))
  } catch {
    if (sourceId) useWindow.getState().openSource(sourceId)
  }
}
