import { Flag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { formatPartialDate } from '#renderer/objects/dates.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, Popover, PopoverTrigger } from '#renderer/ui/index.ts'
import type { Source, SourceMetadata } from '#shared/model.ts'
import styles from './Reader.module.css'

/** What one wants to know before reading: who published it, where, when, how long it takes, what looks odd. */
export function ReaderHeader({ source, titleInText }: { source: Source; titleInText: boolean }) {
  const { t, i18n } = useTranslation('reader')
  const { metadata } = source
  const facts = [
    metadata['container-title'] ?? metadata.publisher ?? authorsOf(metadata),
    metadata['publisher-place'],
    formatPartialDate(metadata.issued?.['date-parts'][0], i18n.language),
    t('minutes', { count: source.minutes }),
  ].filter(Boolean)
  return (
    <header className={styles.header}>
      <p className={styles.facts}>
        {facts.join(' · ')}
        {source.flags > 0 && <Flags source={source} />}
      </p>
      {!titleInText && (
        <h1 className={styles.title} dir="auto">
          {source.title}
        </h1>
      )}
    </header>
  )
}

function Flags({ source }: { source: Source }) {
  const { t } = useTranslation('reader')
  const flags = useCall('flags.list', { sourceId: source.id })
  const shown = (flags.data ?? []).filter(({ dismissed }) => !dismissed)
  return (
    <PopoverTrigger>
      <Button size="small" variant="quiet" icon={Flag} className={styles.flags ?? ''}>
        {t('flags', { count: source.flags })}
      </Button>
      <Popover label={t('flags', { count: source.flags })}>
        <ul className={styles.flagList}>
          {shown.map(({ id, message, start, end }) => (
            <li key={id}>
              {start === null || end === null ? (
                message
              ) : (
                <Button
                  variant="quiet"
                  size="small"
                  onPress={() => useWindow.getState().openSource(source.id, { start, end })}
                >
                  {message}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Popover>
    </PopoverTrigger>
  )
}

function authorsOf({ author = [] }: SourceMetadata): string {
  return author
    .map(({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(' '))
    .join(', ')
}
