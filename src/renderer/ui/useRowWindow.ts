import { type RefObject, useLayoutEffect, useState } from 'react'

/** The rows of a long list to draw, half-open. */
export interface RowWindow {
  first: number
  last: number
}

/** Rows beyond both edges, so that a quick scroll or an arrow key does not run into nothing. */
const spare = 10

/**
 * Which of `count` rows of `rowHeight` px each are in sight in a scrolling element, with some to spare. The rows begin
 * at the top of its content.
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): RowWindow {
  const [seen, setSeen] = useState<RowWindow>({ first: 0, last: 40 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = (): void => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - spare)
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + spare
      setSeen((before) => (before.first === first && before.last === last ? before : { first, last }))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, rowHeight])
  return { first: Math.min(seen.first, Math.max(0, count - 1)), last: Math.min(seen.last, count) }
}

/** Scrolls no further than it takes to have a row in sight. */
export function showRow(element: HTMLElement, index: number, rowHeight: number): void {
  const top = index * rowHeight
  if (top < element.scrollTop) element.scrollTop = top
  else if (top + rowHeight > element.scrollTop + element.clientHeight) {
    element.scrollTop = top + rowHeight - element.clientHeight
  }
}
