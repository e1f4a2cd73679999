import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWindow } from '#renderer/state/window.ts'
import { Popover } from '#renderer/ui/index.ts'
import { CellQuotes } from './CellQuotes.tsx'
import { type GridPlace, type MatrixGrid, movePlace } from './grid.ts'
import { ClaimHead, LinkCell, SourceHead } from './MatrixParts.tsx'
import styles from './MatrixView.module.css'

/**
 * The table as one stop of the Tab key: arrow keys walk its cells and heads, Enter opens a cell's quotes or a head's
 * object. The heads stay in view.
 */
export function MatrixTable({ grid }: { grid: MatrixGrid }) {
  const { t } = useTranslation('matrix')
  const table = useRef<HTMLTableElement>(null)
  const select = useWindow((state) => state.select)
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 })
  const [open, setOpen] = useState<GridPlace | null>(null)
  const anchor = useRef<HTMLElement>(null)
  const at = clampPlace(place, grid)

  const openCell = (target: GridPlace): void => {
    const cell = grid.cells[target.row]?.[target.column]
    anchor.current = elementAt(table.current, target)
    if (cell && anchor.current) setOpen(target)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const whole = event.ctrlKey || event.metaKey
    const next = movePlace(at, event.key, whole, grid.claims.length, grid.columns.length)
    if (!next || event.altKey) return
    event.preventDefault()
    setPlace(next)
    elementAt(table.current, next)?.focus()
  }
  const onFocus = (target: GridPlace): void => {
    setPlace(target)
    const claim = grid.claims[target.row]
    const source = grid.columns[target.column]?.source
    if (claim) select({ kind: 'claim', id: claim.id })
    else if (source) select({ kind: 'source', id: source.id })
  }
  const props = (row: number, column: number) => ({
    'data-place': `${row},${column}`,
    tabIndex: at.row === row && at.column === column ? 0 : -1,
    onFocus: () => onFocus({ row, column }),
  })
  const openClaim = open && grid.claims[open.row]
  const openColumn = open && grid.columns[open.column]
  return (
    <div className={styles.scroll}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked cell by cell is a grid. */}
      <table ref={table} className={styles.table} role="grid" aria-label={t('label')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <td className={styles.corner} />
            {grid.columns.map((column, c) => (
              <SourceHead key={column.source.id} column={column} cell={props(-1, c)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.claims.map((claim, r) => (
            <tr key={claim.id}>
              <ClaimHead claim={claim} cell={props(r, -1)} />
              {grid.columns.map((column, c) => (
                <LinkCell
                  key={column.source.id}
                  claimId={claim.id}
                  cell={grid.cells[r]?.[c] ?? null}
                  name={t('cell', { number: claim.number, source: column.source.title })}
                  inOrigin={column.originIndex > 0}
                  place={props(r, c)}
                  onOpen={() => openCell({ row: r, column: c })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {openClaim && openColumn && (
        <Popover
          label={t('cell', { number: openClaim.number, source: openColumn.source.title })}
          triggerRef={anchor}
          isOpen
          onOpenChange={(isOpen) => !isOpen && setOpen(null)}
          placement="bottom"
        >
          <CellQuotes claimId={openClaim.id} number={openClaim.number} source={openColumn.source} />
        </Popover>
      )}
    </div>
  )
}

function clampPlace(place: GridPlace, grid: MatrixGrid): GridPlace {
  return {
    row: Math.min(place.row, grid.claims.length - 1),
    column: Math.min(place.column, grid.columns.length - 1),
  }
}

function elementAt(table: HTMLTableElement | null, { row, column }: GridPlace): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-place="${row},${column}"]`) ?? null
}
