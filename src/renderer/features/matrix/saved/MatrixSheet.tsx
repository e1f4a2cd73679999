import type { Relation } from '#shared/model.ts'
import { hasBracket, isSeveral, type MatrixColumn } from '../columns.ts'
import { type GridCell, type MatrixGrid, relationsIn } from '../grid.ts'
import type { Words } from '../words.ts'
import styles from './MatrixSheet.module.css'

/** So many columns fit beside the claims on an upright page. */
export const columnsAPage = 6

interface SheetProps {
  grid: MatrixGrid
  relations: ReadonlyMap<string, Relation>
  words: Words
  /** `Columns 1–6 of 30`. */
  sliceName: (first: number, last: number, all: number) => string
}

/** The grid for paper: as many tables as it takes, each with all claims, a page's width of columns and what the signs mean. */
export function MatrixSheet(props: SheetProps) {
  const { columns } = props.grid
  const tables = Math.ceil(columns.length / columnsAPage)
  // Alike in width, rather than one column left over on a page of its own.
  const width = Math.ceil(columns.length / Math.max(1, tables))
  const starts = Array.from({ length: tables }, (_, table) => table * width)
  const legend = relationsIn(props.grid, props.relations)
  return (
    <>
      {starts.map((start) => (
        <section key={start} className={styles.slice}>
          <p className={styles.legend}>
            {legend.map(({ id, sign, name }) => (
              <span key={id}>
                <b>{sign}</b> {name}
              </span>
            ))}
          </p>
          <Slice {...props} start={start} end={Math.min(start + width, columns.length)} />
        </section>
      ))}
    </>
  )
}

function Slice(props: SheetProps & { start: number; end: number }) {
  const { grid, relations, words, sliceName, start, end } = props
  const shown = grid.columns.slice(start, end)
  const all = grid.columns.length
  const brackets = runsOf(shown)
  return (
    <table className={styles.table}>
      {all > columnsAPage && <caption>{sliceName(start + 1, end, all)}</caption>}
      <colgroup>
        <col className={styles.claims} />
        <col span={shown.length} />
      </colgroup>
      <thead>
        {brackets.some(({ column }) => hasBracket(column.group)) && (
          <tr>
            <td />
            {brackets.map(({ column, span }) => (
              <th key={column.key} colSpan={span} className={styles.bracket}>
                {hasBracket(column.group) && words.bracket(column.group)}
              </th>
            ))}
          </tr>
        )}
        <tr>
          <th>{words.claim}</th>
          {shown.map((column) => (
            <th key={column.key}>
              <b>{column.label}</b>
              {words.below(column).map((line) => (
                <span key={line} className={styles.below}>
                  {line}
                </span>
              ))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.claims.map((claim, row) => (
          <tr key={claim.id}>
            <th className={styles.statement}>
              C{claim.number} {claim.statement}
            </th>
            {shown.map((column, index) => (
              <td key={column.key}>
                <Cell
                  cell={grid.rows[row]?.get(start + index)}
                  column={column}
                  relations={relations}
                  words={words}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell(props: {
  cell: GridCell | undefined
  column: MatrixColumn
  relations: ReadonlyMap<string, Relation>
  words: Words
}) {
  const { cell, column, relations, words } = props
  if (!cell) return null
  const marks = cell.relations.map(({ relationId, links }) => {
    const sign = relations.get(relationId)?.sign ?? '?'
    return links > 1 ? `${sign}\u00A0${links}` : sign
  })
  return (
    <>
      {marks.join('   ')}
      {isSeveral(column) && <span className={styles.below}>{words.voices(cell.sources, cell.origins)}</span>}
    </>
  )
}

/** Columns that share a bracket, as one. */
function runsOf(columns: readonly MatrixColumn[]): { column: MatrixColumn; span: number }[] {
  const runs: { column: MatrixColumn; span: number }[] = []
  for (const column of columns) {
    const last = runs.at(-1)
    if (last && last.column.group === column.group) last.span++
    else runs.push({ column, span: 1 })
  }
  return runs
}
