import { MessageSquareQuote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import type { ObjectRef } from '#shared/model.ts'
import styles from './Backlinks.module.css'
import { KindIcon } from './KindIcon.tsx'
import { openObject } from './openObject.ts'

/** The notes, reasonings and comments whose text mentions or quotes an object. Shows nothing where there are none. */
export function Backlinks({ object: { kind, id } }: { object: ObjectRef }) {
  const { t } = useTranslation('objects')
  const { data = [] } = useCall('notes.backlinks', { object: { kind, id } })
  if (data.length === 0) return null
  return (
    <section className={styles.backlinks} aria-label={t('backlinks')}>
      <h3 className={styles.title}>{t('backlinks')}</h3>
      <ul className={styles.list}>
        {data.map(({ from, label, how, excerpt }) => (
          <li key={from.id}>
            <button type="button" className={styles.row} onClick={() => void openObject(from)}>
              <span className={styles.from}>
                <KindIcon kind={from.kind} />
                <span className={styles.label} dir="auto">
                  {label}
                </span>
              </span>
              <span className={styles.excerpt} dir="auto">
                {how === 'quote' && <MessageSquareQuote size={12} aria-label={t('backlinkQuote')} />}{' '}
                {excerpt}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
