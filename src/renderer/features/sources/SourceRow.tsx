import { Copy, Flag } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import { GridListItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SourceSummary } from '#shared/model.ts'
import { useWrite } from '../../engine/queries.ts'
import { formatPartialDate } from '../../objects/dates.ts'
import { ColourDot } from '../../ui/index.ts'
import styles from './SourceRow.module.css'

interface SourceRowProps {
  source: SourceSummary
  renaming: boolean
  onRename(on: boolean): void
  /** Asked for a menu at this point of the viewport, in px. */
  onMenu(x: number, y: number): void
}

/** One source: its title, who published it when, and how much is marked in it. */
export function SourceRow({ source, renaming, onRename, onMenu }: SourceRowProps) {
  const { t, i18n } = useTranslation('sources')
  const { metadata, annotations, flags, originSize } = source
  const publisher = metadata['container-title'] ?? metadata.publisher
  const date = formatPartialDate(metadata.issued?.['date-parts'][0], i18n.language, 'shortWithYear')
  const details = [publisher, date].filter(Boolean).join(' · ')
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault()
    // The menu key of a keyboard gives no point.
    const box = event.currentTarget.getBoundingClientRect()
    const byKey = event.clientX === 0 && event.clientY === 0
    onMenu(byKey ? box.left + 16 : event.clientX, byKey ? box.bottom : event.clientY)
  }
  return (
    <GridListItem id={source.id} textValue={source.title} className={styles.row ?? ''}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the row around it is the control */}
      <div className={styles.content} onContextMenu={onContextMenu} onDoubleClick={() => onRename(true)}>
        {renaming ? (
          <TitleField source={source} onDone={() => onRename(false)} />
        ) : (
          <span className={styles.title}>{source.title}</span>
        )}
        <span className={styles.details}>
          <span className={styles.publisher}>{details || source.fileName}</span>
          {originSize > 1 && (
            <span className={styles.count} title={t('originTitle', { count: originSize })}>
              <Copy size={10} aria-hidden /> {originSize}
            </span>
          )}
          {annotations > 0 && (
            <span className={styles.count} title={t('annotations', { count: annotations })}>
              <ColourDot colour="grey" size={6} /> {annotations}
            </span>
          )}
          {flags > 0 && (
            <span className={styles.count} title={t('flags', { count: flags })}>
              <Flag size={11} aria-hidden /> {flags}
            </span>
          )}
        </span>
      </div>
    </GridListItem>
  )
}

function TitleField({ source, onDone }: { source: SourceSummary; onDone: () => void }) {
  const { t } = useTranslation('sources')
  const write = useWrite()
  const cancelled = useRef(false)
  const save = (text: string): void => {
    const title = text.trim()
    if (!cancelled.current && title && title !== source.title)
      void write('sources.update', { id: source.id, title })
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // The list around it would take the arrows for its own.
    event.stopPropagation()
    if (event.key === 'Escape') cancelled.current = true
    if (event.key !== 'Escape' && event.key !== 'Enter') return
    // The keyboard goes on where it was: on the row.
    event.currentTarget.closest<HTMLElement>('[role="row"]')?.focus()
    event.currentTarget.blur()
  }
  return (
    <input
      ref={(element) => element?.focus()}
      className={styles.field}
      aria-label={t('titleField')}
      defaultValue={source.title}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => save(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  )
}
