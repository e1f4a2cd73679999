import { type RefObject, useEffect, useState } from 'react'

/** So many rows above and below what is in sight are drawn as well. */
const spare = 8

/** Which rows `[from, to)` of equal height are in sight or nearly: the others are not drawn. Heights in px. */
export function useVisible(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): { from: number; to: number } {
  const [range, setRange] = useState({ from: 0, to: 40 })
  useEffect(() => {
    const view = scroller.current
    if (!view) return
    const look = (): void => {
      // In steps of `spare` rows, so that most scrolling draws nothing anew.
      const first = Math.floor(view.scrollTop / rowHeight / spare) * spare
      const last = Math.ceil((view.scrollTop + view.clientHeight) / rowHeight / spare) * spare
      const from = Math.max(0, first - spare)
      const to = last + spare
      setRange((before) => (before.from === from && before.to === to ? before : { from, to }))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(view)
    view.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      view.removeEventListener('scroll', look)
    }
  }, [scroller, rowHeight])
  return { from: Math.min(range.from, count), to: Math.min(range.to, count) }
}
