import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { WordDiff } from '#renderer/objects/WordDiff.tsx'
import type { ObjectVersion } from '#shared/model.ts'
import { detailsAsText } from './details.ts'
import styles from './HistoryDialog.module.css'

/** What a step changed about an object: words that went are struck out, words that came are underlined. */
export function VersionFields({ version: { change, fields } }: { version: ObjectVersion }) {
  const { t } = useTranslation('history')
  if (fields.length === 0) return <p className={styles.none}>{t('unseen')}</p>
  return (
    <dl className={styles.fields}>
      {fields.map(({ field, before, after }) => {
        const [was, is] = [readable(t, field, before), readable(t, field, after)]
        return (
          <div key={field} className={styles.field}>
            <dt>{t(`field.${field}`)}</dt>
            <dd dir="auto">{change === 'created' ? is : <WordDiff before={was} after={is} />}</dd>
          </div>
        )
      })}
    </dl>
  )
}

/** A value as people know it: states and colours are kept as words of the program's own. */
function readable(t: TFunction<'history'>, field: string, value: string): string {
  if (value === '') return ''
  if (field === 'colour') return t(`objects:colour.${value}`, { defaultValue: value })
  if (field === 'status') return t(`claims:status.${value}`, { defaultValue: value })
  if (field === 'confidence') return t(`claims:confidence.${value}`, { defaultValue: value })
  if (field === 'state') return t(`place.${value}`, { defaultValue: value })
  return field === 'details' ? detailsAsText(value) : value
}
