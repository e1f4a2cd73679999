import { useTranslation } from 'react-i18next'
import { useCall } from '../../../engine/queries.ts'
import { TagEditor } from '../../../objects/TagEditor.tsx'
import styles from './SourceInfo.module.css'

/** The tags of the source itself; those of its annotations stand with them. */
export function SourceTags({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation('sources')
  // From the list, which follows the tags; the source with its whole text is not fetched again for them.
  const tags = useCall('sources.list', {}).data?.find(({ id }) => id === sourceId)?.tags ?? []
  return (
    <section className={styles.section} aria-label={t('info.tags')}>
      <h3 className={styles.heading}>{t('info.tags')}</h3>
      <TagEditor object={{ kind: 'source', id: sourceId }} tags={tags} />
    </section>
  )
}
