import i18next from 'i18next'
import { write } from '#renderer/engine/queries.ts'
import { chooseNone } from '#renderer/state/annotating.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Annotation, Colour } from '#shared/model.ts'
import { offerUndo } from '../undoToast.ts'

/** What is done with many annotations: one step each, said in a toast that takes it back. */

export async function recolour(chosen: readonly Annotation[], colour: Colour, name: string): Promise<void> {
  const done = await write('annotations.updateMany', { ids: idsOf(chosen), colour })
  if (done) await say('many.recoloured', { count: done.updated, colour: name })
}

export async function addTag(chosen: readonly Annotation[], tag: string): Promise<void> {
  const done = await write('annotations.updateMany', { ids: idsOf(chosen), addTags: [tag] })
  if (done) await say('many.tagged', { count: done.updated, tag })
}

export async function removeTag(chosen: readonly Annotation[], tag: string): Promise<void> {
  const ids = idsOf(chosen.filter(({ tags }) => tags.includes(tag)))
  const done = await write('annotations.updateMany', { ids, removeTags: [tag] })
  if (done) await say('many.untagged', { count: done.updated, tag })
}

/** Only annotations of one source become one; the one that is left is selected. */
export async function mergeMany(chosen: readonly Annotation[]): Promise<void> {
  const merged = await write('annotations.merge', { ids: idsOf(chosen) })
  if (!merged) return
  chooseNone()
  useWindow.getState().select({ kind: 'annotation', id: merged.id })
  await say('many.merged', { count: chosen.length })
}

export async function deleteMany(chosen: readonly Annotation[]): Promise<void> {
  const done = await write('annotations.deleteMany', { ids: idsOf(chosen) })
  if (!done) return
  const { selection, select } = useWindow.getState()
  if (chosen.some(({ id }) => id === selection?.id)) select(null)
  chooseNone()
  await say('many.deleted', { count: done.deleted })
}

export function canMerge(chosen: readonly Annotation[]): boolean {
  const [first] = chosen
  return chosen.length > 1 && chosen.every(({ sourceId }) => sourceId === first?.sourceId)
}

function idsOf(annotations: readonly Annotation[]): string[] {
  return annotations.map(({ id }) => id)
}

function say(what: string, words: Record<string, unknown>): Promise<void> {
  return offerUndo(i18next.getFixedT(null, 'objects')(what, words))
}
