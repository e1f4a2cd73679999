import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Source } from '#shared/model.ts'
import { engine } from '../../engine/client.ts'
import { messageOf, useCall } from '../../engine/queries.ts'
import { download } from '../../ui/download.ts'
import { Button, EmptyState, Spinner, toast } from '../../ui/index.ts'
import { MetadataForm } from './MetadataForm.tsx'
import styles from './SourceInfo.module.css'

/** What is known of a source: its metadata to edit, and the facts of its import. */
export function SourceInfo({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation('sources')
  const { data, error } = useCall('sources.get', { id: sourceId })
  if (error) return <EmptyState title={t('info.none')} text={error.message} />
  if (!data) return <Spinner />
  return (
    <div className={styles.info}>
      <MetadataForm source={data} />
      <Facts source={data} />
    </div>
  )
}

function Facts({ source }: { source: Source }) {
  const { t, i18n } = useTranslation('sources')
  const number = new Intl.NumberFormat(i18n.language)
  const imported = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const facts: [string, string][] = [
    [t('info.length'), t('info.words', { count: source.words, words: number.format(source.words) })],
    [t('info.reading'), t('info.minutes', { count: source.minutes })],
    [t('info.originSize'), t('info.origin', { count: source.originSize })],
    [t('info.file'), source.fileName],
    [t('info.format'), source.mediaType],
    [t('info.imported'), imported.format(new Date(source.importedAt))],
  ]
  const saveOriginal = async (): Promise<void> => {
    try {
      const { fileName, mediaType, bytes } = await engine.call('sources.original', { id: source.id })
      download(fileName, mediaType, bytes)
    } catch (thrown) {
      toast(messageOf(thrown), { tone: 'danger' })
    }
  }
  return (
    <section className={styles.facts} aria-label={t('info.facts')}>
      <dl className={styles.list}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button icon={Download} size="small" onPress={() => void saveOriginal()}>
        {t('info.saveOriginal')}
      </Button>
    </section>
  )
}
