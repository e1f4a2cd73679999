import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { AnchorBadge } from '#renderer/objects/AnchorBadge.tsx'
import { ColourDot, classes } from '#renderer/ui/index.ts'
import type { Annotation } from '#shared/model.ts'
import styles from './AnnotationTable.module.css'
import { type ColumnId, cellText, type Words } from './columns.ts'

/** In px; the quote has room for two lines. */
export const rowHeight = 46

export interface RowActs {
  pick(annotation: Annotation, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void
  toggle(annotation: Annotation): void
  open(annotation: Annotation): void
  menu(annotation: Annotation, at: { clientX: number; clientY: number }): void
}

interface RowProps {
  annotation: Annotation
  index: number
  columns: readonly ColumnId[]
  words: Words
  chosen: boolean
  active: boolean
  acts: RowActs
}

export function rowId(annotationId: string): string {
  return `annotation-row-${annotationId}`
}

/** One annotation. The keys are the table's, which keeps the focus. */
export const Row = memo(function Row(props: RowProps) {
  const { annotation, index, columns, words, chosen, active, acts } = props
  const { t } = useTranslation('annotationTable')
  return (
    <tr
      id={rowId(annotation.id)}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      className={classes(styles.row, chosen && styles.chosen, active && styles.active)}
      style={{ top: index * rowHeight, height: rowHeight }}
      onMouseDown={(event: MouseEvent) => event.shiftKey && event.preventDefault()}
      onClick={(event) => acts.pick(annotation, event)}
      onDoubleClick={() => acts.open(annotation)}
      onContextMenu={(event) => {
        event.preventDefault()
        acts.menu(annotation, event)
      }}
    >
      <td className={styles.cell}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('choose')}
          checked={chosen}
          onClick={(event) => event.stopPropagation()}
          onChange={() => acts.toggle(annotation)}
        />
      </td>
      {columns.map((column) => (
        <Cell key={column} annotation={annotation} column={column} words={words} />
      ))}
    </tr>
  )
})

function Cell({ annotation, column, words }: { annotation: Annotation; column: ColumnId; words: Words }) {
  const text = cellText(annotation, column, words)
  if (column === 'colour') {
    return (
      <td className={styles.cell}>
        <ColourDot colour={annotation.colour} size={11} />
        <span className={styles.line}>{text}</span>
      </td>
    )
  }
  if (column === 'tags') {
    return (
      <td className={styles.cell} title={text}>
        {annotation.tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            {tag}
          </span>
        ))}
      </td>
    )
  }
  const prose = column === 'quote' || column === 'comment' || column === 'source'
  return (
    <td className={styles.cell} title={prose ? text : undefined}>
      {column === 'quote' && annotation.state !== 'exact' && <AnchorBadge annotation={annotation} />}
      <span dir="auto" className={classes(styles[column], prose ? styles.lines : styles.line)}>
        {column === 'links' && annotation.links === 0 ? '' : text}
      </span>
    </td>
  )
}
