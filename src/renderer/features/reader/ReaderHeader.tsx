import { Flag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { formatPartialDate } from '#renderer/objects/dates.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, classes, Popover, PopoverTrigger } from '#renderer/ui/index.ts'
import type { Source, SourceMetadata } from '#shared/model.ts'
import styles from './Reader.module.css'
import { isTitleBlock } from './text/mountText.ts'
import { longestHeadline } from './text/nodes.ts'

/**
 * What one wants to know before reading: who published it, where, when, how long it takes, what looks odd. The title
 * stands above the text unless the text begins with it; `opening` is the text's first block.
 */
export function ReaderHeader({ source, opening }: { source: Source; opening: string }) {
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
      {!isTitleBlock(opening, source.title) && (
        <h1 className={titleClass(source.title, opening)} dir="auto">
          {source.title}
        </h1>
      )}
    </header>
  )
}

/** A title that is the text's first sentence need not be read twice: it stays for screen readers and the outline. */
function titleClass(title: string, opening: string): string {
  if (opening.startsWith(title)) return classes(styles.unseen)
  return classes(styles.title, title.length > longestHeadline && styles.long)
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
