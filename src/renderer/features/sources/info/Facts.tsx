import { useTranslation } from 'react-i18next'
import type { Source } from '#shared/model.ts'
import styles from './SourceInfo.module.css'

/** What can be counted and what the file says of itself. */
export function Facts({ source }: { source: Source }) {
  const { t, i18n } = useTranslation('sources')
  const number = new Intl.NumberFormat(i18n.language)
  const imported = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const pages = source.blocks.reduce((last, { page }) => Math.max(last, page ?? 0), 0)
  const facts: [string, string][] = [
    [t('info.length'), t('info.words', { count: source.words, words: number.format(source.words) })],
    [t('info.reading'), t('info.minutes', { count: source.minutes })],
    ...(pages > 0 ? [[t('info.pages'), number.format(pages)] as [string, string]] : []),
    [t('info.originSize'), t('info.origin', { count: source.originSize })],
    [t('info.file'), source.fileName],
    [t('info.format'), source.mediaType],
    [t('info.imported'), imported.format(new Date(source.importedAt))],
  ]
  return (
    <section className={styles.section} aria-label={t('info.facts')}>
      <dl className={styles.list}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
