import { MessageSquareQuote } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { filterClaims, useClaimFilter } from '#renderer/state/claimFilters.ts'
import { setStating, useStating } from '#renderer/state/stating.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, EmptyState } from '#renderer/ui/index.ts'
import type { ClaimSummary } from '#shared/model.ts'
import { ClaimCommands } from './ClaimCommands.tsx'
import { ClaimList } from './ClaimList.tsx'
import { ClaimPane } from './ClaimPane.tsx'
import { ClaimsTable } from './ClaimsTable.tsx'
import styles from './ClaimsView.module.css'
import { sortClaims } from './evidence.ts'
import { useListState } from './listState.ts'
import { NewClaim } from './NewClaim.tsx'

/** The claims of the notebook beside the one that is open; with a `claimId`, that claim alone, for the second pane. */
export function ClaimsView({ claimId }: { claimId?: string }) {
  return claimId === undefined ? <AllClaims /> : <ClaimPane key={claimId} claimId={claimId} />
}

function AllClaims() {
  const { t } = useTranslation('claims')
  const claims = useCall('claims.list', {})
  const wanted = useWindow((state) => state.claimId)
  const adding = useStating((state) => state.open)
  if (!claims.data) return null
  const open = claims.data.find((claim) => claim.id === wanted) ?? claims.data[0]
  if (!open) {
    return (
      <EmptyState
        icon={MessageSquareQuote}
        title={t('emptyTitle')}
        text={t('emptyText')}
        action={
          adding ? (
            <NewClaim onDone={() => setStating(false)} />
          ) : (
            <Button variant="primary" onPress={() => setStating(true)}>
              {t('newClaim')}
            </Button>
          )
        }
      />
    )
  }
  return <Some claims={claims.data} open={open} />
}

function Some({ claims, open }: { claims: ClaimSummary[]; open: ClaimSummary }) {
  const { t } = useTranslation('claims')
  const wanted = useWindow((state) => state.claimId)
  const adding = useStating((state) => state.open)
  const filter = useClaimFilter()
  const { order, chosen, tableAt } = useListState()
  const shown = useMemo(() => sortClaims(filterClaims(claims, filter), order), [claims, filter, order])
  const asTable = tableAt !== undefined && tableAt === wanted && !adding
  useCommand('claims.table', () => useListState.setState({ tableAt: asTable ? undefined : wanted }), {
    title: asTable ? t('asList') : t('asTable'),
  })
  // What the filter hides is not meant, though it was chosen before.
  const together = shown.filter(({ id }) => chosen.includes(id))
  const meant = (asTable ? together[0] : undefined) ?? open
  return (
    <>
      {asTable ? (
        <ClaimsTable shown={shown} />
      ) : (
        <div className={styles.view}>
          <ClaimList shown={shown} openId={open.id} adding={adding} onAdding={setStating} />
          <ClaimPane key={open.id} claimId={open.id} />
        </div>
      )}
      <ClaimCommands claim={meant} together={together.length > 1 ? together : [meant]} />
    </>
  )
}
