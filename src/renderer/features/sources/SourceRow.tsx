import { Copy, Flag } from 'lucide-react'
import type { DragEvent, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceSummary } from '#shared/model.ts'
import { useWrite } from '../../engine/queries.ts'
import { formatDate } from '../../objects/dates.ts'
import { carry } from '../../objects/drag.ts'
import { ReadMark } from '../../objects/ReadMark.tsx'
import { InlineField } from '../../ui/InlineField.tsx'
import { ColourDot } from '../../ui/index.ts'
import styles from './SourceRow.module.css'

interface SourceRowProps {
  /** The element's. */
  id: string
  /** Which row of the whole list it is, from 0, and where it stands in it, in px. */
  index: number
  top: number
  source: SourceSummary
  selected: boolean
  /** Whether keys are about it. */
  active: boolean
  renaming: boolean
  onRename(on: boolean): void
  onTake(event: MouseEvent): void
  /** Opens it in a tab of its own. */
  onKeep(): void
  /** Asked for a menu at this point of the viewport, in px. */
  onMenu(x: number, y: number): void
}

/** One source: its title, who published it when, and how much is marked in it. */
export function SourceRow(props: SourceRowProps) {
  const { id, index, top, source, selected, active, renaming, onRename, onTake, onKeep, onMenu } = props
  const { t } = useTranslation('sources')
  const write = useWrite()
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault()
    onMenu(event.clientX, event.clientY)
  }
  const onDragStart = (event: DragEvent): void =>
    carry(event.dataTransfer, { kind: 'source', id: source.id }, source.title)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of a grid, not of a table
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    <div
      id={id}
      role="row"
      className={styles.row}
      style={{ top }}
      aria-label={source.title}
      aria-rowindex={index + 1}
      aria-selected={selected}
      data-active={active || undefined}
      draggable={!renaming}
      onDragStart={onDragStart}
      onClick={onTake}
      onDoubleClick={onKeep}
      onMouseDown={(event) => {
        // The middle button would begin to scroll.
        if (event.button === 1) event.preventDefault()
      }}
      onAuxClick={(event) => event.button === 1 && onKeep()}
      onContextMenu={onContextMenu}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as the row around it */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as the row around it */}
      <div role="gridcell" className={styles.content}>
        {renaming ? (
          <InlineField
            label={t('titleField')}
            value={source.title}
            onSave={(title) => void write('sources.update', { id: source.id, title })}
            onDone={() => onRename(false)}
          />
        ) : (
          <span className={styles.title} dir="auto">
            {source.title}
          </span>
        )}
        <Details source={source} />
      </div>
    </div>
  )
}

function Details({ source }: { source: SourceSummary }) {
  const { t, i18n } = useTranslation('sources')
  const { metadata, annotations, flags, originSize } = source
  const publisher = metadata['container-title'] ?? metadata.publisher
  const date = formatDate(metadata.issued, i18n.language, 'shortWithYear')
  const details = [publisher, date].filter(Boolean).join(' · ')
  return (
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
      <ReadMark sourceId={source.id} />
    </span>
  )
}
