import { useEffect, useRef } from 'react'
import { caretAt } from '#renderer/editor/caretAt.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Annotation } from '#shared/model.ts'
import { atCaret } from './annotate/useOverlaps.ts'
import type { IntervalIndex } from './text/intervals.ts'
import type { TextMap } from './text/TextMap.ts'

/** How far beside the words the pointer still counts as on them, in px. */
const slack = 3

/**
 * Lets annotated words be clicked, although highlights cannot be: the pointer's place in the text is looked up among
 * the annotations. `onFound` decides which of them is meant; they come the shortest first. Enter does the same at the caret.
 */
export function usePointing(
  map: TextMap | null,
  index: IntervalIndex<Annotation>,
  onFound: (annotations: readonly Annotation[], x: number, y: number) => void,
): void {
  const latest = useRef({ index, onFound })
  useEffect(() => {
    latest.current = { index, onFound }
  }, [index, onFound])
  useEffect(() => {
    if (!map) return
    const { root } = map
    const under = ({ clientX, clientY }: MouseEvent): Annotation[] => {
      const offset = offsetUnder(map, clientX, clientY)
      return offset === null ? [] : latest.current.index.at(offset)
    }
    const click = (event: MouseEvent): void => {
      if (document.getSelection()?.isCollapsed === false) return
      const { selection, select } = useWindow.getState()
      const found = under(event)
      if (found.length > 0) latest.current.onFound(found, event.clientX, event.clientY)
      else if (selection?.kind === 'annotation') select(null)
    }
    const enter = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.target !== root) return
      const there = atCaret(map, latest.current.index)
      if (!there) return
      event.preventDefault()
      latest.current.onFound(there.annotations, there.x, there.y)
    }
    let frame = 0
    const move = (event: PointerEvent): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        root.style.cursor = event.buttons === 0 && under(event).length > 0 ? 'pointer' : ''
      })
    }
    root.addEventListener('click', click)
    root.addEventListener('keydown', enter)
    root.addEventListener('pointermove', move)
    return () => {
      cancelAnimationFrame(frame)
      root.removeEventListener('click', click)
      root.removeEventListener('keydown', enter)
      root.removeEventListener('pointermove', move)
    }
  }, [map])
}

/** The offset of the character under a point of the viewport; null where there is none. */
export function offsetUnder(map: TextMap, x: number, y: number): number | null {
  const caret = caretAt(x, y)
  if (!caret || !map.root.contains(caret.node)) return null
  const offset = map.offset(caret.node, caret.offset)
  // The caret is nearest to the point: the character may stand on either side of it, or far away in a short line.
  for (const start of [offset, offset - 1]) {
    const rects = start < 0 ? [] : [...(map.liveRange({ start, end: start + 1 })?.getClientRects() ?? [])]
    const hit = rects.some(
      ({ left, right, top, bottom }) =>
        x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack,
    )
    if (hit) return start
  }
  return null
}
