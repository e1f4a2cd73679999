import { type RefObject, useLayoutEffect, useState } from 'react'
import { claimWidthIn, columnWidth, headHeight, rowHeight } from './metrics.ts'

/** The rows and columns to draw, half-open. */
export interface GridWindow {
  firstRow: number
  lastRow: number
  firstColumn: number
  lastColumn: number
  /** Of the head column, in px. */
  claimWidth: number
}

/** Beyond the edges, so that a quick scroll does not run into nothing; and in such steps, so that few scrolls draw. */
const spare = { rows: 6, columns: 3 }
const step = { rows: 4, columns: 2 }

/** Which rows and columns are in sight in the scrolling element, with some to spare. */
export function useGridWindow(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  columns: number,
): GridWindow {
  const [seen, setSeen] = useState<GridWindow>({
    firstRow: 0,
    lastRow: 24,
    firstColumn: 0,
    lastColumn: 12,
    claimWidth: claimWidthIn(1000),
  })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = (): void => {
      const now = windowOf(element)
      setSeen((before) => (isSame(before, now) ? before : now))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])
  return {
    ...seen,
    firstRow: Math.min(seen.firstRow, Math.max(0, rows - 1)),
    lastRow: Math.min(seen.lastRow, rows),
    firstColumn: Math.min(seen.firstColumn, Math.max(0, columns - 1)),
    lastColumn: Math.min(seen.lastColumn, columns),
  }
}

function windowOf(element: HTMLElement): GridWindow {
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = element
  const claimWidth = claimWidthIn(clientWidth)
  const [firstRow, lastRow] = spanOf(scrollTop, clientHeight - headHeight, rowHeight, spare.rows, step.rows)
  const across = spanOf(scrollLeft, clientWidth - claimWidth, columnWidth, spare.columns, step.columns)
  return { firstRow, lastRow, firstColumn: across[0], lastColumn: across[1], claimWidth }
}

/** The items of `size` px between `start` and `start + length`, and those to spare, in whole steps. */
function spanOf(start: number, length: number, size: number, extra: number, by: number): [number, number] {
  const first = Math.floor((Math.floor(start / size) - extra) / by) * by
  const last = Math.ceil((Math.ceil((start + length) / size) + extra) / by) * by
  return [Math.max(0, first), last]
}

function isSame(a: GridWindow, b: GridWindow): boolean {
  return (
    a.firstRow === b.firstRow &&
    a.lastRow === b.lastRow &&
    a.firstColumn === b.firstColumn &&
    a.lastColumn === b.lastColumn &&
    a.claimWidth === b.claimWidth
  )
}

/** The indexes from `first` to `last`, and one outside of them that has to be there whatever is in sight. */
export function indexesIn(first: number, last: number, also: number): number[] {
  const between = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index)
  if (also < 0 || (also >= first && also < last)) return between
  return also < first ? [also, ...between] : [...between, also]
}

/** Scrolls no further than it takes to have a cell in sight; a head's row or column is -1 and always is. */
export function showCell(
  element: HTMLElement,
  { row, column }: { row: number; column: number },
  claimWidth: number,
): void {
  if (row >= 0) {
    element.scrollTop = shown(
      element.scrollTop,
      element.clientHeight - headHeight,
      row * rowHeight,
      rowHeight,
    )
  }
  if (column >= 0) {
    const width = element.clientWidth - claimWidth
    element.scrollLeft = shown(element.scrollLeft, width, column * columnWidth, columnWidth)
  }
}

function shown(scrolled: number, length: number, start: number, size: number): number {
  if (start < scrolled) return start
  return start + size > scrolled + length ? start + size - length : scrolled
}
