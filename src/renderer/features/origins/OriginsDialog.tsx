import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { Dialog, EmptyState, Spinner } from '#renderer/ui/index.ts'
import { Grouping } from './Grouping.tsx'
import { OriginCard } from './OriginCard.tsx'
import styles from './OriginsDialog.module.css'

/** Which sources are one voice, how that came about, and a way to say so of others. */
export function OriginsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('origins')
  const { data: origins, error } = useCall('origins.list', {})
  const sources = origins?.reduce((sum, origin) => sum + origin.sources.length, 0) ?? 0
  return (
    <Dialog title={t('title')} isOpen onClose={onClose} size="large">
      <p className={styles.intro}>{t('intro')}</p>
      <Grouping />
      {error && <p className={styles.error}>{error.message}</p>}
      {!origins && !error && <Spinner />}
      {origins?.length === 0 && <EmptyState title={t('none')} text={t('noneText')} />}
      {origins && origins.length > 0 && (
        <section className={styles.all} aria-labelledby="origins-all">
          <h3 className={styles.heading} id="origins-all">
            {t('sources', { count: sources })}, {t('origins', { count: origins.length })}
          </h3>
          <ul className={styles.origins}>
            {origins.map((origin) => (
              <OriginCard
                key={origin.id}
                origin={origin}
                others={origins.filter((other) => other !== origin)}
              />
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}
