import { useTranslation } from 'react-i18next'
import { WordDiff } from '#renderer/objects/WordDiff.tsx'
import { Button, KeyCap } from '#renderer/ui/index.ts'
import { moveByHand, putAt } from './actions.ts'
import type { TriageRow } from './list.ts'
import styles from './Triage.module.css'

/** Where a lost annotation may belong. It goes nowhere unless somebody says so. */
export function LostPlaces({ row, current }: { row: TriageRow; current: boolean }) {
  const { t } = useTranslation('triage')
  const { annotation, oldQuote, places } = row
  if (places.length === 0) return <p className={styles.none}>{t('noPlaces')}</p>
  return (
    <>
      <p className={styles.none}>{t('places')}</p>
      <ol className={styles.places} aria-label={t('places')}>
        {places.map((place, index) => (
          <li key={place.start} className={styles.place}>
            {current && index < 9 && <KeyCap>{index + 1}</KeyCap>}
            <span className={styles.placeWords} dir="auto">
              <WordDiff before={oldQuote} after={place.quote} />
            </span>
            <span className={styles.placeActions}>
              <Button size="small" onPress={() => void putAt(annotation.id, place)}>
                {t('putThere')}
              </Button>
              <Button size="small" variant="quiet" onPress={() => moveByHand(row, place)}>
                {t('look')}
              </Button>
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
