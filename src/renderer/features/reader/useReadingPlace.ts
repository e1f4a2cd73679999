import { type RefObject, useEffect } from 'react'
import { caretAt } from '#renderer/editor/caretAt.ts'
import { beginReading, noteProgress } from '#renderer/state/progress.ts'
import { type PaneName, registerReader } from '#renderer/state/readers.ts'
import { useReadingPlaces } from '#renderer/state/readingPlaces.ts'
import { offsetAtTop } from './place.ts'
import type { TextMap } from './text/TextMap.ts'

const lookAfterMs = 80
/** Words count as read when they stayed in view for so long. */
const dwellMs = 1_500

/** Tells the window where one is in a text, and how far one has read it. */
export function useReadingPlace(
  map: TextMap | null,
  scroller: RefObject<HTMLElement | null>,
  pane: PaneName,
): void {
  useEffect(() => {
    const view = scroller.current
    if (!map || !view) return
    const { sourceId } = map
    beginReading(sourceId)
    const top = (): number | null => (view.scrollTop === 0 ? 0 : offsetAtTop(map, view))
    const unregister = registerReader(pane, { sourceId, top })
    let looking: ReturnType<typeof setTimeout> | undefined
    let dwelling: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      looking = undefined
      const share = shareInView(map, view)
      const at = top()
      if (at !== null) useReadingPlaces.setState({ [pane]: { sourceId, top: at, share } })
      clearTimeout(dwelling)
      dwelling = setTimeout(() => !document.hidden && noteProgress(sourceId, share), dwellMs)
    }
    const soon = (): void => {
      looking ??= setTimeout(look, lookAfterMs)
    }
    const observer = new ResizeObserver(soon)
    observer.observe(view)
    view.addEventListener('scroll', soon, { passive: true })
    return () => {
      unregister()
      observer.disconnect()
      clearTimeout(looking)
      clearTimeout(dwelling)
      view.removeEventListener('scroll', soon)
      useReadingPlaces.setState({ [pane]: null })
    }
  }, [map, scroller, pane])
}

/** How much of a text lies above the end of the view, 0 to 1. */
function shareInView(map: TextMap, view: HTMLElement): number {
  const { left, width, bottom, top } = view.getBoundingClientRect()
  const last = map.sections.at(-1)
  if (!last || last.element.getBoundingClientRect().bottom <= bottom + 2) return 1
  for (let y = bottom - 12; y > top; y -= 24) {
    const caret = caretAt(left + width / 2, y)
    if (caret && map.root.contains(caret.node))
      return Math.min(1, map.offset(caret.node, caret.offset) / last.end)
  }
  return 0
}
