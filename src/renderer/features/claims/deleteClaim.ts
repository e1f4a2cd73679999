import i18next from 'i18next'
import { write } from '#renderer/engine/queries.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import type { ClaimSummary } from '#shared/model.ts'

/** Deletes a claim with its links, with an offer to take it back. */
export async function deleteClaim({ id, number }: ClaimSummary): Promise<void> {
  const done = await write('claims.delete', { id })
  if (done) await offerUndo(i18next.t('deleted', { ns: 'claims', number }))
}
