import { Check, Circle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { readState, useProgress } from '#renderer/state/progress.ts'
import styles from './ReadMark.module.css'

/** How far a source was read: not yet, so many per cent, or to its end. */
export function ReadMark({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation('objects')
  const state = useProgress(({ of }) => readState(of[sourceId]))
  if (typeof state === 'number') {
    return (
      <span className={styles.mark} title={t('progress.partly', { percent: state })}>
        {t('progress.percent', { percent: state })}
      </span>
    )
  }
  const Icon = state === 'read' ? Check : Circle
  return (
    <span className={styles.mark} title={t(`progress.${state}`)}>
      <Icon size={state === 'read' ? 12 : 8} role="img" aria-label={t(`progress.${state}`)} />
    </span>
  )
}
