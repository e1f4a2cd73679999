import { useTranslation } from 'react-i18next'
import type { PaneName } from '#renderer/state/readers.ts'
import { useReadingPlaces } from '#renderer/state/readingPlaces.ts'
import styles from './Reader.module.css'

/** How far into a text one is, as a line above it. */
export function ProgressLine({ pane }: { pane: PaneName }) {
  const { t } = useTranslation('reader')
  const share = useReadingPlaces((state) => state[pane]?.share ?? 0)
  const percent = Math.round(share * 100)
  return (
    <div
      className={styles.progress}
      role="progressbar"
      aria-label={t('progress')}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ width: `${percent}%` }} />
    </div>
  )
}
