import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { engine } from '../engine/client.ts'
import { useCall } from '../engine/queries.ts'
import { useEngineStatus } from '../engine/status.ts'
import { IconButton } from '../ui/index.ts'
import styles from './StatusBar.module.css'
import { useJob } from './useJob.ts'

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
      <Job />
      {data?.readOnly && <span className={styles.warn}>{t('status.readOnly')}</span>}
      {data && !data.readOnly && (
        <span>
          {t(status !== 'ready' ? 'status.offline' : writing > 0 ? 'status.saving' : 'status.saved')}
        </span>
      )}
    </footer>
  )
}

function Job() {
  const { t } = useTranslation('app')
  const job = useJob()
  if (!job) return null
  const { done, total, current } = job
  return (
    <span className={styles.job}>
      <span>{t(`job.${job.kind}`, { done, total })}</span>
      <progress
        className={styles.progress}
        value={done}
        max={Math.max(total, 1)}
        aria-label={t(`job.${job.kind}`, { done, total })}
      />
      <span className={styles.current}>{current}</span>
      <IconButton
        icon={X}
        size="small"
        label={t('job.cancel')}
        className={styles.cancel ?? ''}
        onPress={() => void engine.call('jobs.cancel', { jobId: job.jobId })}
      />
    </span>
  )
}
