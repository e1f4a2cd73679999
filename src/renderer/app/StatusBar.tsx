import { useTranslation } from 'react-i18next'
import { useCall } from '../engine/queries.ts'
import { useEngineStatus } from '../engine/status.ts'
import { JobStatus } from './JobStatus.tsx'
import styles from './StatusBar.module.css'

/** What the notebook holds, whether all of it is saved, and the work that is going on. */
export function StatusBar() {
  const { t } = useTranslation('app')
  const { data } = useCall('notebook.info', {})
  const { status, writing } = useEngineStatus()
  const counts = data ? (['sources', 'annotations', 'claims', 'notes', 'links'] as const) : []
  return (
    <footer className={styles.bar}>
      <span className={styles.counts}>
        {counts.map((kind) => (
          <span key={kind}>{t(`count.${kind}`, { count: data?.counts[kind] ?? 0 })}</span>
        ))}
      </span>
      <JobStatus />
      {data?.readOnly && <span className={styles.warn}>{t('status.readOnly')}</span>}
      {data && !data.readOnly && (
        <span>
          {t(status !== 'ready' ? 'status.offline' : writing > 0 ? 'status.saving' : 'status.saved')}
        </span>
      )}
    </footer>
  )
}
