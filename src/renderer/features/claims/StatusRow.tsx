import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { Button, Select } from '#renderer/ui/index.ts'
import { type ClaimStatus, type ClaimSummary, claimStatuses } from '#shared/model.ts'
import styles from './ClaimPane.module.css'
import { StatusChip } from './StatusChip.tsx'

/** The researcher's status, and beside it what the evidence speaks for and why. */
export function StatusRow({ claim }: { claim: ClaimSummary }) {
  const { t } = useTranslation('claims')
  const write = useWrite()
  const set = (status: ClaimStatus): void => void write('claims.update', { id: claim.id, status })
  const { status, supportingOrigins, contradictingOrigins } = claim.suggestion
  const against = supportingOrigins > 0 ? 'originsContradict' : 'originsContradictAlone'
  const why = [
    supportingOrigins > 0 && t('originsSupport', { count: supportingOrigins }),
    contradictingOrigins > 0 && t(against, { count: contradictingOrigins }),
  ].filter(Boolean)
  return (
    <div className={styles.statusRow}>
      <Select
        label={t('status')}
        hideLabel
        value={claim.status}
        options={claimStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={set}
      />
      <p className={styles.suggestion}>
        {why.length === 0 ? t('noStance') : why.join(t('and'))}
        {status !== claim.status && why.length > 0 && (
          <>
            <span className={styles.speaksFor}>{t('speaksFor')}</span>
            <StatusChip status={status} />
            <Button size="small" variant="quiet" icon={Check} onPress={() => set(status)}>
              {t('accept')}
            </Button>
          </>
        )}
      </p>
    </div>
  )
}
