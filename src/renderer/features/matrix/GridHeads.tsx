import { ChevronDown, ChevronRight, Layers } from 'lucide-react'
import { memo } from 'react'
import { classes } from '#renderer/ui/index.ts'
import { type ColumnGroup, hasBracket, isSeveral, type MatrixColumn } from './columns.ts'
import styles from './MatrixGrid.module.css'
import { columnWidth } from './metrics.ts'
import { indexesIn } from './useGridWindow.ts'
import type { Words } from './words.ts'

interface HeadsProps {
  columns: readonly MatrixColumn[]
  groups: readonly ColumnGroup[]
  firstColumn: number
  lastColumn: number
  claimWidth: number
  /** The column that keeps its head, in sight or not. */
  atColumn: number
  /** Whether the stop of the Tab key is a head. */
  isAt: boolean
  words: Words
}

/** The heads of the columns in sight, under the brackets of those that belong together. */
export const GridHeads = memo(function GridHeads(props: HeadsProps) {
  const { columns, groups, firstColumn, lastColumn, claimWidth, atColumn, isAt, words } = props
  const indexes = indexesIn(firstColumn, lastColumn, atColumn)
  const inSight = groups.filter(
    (group) => hasBracket(group) && group.start < lastColumn && group.start + group.span > firstColumn,
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table would lay out all of its columns, and most are not drawn
    // biome-ignore lint/a11y/useFocusableInteractive: its cells are
    <div role="row" aria-rowindex={1} className={styles.heads}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: nothing can be done with it */}
      <div role="columnheader" aria-colindex={1} className={styles.corner}>
        {words.claim}
      </div>
      {inSight.map((group) => (
        <Bracket key={group.key} group={group} claimWidth={claimWidth} words={words} />
      ))}
      {indexes.map((index, n) => {
        const column = columns[index]
        return (
          column && (
            <Head
              key={column.key}
              column={column}
              index={index}
              gap={(index - (indexes[n - 1] ?? -1) - 1) * columnWidth}
              isAt={isAt && atColumn === index}
              words={words}
            />
          )
        )
      })}
    </div>
  )
})

/** Holds the sources of a group together. Its name stays in sight as long as one of them is. */
function Bracket({ group, claimWidth, words }: { group: ColumnGroup; claimWidth: number; words: Words }) {
  const left = claimWidth + group.start * columnWidth
  return (
    // Its heads say the same, and their menu does the same.
    <div
      aria-hidden
      className={classes(styles.bracket, group.canToggle && styles.toggle)}
      style={{ left, width: group.span * columnWidth }}
      data-toggle={group.canToggle ? group.key : undefined}
    >
      <span className={styles.bracketName} style={{ left: claimWidth }}>
        {group.canToggle ? <ChevronDown size={12} /> : <Layers size={11} />}
        <span className={styles.bracketWords}>{words.bracket(group)}</span>
      </span>
    </div>
  )
}

interface HeadProps {
  column: MatrixColumn
  index: number
  /** How far it stands from what is drawn before it, in px. */
  gap: number
  isAt: boolean
  words: Words
}

const Head = memo(function Head({ column, index, gap, isAt, words }: HeadProps) {
  const { group, isGroup, label } = column
  const bracket = hasBracket(group) ? words.bracket(group) : ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      role="columnheader"
      aria-colindex={index + 2}
      data-place={`-1,${index}`}
      tabIndex={isAt ? 0 : -1}
      aria-haspopup="menu"
      aria-expanded={group.canToggle ? !isGroup : undefined}
      className={classes(styles.head, index > 0 && group.start === index && styles.first)}
      style={gap > 0 ? { marginInlineStart: gap } : undefined}
      title={bracket === '' ? label : `${label}\n${bracket}`}
    >
      {isGroup && group.canToggle && (
        <span className={styles.expand} data-toggle={group.key} aria-hidden>
          <ChevronRight size={14} />
        </span>
      )}
      <span className={styles.headTitle} dir="auto">
        {label}
      </span>
      {words.below(column).map((line) => (
        <span key={line} className={classes(styles.byline, isSeveral(column) && styles.counted)}>
          {line}
        </span>
      ))}
    </div>
  )
})
