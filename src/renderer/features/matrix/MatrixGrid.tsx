import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { useDragging } from '#renderer/objects/drag.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Popover } from '#renderer/ui/index.ts'
import type { Relation } from '#shared/model.ts'
import { CellQuotes } from './CellQuotes.tsx'
import { ClaimRow } from './GridCells.tsx'
import { GridHeads } from './GridHeads.tsx'
import type { MatrixGrid as Grid } from './grid.ts'
import { HeadMenu, type HeadMenuAt } from './HeadMenu.tsx'
import styles from './MatrixGrid.module.css'
import { columnWidth, headHeight, rowHeight } from './metrics.ts'
import { toggleAt } from './toggle.ts'
import { useCellDrop } from './useCellDrop.ts'
import { indexesIn, useGridWindow } from './useGridWindow.ts'
import { cellAt, placeAt, useWalk } from './useWalk.ts'
import type { GridPlace } from './walk.ts'
import type { Words } from './words.ts'

interface GridProps {
  grid: Grid
  relations: ReadonlyMap<string, Relation>
  words: Words
}

/**
 * The table, of which only what is in sight is drawn; the element with the role of a grid is the one that scrolls. One stop
 * of the Tab key: arrow keys walk its cells and heads, Enter opens a cell's quotes or a head's menu, Space opens a group.
 */
export function MatrixGrid({ grid, relations, words }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const { claims, columns } = grid
  const seen = useGridWindow(scroller, claims.length, columns.length)
  const { at, onKeyDown, onFocus, onBlur } = useWalk(grid, scroller, seen.claimWidth)
  const selected = useWindow(({ selection }) => (selection?.kind === 'claim' ? selection.id : null))
  const [menu, setMenu] = useState<HeadMenuAt | null>(null)
  const [open, setOpen] = useState<{ claimId: string; column: string } | null>(null)
  // The question that follows stands where the quotes would be.
  const { over, handlers } = useCellDrop(grid, () => setOpen(null))

  // Undo would bring the quotes back with their column.
  const leaveGone = (): void => {
    setOpen(null)
    if (scroller.current && document.activeElement === document.body) cellAt(scroller.current, at)?.focus()
  }

  const act = (place: GridPlace, point?: { x: number; y: number }): void => {
    const claim = claims[place.row]
    const column = columns[place.column]
    if (claim && column) {
      if (grid.rows[place.row]?.has(place.column)) setOpen({ claimId: claim.id, column: column.key })
      return
    }
    const box = scroller.current && cellAt(scroller.current, place)?.getBoundingClientRect()
    if (box) setMenu({ ...(point ?? { x: box.left + 8, y: box.bottom }), claim, column })
  }
  const onClick = (event: MouseEvent): void => {
    const place = placeAt(event.target)
    if (toggleAt(event.target, grid)) return
    if (place) act(place)
  }
  const onContextMenu = (event: MouseEvent): void => {
    const place = placeAt(event.target)
    if (!place || (place.row >= 0 && place.column >= 0)) return
    event.preventDefault()
    const byKey = event.clientX === 0 && event.clientY === 0
    act(place, byKey ? undefined : { x: event.clientX, y: event.clientY })
  }
  const onKey = (event: KeyboardEvent): void => {
    const place = placeAt(event.target)
    if (!place || (event.key !== 'Enter' && event.key !== ' ')) {
      onKeyDown(event)
      return
    }
    event.preventDefault()
    const group = columns[place.column]?.group
    if (event.key === ' ' && place.row === -1 && group?.canToggle) toggleAt(event.target, grid, group)
    else act(place)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a table would lay out all of its cells, and most are not drawn */}
      <div
        ref={scroller}
        role="grid"
        aria-label={words.title}
        aria-rowcount={claims.length + 1}
        aria-colcount={columns.length + 1}
        className={styles.grid}
        onClick={onClick}
        onContextMenu={onContextMenu}
        onKeyDown={onKey}
        onFocus={onFocus}
        onBlur={onBlur}
        {...handlers}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div
          role="rowgroup"
          className={styles.canvas}
          style={{
            width: seen.claimWidth + columns.length * columnWidth,
            height: headHeight + claims.length * rowHeight,
            // What the rules for rows, columns and heads are made of.
            ['--row' as string]: `${rowHeight}px`,
            ['--column' as string]: `${columnWidth}px`,
            ['--head' as string]: `${headHeight}px`,
            ['--claims' as string]: `${seen.claimWidth}px`,
          }}
        >
          <GridHeads
            columns={columns}
            groups={grid.groups}
            firstColumn={seen.firstColumn}
            lastColumn={seen.lastColumn}
            claimWidth={seen.claimWidth}
            atColumn={at.column}
            isAt={at.row === -1}
            words={words}
          />
          {indexesIn(seen.firstRow, seen.lastRow, at.row).map((row) => {
            const claim = claims[row]
            return (
              claim && (
                <ClaimRow
                  key={claim.id}
                  claim={claim}
                  row={row}
                  cells={grid.rows[row]}
                  columns={columns}
                  firstColumn={seen.firstColumn}
                  lastColumn={seen.lastColumn}
                  at={at.row === row ? at.column : undefined}
                  over={over?.row === row ? over.column : undefined}
                  selected={claim.id === selected}
                  relations={relations}
                  words={words}
                />
              )
            )
          })}
        </div>
      </div>
      <HeadMenu menu={menu} grid={grid} onClose={() => setMenu(null)} />
      {open && (
        <Quotes
          open={open}
          grid={grid}
          scroller={scroller}
          words={words}
          onClose={() => setOpen(null)}
          onGone={leaveGone}
        />
      )}
    </>
  )
}

/** The quotes of a cell, beside it; gone with its claim or its column. */
function Quotes(props: {
  open: { claimId: string; column: string }
  grid: Grid
  scroller: { current: HTMLElement | null }
  words: Words
  onClose: () => void
  /** The claim or the column is no more. */
  onGone: () => void
}) {
  const { open, grid, scroller, words, onClose, onGone } = props
  const row = grid.claims.findIndex(({ id }) => id === open.claimId)
  const index = grid.columns.findIndex(({ key }) => key === open.column)
  const claim = grid.claims[row]
  const column = grid.columns[index]
  const anchor = {
    get current() {
      return scroller.current && cellAt(scroller.current, { row, column: index })
    },
  }
  const dragging = useDragging(({ dragged }) => dragged !== null)
  const isGone = !claim || !column
  // Not before it is painted: only then has the popover let go of the focus and of what lies under it.
  useEffect(() => {
    if (isGone) onGone()
  }, [isGone, onGone])
  if (isGone) return null
  return (
    <Popover
      // A quote can be dragged from here to another cell.
      isNonModal={dragging}
      label={words.place(claim.number, column)}
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom"
    >
      <CellQuotes claim={claim} column={column} words={words} onClose={onClose} />
    </Popover>
  )
}
