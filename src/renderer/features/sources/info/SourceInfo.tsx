import { useTranslation } from 'react-i18next'
import { useCall } from '../../../engine/queries.ts'
import { EmptyState, Spinner } from '../../../ui/index.ts'
import { MetadataForm } from '../details/MetadataForm.tsx'
import { Attachments } from './Attachments.tsx'
import { Facts } from './Facts.tsx'
import { InCollections } from './InCollections.tsx'
import { Provenance } from './Provenance.tsx'
import { Similar } from './Similar.tsx'
import styles from './SourceInfo.module.css'
import { SourceTags } from './SourceTags.tsx'

/** What is known of a source: its details to edit, where it was put, how its text came about, what came inside it, what is like it. */
export function SourceInfo({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation('sources')
  const { data, error } = useCall('sources.get', { id: sourceId })
  if (error) return <EmptyState title={t('info.none')} text={error.message} />
  if (!data) return <Spinner />
  return (
    <div className={styles.info}>
      <MetadataForm source={data} />
      <InCollections sourceId={sourceId} />
      <SourceTags key={sourceId} sourceId={sourceId} />
      <Facts source={data} />
      <Provenance source={data} />
      {data.mediaType === 'message/rfc822' && <Attachments sourceId={sourceId} />}
      <Similar source={data} />
    </div>
  )
}
