import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { useCall, useWrite } from '#renderer/engine/queries.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Dialog } from '#renderer/ui/index.ts'
import { type ClaimStatus, type ClaimSummary, claimStatuses } from '#shared/model.ts'
import { AddPassage } from './AddPassage.tsx'
import { deleteClaim } from './deleteClaim.ts'
import { Merging } from './Merging.tsx'
import { Splitting } from './Splitting.tsx'

/** Binds what can be done with a claim to the one that is selected, in the views that are not the claims' own. */
export function SelectedClaim() {
  const id = useWindow(({ view, selection }) =>
    view !== 'claims' && selection?.kind === 'claim' ? selection.id : null,
  )
  const claims = useCall('claims.list', {}, { enabled: id !== null })
  const claim = id === null ? undefined : claims.data?.find((each) => each.id === id)
  return claim && <ClaimCommands key={claim.id} claim={claim} together={[claim]} />
}

/** The commands about one claim; several that are chosen together are merged. */
export function ClaimCommands({ claim, together }: { claim: ClaimSummary; together: ClaimSummary[] }) {
  const { t } = useTranslation('claims')
  const write = useWrite()
  const [adding, setAdding] = useState(false)
  const { suggestion } = claim
  const suggests = suggestion.supportingOrigins + suggestion.contradictingOrigins > 0
  useCommand(
    'claims.accept',
    () => void write('claims.update', { id: claim.id, status: suggestion.status }),
    {
      enabled: suggests && suggestion.status !== claim.status,
      title: t('acceptSuggested', { status: t(`status.${suggestion.status}`) }),
    },
  )
  useCommand('claims.addPassage', () => setAdding(true))
  useCommand('claims.delete', () => void deleteClaim(claim))
  return (
    <>
      {claimStatuses.map((status) => (
        <StatusCommand key={status} claim={claim} status={status} />
      ))}
      <Merging claims={together} />
      <Splitting claimId={claim.id} />
      {adding && (
        <Dialog
          title={t('addPassageTo', { number: claim.number })}
          isOpen
          onClose={() => setAdding(false)}
          size="small"
        >
          <AddPassage claimId={claim.id} onDone={() => setAdding(false)} />
        </Dialog>
      )}
    </>
  )
}

function StatusCommand({ claim, status }: { claim: ClaimSummary; status: ClaimStatus }) {
  const { t } = useTranslation('claims')
  const write = useWrite()
  useCommand(`claims.${status}`, () => void write('claims.update', { id: claim.id, status }), {
    enabled: claim.status !== status,
    title: t('setStatus', { number: claim.number, status: t(`status.${status}`) }),
  })
  return null
}
