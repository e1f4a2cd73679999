import { useTranslation } from 'react-i18next'
import { publishedOn } from '#renderer/objects/dates.ts'
import { classes } from '#renderer/ui/index.ts'
import type { Source, SourceMetadata } from '#shared/model.ts'
import styles from './Reader.module.css'
import { isTitleBlock } from './text/mountText.ts'
import { longestHeadline } from './text/nodes.ts'

/**
 * What one wants to know before reading: who published it, where, when, how long it takes. The title
 * stands above the text unless the text begins with it; `opening` is the text's first block.
 */
export function ReaderHeader({ source, opening }: { source: Source; opening: string }) {
  const { t, i18n } = useTranslation('reader')
  const { metadata } = source
  const facts = [
    metadata['container-title'] ?? metadata.publisher ?? authorsOf(metadata),
    metadata['publisher-place'],
    publishedOn(metadata, i18n.language),
    source.blocks.length > 0 && t('minutes', { count: source.minutes }),
  ].filter(Boolean)
  return (
    <header className={styles.header}>
      <p className={styles.facts}>{facts.join(' · ')}</p>
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

function authorsOf({ author = [] }: SourceMetadata): string {
  return author
    .map(({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(' '))
    .join(', ')
}
