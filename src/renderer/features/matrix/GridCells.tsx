import { memo } from 'react'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { classes } from '#renderer/ui/index.ts'
import type { ClaimSummary, Relation } from '#shared/model.ts'
import { isSeveral, type MatrixColumn } from './columns.ts'
import type { GridCell } from './grid.ts'
import styles from './MatrixGrid.module.css'
import { columnWidth, headHeight, rowHeight } from './metrics.ts'
import { indexesIn } from './useGridWindow.ts'
import type { Words } from './words.ts'

type Relations = ReadonlyMap<string, Relation>

export interface ClaimRowProps {
  claim: ClaimSummary
  row: number
  cells: ReadonlyMap<number, GridCell> | undefined
  columns: readonly MatrixColumn[]
  firstColumn: number
  lastColumn: number
  /** The column that is the stop of the Tab key, -1 for the claim; undefined in the other rows. */
  at: number | undefined
  /** The column above which something is dragged. */
  over: number | undefined
  selected: boolean
  relations: Relations
  words: Words
}

/** A claim and what the columns in sight say to it. */
export const ClaimRow = memo(function ClaimRow(props: ClaimRowProps) {
  const { claim, row, cells, columns, at, over, relations, words } = props
  const indexes = indexesIn(props.firstColumn, props.lastColumn, at ?? -1)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table would lay out all of its rows, and most are not drawn
    // biome-ignore lint/a11y/useFocusableInteractive: its cells are
    <div
      role="row"
      aria-rowindex={row + 2}
      className={styles.row}
      style={{ top: headHeight + row * rowHeight }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div
        role="rowheader"
        aria-colindex={1}
        data-place={`${row},-1`}
        data-drop={over === -1 ? 'over' : undefined}
        tabIndex={at === -1 ? 0 : -1}
        aria-haspopup="menu"
        aria-current={props.selected || undefined}
        className={classes(styles.claim, props.selected && styles.selected)}
        title={`${claim.statement}\n${words.status}: ${words.statusOf(claim)}`}
      >
        <span className={styles.claimWords} dir="auto">
          <span className={styles.number}>C{claim.number}</span> {claim.statement}
        </span>
      </div>
      {indexes.map((index, n) => {
        const column = columns[index]
        return (
          column && (
            <LinkCell
              key={column.key}
              place={`${row},${index}`}
              number={claim.number}
              index={index}
              gap={(index - (indexes[n - 1] ?? -1) - 1) * columnWidth}
              column={column}
              cell={cells?.get(index)}
              isAt={at === index}
              isOver={over === index}
              relations={relations}
              words={words}
            />
          )
        )
      })}
    </div>
  )
})

interface LinkCellProps {
  place: string
  number: number
  index: number
  /** How far it stands from what is drawn before it, in px. */
  gap: number
  column: MatrixColumn
  cell: GridCell | undefined
  isAt: boolean
  isOver: boolean
  relations: Relations
  words: Words
}

/** How one column bears on one claim: the relations' signs, with the number of links where there are several. */
const LinkCell = memo(function LinkCell(props: LinkCellProps) {
  const { place, column, cell, index, relations, words } = props
  const says = words.cell(cell, column, relations)
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      role="gridcell"
      aria-colindex={index + 2}
      data-place={place}
      data-drop={props.isOver ? 'over' : undefined}
      tabIndex={props.isAt ? 0 : -1}
      aria-label={`${words.place(props.number, column)}: ${says}`}
      aria-haspopup={cell ? 'dialog' : undefined}
      title={cell ? says : undefined}
      className={classes(
        styles.cell,
        cell && styles.filled,
        index > 0 && column.group.start === index && styles.first,
      )}
      style={props.gap > 0 ? { marginInlineStart: props.gap } : undefined}
    >
      {cell && <Marks cell={cell} relations={relations} />}
      {cell && isSeveral(column) && (
        <span className={styles.voices}>{words.voices(cell.sources, cell.origins)}</span>
      )}
    </div>
  )
})

/** So many marks fit in a cell; of more, the first ones and how many are left. */
const mostMarks = 3

function Marks({ cell, relations }: { cell: GridCell; relations: Relations }) {
  const known = cell.relations.flatMap(({ relationId, links }) => {
    const relation = relations.get(relationId)
    return relation ? [{ relation, links }] : []
  })
  const drawn = known.length > mostMarks ? known.slice(0, mostMarks - 1) : known
  return (
    <span className={styles.marks} aria-hidden>
      {drawn.map(({ relation, links }) => (
        <RelationMark
          key={relation.id}
          relation={relation}
          small={known.length > 2}
          {...(links > 1 ? { count: links } : {})}
        />
      ))}
      {known.length > drawn.length && <span className={styles.more}>+{known.length - drawn.length}</span>}
    </span>
  )
}
