import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { type MatrixPlace, useMatrixPlace } from '#renderer/state/matrixShown.ts'
import { useWindow } from '#renderer/state/window.ts'
import { isSeveral } from './columns.ts'
import type { MatrixGrid } from './grid.ts'
import { headHeight, rowHeight } from './metrics.ts'
import { showCell } from './useGridWindow.ts'
import { type GridPlace, movePlace } from './walk.ts'

/**
 * Where one stands in the grid, which is one stop of the Tab key. The cell is known by its claim and its column, so that
 * it is the same one after another order or filter, and it is drawn always, so that the focus is not lost by scrolling.
 */
export function useWalk(grid: MatrixGrid, scroller: RefObject<HTMLElement | null>, claimWidth: number) {
  const place = useMatrixPlace()
  const at = useMemo(() => placeIn(grid, place), [grid, place])
  const focused = useRef<Element | null>(null)
  useStartingPlace(grid, scroller, claimWidth)

  const go = (target: GridPlace): void => {
    const element = scroller.current
    if (!element) return
    flushSync(() => useMatrixPlace.setState(placeOf(grid, target)))
    showCell(element, target, claimWidth)
    cellAt(element, target)?.focus({ preventScroll: true })
  }
  // The row or the column that had the focus is gone, with the filter, by undo or into its group.
  useLayoutEffect(() => {
    if (!focused.current || focused.current.isConnected || document.activeElement !== document.body) return
    if (scroller.current) cellAt(scroller.current, at)?.focus()
  })

  return {
    at,
    onKeyDown(event: KeyboardEvent): void {
      if (event.altKey || !scroller.current || !placeAt(event.target)) return
      const page = Math.max(1, Math.floor((scroller.current.clientHeight - headHeight) / rowHeight) - 1)
      const size = { rows: grid.claims.length, columns: grid.columns.length, page }
      const next = movePlace(at, event.key, event.ctrlKey || event.metaKey, size)
      if (!next) return
      event.preventDefault()
      go(next)
    },
    onFocus({ target }: { target: EventTarget }): void {
      const found = placeAt(target)
      if (!found || !(target instanceof Element)) return
      focused.current = target
      useMatrixPlace.setState(placeOf(grid, found))
      const claim = grid.claims[found.row]
      const column = grid.columns[found.column]
      const [source] = column && !isSeveral(column) ? column.sources : []
      if (claim) useWindow.getState().select({ kind: 'claim', id: claim.id })
      else if (source) useWindow.getState().select({ kind: 'source', id: source.id })
    },
    onBlur({ relatedTarget }: { relatedTarget: EventTarget | null }): void {
      if (relatedTarget !== null) focused.current = null
    },
  }
}

/** Starts at the claim that is selected, else where one was last, and follows a claim that is selected elsewhere. */
function useStartingPlace(grid: MatrixGrid, scroller: RefObject<HTMLElement | null>, width: number): void {
  const selected = useWindow(({ selection }) => (selection?.kind === 'claim' ? selection.id : null))
  // biome-ignore lint/correctness/useExhaustiveDependencies: where one is moves with the selection, not with the grid
  useEffect(() => {
    const place = useMatrixPlace.getState()
    const target = placeIn(grid, selected === null ? place : { ...place, claimId: selected })
    if (selected !== null && grid.claims[target.row]?.id !== selected) return
    if (place.claimId !== selected) useMatrixPlace.setState(placeOf(grid, target))
    if (scroller.current) showCell(scroller.current, target, width)
  }, [selected])
}

function placeOf(grid: MatrixGrid, { row, column }: GridPlace): MatrixPlace {
  return {
    claimId: grid.claims[row]?.id ?? null,
    column: grid.columns[column]?.key ?? null,
    row,
    index: column,
  }
}

/** What is no more is where it was, as far as there is anything. */
function placeIn(grid: MatrixGrid, { claimId, column, row, index }: MatrixPlace): GridPlace {
  const found = {
    row: claimId === null ? row : grid.claims.findIndex(({ id }) => id === claimId),
    column: column === null ? index : grid.columns.findIndex(({ key }) => key === column),
  }
  const target = {
    row: Math.min(claimId !== null && found.row < 0 ? row : found.row, grid.claims.length - 1),
    column: Math.min(column !== null && found.column < 0 ? index : found.column, grid.columns.length - 1),
  }
  return target.row === -1 && target.column === -1 ? { row: 0, column: -1 } : target
}

/** The place that an event in the grid is about; null where it is about none. */
export function placeAt(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null
  const [row, column] = (cell?.dataset.place ?? '').split(',').map(Number)
  return row === undefined || column === undefined ? null : { row, column }
}

export function cellAt(grid: HTMLElement, { row, column }: GridPlace): HTMLElement | null {
  return grid.querySelector<HTMLElement>(`[data-place="${row},${column}"]`)
}
