import { Fragment, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { sourceByline } from '#renderer/objects/dates.ts'
import { useWindow } from '#renderer/state/window.ts'
import { classes } from '#renderer/ui/index.ts'
import type { ComparedBlock, SourceSummary } from '#shared/model.ts'
import styles from './Comparison.module.css'
import type { ShownRow } from './rows.ts'

/** A source's title and where it is from, above its column. */
export function SourceHead({ source }: { source: SourceSummary }) {
  const { i18n } = useTranslation()
  return (
    <div className={styles.head}>
      <button
        type="button"
        className={styles.title}
        dir="auto"
        onClick={() => useWindow.getState().openSource(source.id)}
      >
        {source.title}
      </button>
      <span className={styles.byline}>{sourceByline(source.metadata, i18n.language) || source.fileName}</span>
    </div>
  )
}

interface ComparedRowProps {
  row: Extract<ShownRow, { kind: 'pair' }>
  index: number
  /** Whether next and previous stand here. */
  current: boolean
  leftId: string
  rightId: string
}

/** Two blocks that answer to one another, or one that has no counterpart. */
export const ComparedRow = memo(function ComparedRow(props: ComparedRowProps) {
  const { row, index, current, leftId, rightId } = props
  return (
    <div className={classes(styles.row, current && styles.current)} data-row={index} data-same={row.same}>
      <Cell block={row.left} sourceId={leftId} alone={row.right === null} side="left" />
      <Cell block={row.right} sourceId={rightId} alone={row.left === null} side="right" />
    </div>
  )
})

interface CellProps {
  block: ComparedBlock | null
  sourceId: string
  /** Whether the other side has nothing like it. */
  alone: boolean
  side: 'left' | 'right'
}

/** What only the left text says is struck through, what only the right one says is underlined. */
function Cell({ block, sourceId, alone, side }: CellProps) {
  const { t } = useTranslation('comparison')
  if (block === null) return <div className={styles.none}>{t('nothing')}</div>
  const { start, end, kind, pieces } = block
  const Mark = side === 'left' ? 'del' : 'ins'
  const shown = alone ? pieces.map((piece) => ({ ...piece, changed: true })) : pieces
  return (
    <button
      type="button"
      className={classes(styles.cell, kind === 'heading' && styles.heading)}
      dir="auto"
      title={t('open')}
      onClick={() => useWindow.getState().openSource(sourceId, { start, end })}
    >
      {alone && <span className={styles.only}>{t(`only.${side}`)}</span>}
      {shown.map(({ text, changed }, index) => {
        if (!changed) return text
        // A line through or below the space at a word's end would reach for the next word.
        const words = text.trimEnd()
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a block never change
          <Fragment key={index}>
            {words !== '' && <Mark className={styles[Mark]}>{words}</Mark>}
            {text.slice(words.length)}
          </Fragment>
        )
      })}
    </button>
  )
}
