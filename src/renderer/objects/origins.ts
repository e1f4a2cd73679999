import i18next from 'i18next'
import { write } from '#renderer/engine/queries.ts'
import { offerUndo } from './undoToast.ts'

/** Makes sources one origin, with an offer to take it back. Says whether it was done. */
export async function groupSources(sourceIds: string[]): Promise<boolean> {
  const done = await write('origins.group', { sourceIds })
  if (done) await offerUndo(i18next.t('grouped', { ns: 'objects', count: sourceIds.length }))
  return done !== undefined
}

/** Makes a source a voice of its own again, with an offer to take it back. */
export async function ungroupSource(sourceId: string): Promise<void> {
  const done = await write('origins.ungroup', { sourceId })
  if (done) await offerUndo(i18next.t('ungrouped', { ns: 'objects' }))
}
