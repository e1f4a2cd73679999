import { useEffect, useState } from 'react'
import { useAnnotating } from '#renderer/state/annotating.ts'
import type { Passage } from '#renderer/state/selection.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { TextMap } from './text/TextMap.ts'

/** Tells the window which passage of the text is selected. Says whether a selection is being drawn right now. */
export function usePassage(map: TextMap | null): boolean {
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    if (!map) return
    const { root, sourceId } = map
    const read = (): void => {
      const { passage, setPassage } = useWindow.getState()
      const range = map.selected(document.getSelection())
      if (range) {
        if (passage?.sourceId === sourceId && passage.start === range.start && passage.end === range.end)
          return
        setPassage({ sourceId, ...range, text: map.words(range) })
      } else if (
        passage?.sourceId === sourceId &&
        !isBeingMade(passage) &&
        !isOnPage(document.getSelection())
      ) {
        setPassage(null)
      }
    }
    const drag = (event: PointerEvent): void => setDragging(event.button === 0)
    const drop = (): void => setDragging(false)
    document.addEventListener('selectionchange', read)
    // The browser tells of a selection a moment later: a key that comes before that means what is selected now.
    window.addEventListener('keydown', read, true)
    root.addEventListener('pointerdown', drag)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', drop)
    return () => {
      document.removeEventListener('selectionchange', read)
      window.removeEventListener('keydown', read, true)
      root.removeEventListener('pointerdown', drag)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', drop)
      if (useWindow.getState().passage?.sourceId === sourceId) useWindow.getState().setPassage(null)
    }
  }, [map])
  return dragging
}

/** Whether a passage is just becoming an annotation: until then keys are about it, though nothing looks selected any more. */
function isBeingMade({ sourceId, start, end }: Passage): boolean {
  const { pending } = useAnnotating.getState()
  return (
    pending !== null &&
    !pending.stored &&
    pending.sourceId === sourceId &&
    pending.start === start &&
    pending.end === end
  )
}

/** Whether words are selected on a page beside the text, which says itself what of the text they are. */
function isOnPage(selection: Selection | null): boolean {
  if (!selection || selection.isCollapsed) return false
  const { anchorNode } = selection
  const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement
  return element?.closest('[data-pages]') != null
}
