import i18next from 'i18next'
import { write } from '#renderer/engine/queries.ts'
import { toast } from '#renderer/ui/index.ts'
import { offerUndo } from './undoToast.ts'

/** Puts sources into a collection, and offers to take that back. */
export async function addToCollection(
  { id, name }: { id: string; name: string },
  sourceIds: readonly string[],
): Promise<void> {
  const done = await write('collections.add', { id, sourceIds: [...sourceIds] })
  if (done?.added === 0) toast(words('added', { count: 0, name }))
  else if (done) await offerUndo(words('added', { count: done.added, name }))
}

/** Takes sources out of a collection, and offers to take that back. */
export async function removeFromCollection(
  { id, name }: { id: string; name: string },
  sourceIds: readonly string[],
): Promise<void> {
  const done = await write('collections.remove', { id, sourceIds: [...sourceIds] })
  if (done) await offerUndo(words('removed', { count: done.removed, name }))
}

/** Makes a collection with sources in it. Gives its id, or undefined where the engine refused and said why. */
export async function createCollection(
  name: string,
  sourceIds: readonly string[],
  parentId: string | null = null,
): Promise<string | undefined> {
  const made = await write('collections.create', { name, parentId, sourceIds: [...sourceIds] })
  if (made && sourceIds.length > 0) await offerUndo(words('added', { count: made.sources, name }))
  return made?.id
}

/** Deletes a collection; its sources stay. */
export async function deleteCollection({ id, name }: { id: string; name: string }): Promise<void> {
  if (await write('collections.delete', { id })) await offerUndo(words('deleted', { name }))
}

function words(key: string, values: Record<string, unknown>): string {
  return i18next.getFixedT(null, 'collections')(key, values)
}
