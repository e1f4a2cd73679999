import { FolderPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { collectionNames } from '#shared/collections.ts'
import { useCall } from '../../../engine/queries.ts'
import { removeFromCollection } from '../../../objects/collections.ts'
import { askForCollection } from '../../../state/scope.ts'
import { Button, Chip } from '../../../ui/index.ts'
import styles from './SourceInfo.module.css'

/** The collections that a source is in, to take it out of them or put it into more. */
export function InCollections({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation('sources')
  const { data: collections = [] } = useCall('collections.list', {})
  const names = collectionNames(collections)
  const holding = collections.filter(({ sourceIds }) => sourceIds.includes(sourceId))
  return (
    <section className={styles.section} aria-label={t('info.collections')}>
      <h3 className={styles.heading}>{t('info.collections')}</h3>
      <div className={styles.chips}>
        {holding.map((collection) => (
          <Chip
            key={collection.id}
            onRemove={() => void removeFromCollection(collection, [sourceId])}
            removeLabel={t('uncollect', { name: collection.name })}
          >
            {names.get(collection.id) ?? collection.name}
          </Chip>
        ))}
        <Button size="small" variant="quiet" icon={FolderPlus} onPress={() => askForCollection([sourceId])}>
          {t('collect')}
        </Button>
      </div>
    </section>
  )
}
