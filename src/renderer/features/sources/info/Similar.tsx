import { useTranslation } from 'react-i18next'
import type { SimilarSource, Source } from '#shared/model.ts'
import { useCall } from '../../../engine/queries.ts'
import { formatPercent } from '../../../objects/numbers.ts'
import { OriginButton } from '../../../objects/OriginButton.tsx'
import { useWindow } from '../../../state/window.ts'
import { Button } from '../../../ui/index.ts'
import styles from './SourceInfo.module.css'

/** Sources that say the same or tell of the same: to compare, and to count as one voice or as several. */
export function Similar({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const { data = [] } = useCall('sources.similar', { id: source.id })
  if (data.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="info-similar">
      <h3 className={styles.heading} id="info-similar">
        {t('similar.title')}
      </h3>
      <ul className={styles.rows}>
        {data.map((similar) => (
          <SimilarRow key={similar.source.id} sourceId={source.id} similar={similar} />
        ))}
      </ul>
    </section>
  )
}

function SimilarRow({ sourceId, similar }: { sourceId: string; similar: SimilarSource }) {
  const { t, i18n } = useTranslation('sources')
  const { source, how, similarity, sameOrigin } = similar
  const facts = [
    t(`similar.${how}`),
    formatPercent(similarity, i18n.language),
    sameOrigin && t('similar.sameOrigin'),
  ].filter(Boolean)
  const { openSource, openComparison } = useWindow.getState()
  return (
    <li className={styles.similar}>
      <button type="button" className={styles.link} dir="auto" onClick={() => openSource(source.id)}>
        {source.title}
      </button>
      <span className={styles.detail}>{facts.join(' · ')}</span>
      <span className={styles.buttons}>
        <Button
          size="small"
          aria-label={t('similar.compareNamed', { title: source.title })}
          onPress={() => openComparison(sourceId, source.id)}
        >
          {t('similar.compare')}
        </Button>
        <OriginButton sourceId={sourceId} otherId={source.id} same={sameOrigin} />
      </span>
    </li>
  )
}
