import { MessageSquareQuote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { setStating, useStating } from '#renderer/state/stating.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, EmptyState } from '#renderer/ui/index.ts'
import { ClaimList } from './ClaimList.tsx'
import { ClaimPane } from './ClaimPane.tsx'
import styles from './ClaimsView.module.css'
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
  return (
    <div className={styles.view}>
      <ClaimList claims={claims.data} openId={open.id} adding={adding} onAdding={setStating} />
      <ClaimPane key={open.id} claimId={open.id} />
    </div>
  )
}
