import { X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { JobProgress } from '#shared/contract/events.ts'
import { engine } from '../engine/client.ts'
import { formatBytes, timeLeft } from '../objects/numbers.ts'
import { Button, IconButton, Popover, PopoverTrigger } from '../ui/index.ts'
import styles from './JobStatus.module.css'
import { useJob } from './useJob.ts'

/** The work that goes on, in one line of the status bar, which opens to all that is known of it. */
export function JobStatus() {
  const { t } = useTranslation('app')
  const job = useJob()
  const left = useTimeLeft(job)
  if (!job) return null
  return (
    <span className={styles.job}>
      <PopoverTrigger>
        <AriaButton className={styles.open ?? ''} aria-label={`${headline(job, t)}. ${t('job.open')}`}>
          <span>{headline(job, t)}</span>
          <Bar job={job} />
          <span className={styles.current}>{left ?? job.current}</span>
        </AriaButton>
        <Popover label={t(`job.title.${job.kind}`)} placement="top end">
          <JobPanel job={job} left={left} />
        </Popover>
      </PopoverTrigger>
      <IconButton
        icon={X}
        size="small"
        label={t('job.cancel')}
        className={styles.cancel ?? ''}
        onPress={() => cancel(job)}
      />
    </span>
  )
}

function JobPanel({ job, left }: { job: JobProgress; left: string | null }) {
  const { t, i18n } = useTranslation('app')
  const { kind, stage, done, total, bytes, bytesTotal, current } = job
  const number = new Intl.NumberFormat(i18n.language)
  const filesOf = t('job.filesOf', { done: number.format(done), total: number.format(total) })
  const facts: [string, string][] = [
    [t(stage === 'comparing' || kind !== 'import' ? 'job.sources' : 'job.files'), filesOf],
  ]
  if (bytes !== undefined && bytesTotal) {
    const size = { done: formatBytes(bytes, i18n.language), total: formatBytes(bytesTotal, i18n.language) }
    facts.push([t('job.size'), t('job.filesOf', size)])
  }
  if (kind === 'import') facts.push([t('job.time'), left ?? t('job.left.unknown')])
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>{t(`job.title.${kind}`)}</h2>
      {stage && <p className={styles.stage}>{t(`job.stage.${stage}`)}</p>}
      <Bar job={job} />
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div className={styles.fact}>
          <dt>{t('job.current')}</dt>
          <dd className={styles.file} title={current}>
            {current || '–'}
          </dd>
        </div>
      </dl>
      {kind === 'import' && <p className={styles.keeps}>{t('job.keeps')}</p>}
      <Button size="small" onPress={() => cancel(job)}>
        {t(kind === 'import' ? 'job.cancelImport' : 'job.cancel')}
      </Button>
    </div>
  )
}

/** Bytes say more than files where they are known: one book may take as long as a hundred letters. */
function Bar({ job }: { job: JobProgress }) {
  const { t } = useTranslation('app')
  const byBytes = job.bytes !== undefined && (job.bytesTotal ?? 0) > 0
  return (
    <progress
      className={styles.progress}
      value={byBytes ? job.bytes : job.done}
      max={Math.max(byBytes ? (job.bytesTotal ?? 1) : job.total, 1)}
      aria-label={headline(job, t)}
    />
  )
}

function headline(
  { kind, stage, done, total }: JobProgress,
  t: (key: string, values: { done: number; total: number }) => string,
): string {
  return t(stage === 'comparing' ? 'job.comparing' : `job.${kind}`, { done, total })
}

function useTimeLeft(job: JobProgress | null): string | null {
  const { t } = useTranslation('app')
  if (job?.secondsLeft === undefined) return null
  const { key, count } = timeLeft(job.secondsLeft)
  return t(`job.left.${key}`, { count })
}

function cancel({ jobId }: JobProgress): void {
  void engine.call('jobs.cancel', { jobId })
}
