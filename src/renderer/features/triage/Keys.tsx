import { useTranslation } from 'react-i18next'
import { KeyCap } from '#renderer/ui/index.ts'
import type { TriageRow } from './list.ts'
import styles from './Triage.module.css'

/** What the keys do in the row one stands at. */
export function Keys({ row: { annotation, places } }: { row: TriageRow }) {
  const { t } = useTranslation('triage')
  const isLost = annotation.state === 'lost'
  const keys = [
    { key: '↑ ↓', does: t('keys.step') },
    ...(annotation.state === 'exact' ? [] : [{ key: 'A', does: isLost ? t('leave') : t('accept') }]),
    { key: 'M', does: t('move') },
    ...(isLost && places.length > 0
      ? [{ key: places.length > 1 ? `1–${places.length}` : '1', does: t('putThere') }]
      : []),
    ...(isLost ? [{ key: t('keys.deleteKey'), does: t('delete') }] : []),
    { key: '↵', does: t('show') },
  ]
  return (
    <p className={styles.keys}>
      {keys.map(({ key, does }) => (
        <span key={key} className={styles.key}>
          <KeyCap>{key}</KeyCap> {does}
        </span>
      ))}
    </p>
  )
}
