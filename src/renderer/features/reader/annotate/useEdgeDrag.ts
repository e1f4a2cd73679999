import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { caretAt } from '#renderer/editor/caretAt.ts'
import { write } from '#renderer/engine/queries.ts'
import type { Annotation } from '#shared/model.ts'
import { trimmedRange } from '../text/blocks.ts'
import type { Edge } from '../text/graphemes.ts'
import type { TextRange } from '../text/range.ts'
import type { TextMap } from '../text/TextMap.ts'
import { edgePlace } from './edgePlace.ts'

interface EdgeDrag {
  /** The annotation's range, or what it becomes when the pointer is let go now. */
  range: TextRange
  /** The edge that is being dragged. */
  edge: Edge | null
  take(edge: Edge, event: ReactPointerEvent): void
}

/** Near the view's top and bottom (px) the text scrolls under the pointer, so fast (px a frame). */
const scrollZone = 36
const scrollStep = 9

/** Drags an end of an annotation with the mouse, a pen or a finger. Escape gives up; letting go is one step of the history. */
export function useEdgeDrag(
  map: TextMap,
  scroller: RefObject<HTMLElement | null>,
  annotation: Annotation,
): EdgeDrag {
  const [edge, setEdge] = useState<Edge | null>(null)
  const [dragged, setDragged] = useState<TextRange | null>(null)
  const stop = useRef<(() => void) | null>(null)
  const { id, start, end } = annotation
  // Once the annotation is what it was dragged to, or another one is selected, its own range counts again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these three say when
  useEffect(() => setDragged(null), [id, start, end])
  useEffect(() => () => stop.current?.(), [])

  const take = (taken: Edge, event: ReactPointerEvent): void => {
    if (event.button !== 0) return
    event.preventDefault()
    stop.current?.()
    const fixed = taken === 'start' ? end : start
    let latest: TextRange = { start, end }
    const moveTo = (x: number, y: number): void => {
      const at = offsetAt(map, x, y)
      const next = at === null ? null : trimmedRange(map.text, Math.min(at, fixed), Math.max(at, fixed))
      if (next === null) return
      latest = next
      setDragged(next)
    }
    const finish = (keep: boolean): void => {
      stop.current?.()
      setEdge(null)
      if (!keep || (latest.start === start && latest.end === end)) setDragged(null)
      else void resize(id, latest).then((done) => done || setDragged(null))
    }
    setEdge(taken)
    stop.current = listen(scroller, grasp(map, annotation, taken, event), moveTo, finish)
  }
  return { range: dragged ?? annotation, edge, take }
}

/** Says whether it is so now. */
async function resize(id: string, { start, end }: TextRange): Promise<boolean> {
  return (await write('annotations.update', { id, start, end })) !== undefined
}

/** How far the pointer is from the middle of the line beside which it took hold: a finger covers less of the words so. */
function grasp(
  map: TextMap,
  range: TextRange,
  edge: Edge,
  { clientX, clientY }: ReactPointerEvent,
): { x: number; y: number } {
  const place = edgePlace(map, range, edge)
  if (!place) return { x: 0, y: 0 }
  return { x: clientX - place.left, y: clientY - place.top - place.height / 2 }
}

/** The place between characters that is nearest to a point of the viewport; null beside the text. */
function offsetAt(map: TextMap, x: number, y: number): number | null {
  const caret = caretAt(x, y)
  return caret && map.root.contains(caret.node) ? map.offset(caret.node, caret.offset) : null
}

/** Follows the pointer until it is let go, scrolling at the view's edges. Returns how to stop. */
function listen(
  scroller: RefObject<HTMLElement | null>,
  held: { x: number; y: number },
  moveTo: (x: number, y: number) => void,
  finish: (keep: boolean) => void,
): () => void {
  let last: { x: number; y: number } | null = null
  let frame = 0
  const follow = (): void => {
    frame = requestAnimationFrame(follow)
    const view = scroller.current
    if (!view || !last) return
    const { top, bottom } = view.getBoundingClientRect()
    if (last.y < top + scrollZone) view.scrollTop -= scrollStep
    else if (last.y > bottom - scrollZone) view.scrollTop += scrollStep
    moveTo(last.x - held.x, last.y - held.y)
  }
  const move = ({ clientX, clientY }: PointerEvent): void => {
    if (!last) frame = requestAnimationFrame(follow)
    last = { x: clientX, y: clientY }
  }
  const drop = (event: PointerEvent): void => {
    if (last) moveTo(event.clientX - held.x, event.clientY - held.y)
    finish(true)
  }
  const cancel = (): void => finish(false)
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    finish(false)
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', drop)
  window.addEventListener('pointercancel', cancel)
  window.addEventListener('keydown', key, true)
  return () => {
    cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', drop)
    window.removeEventListener('pointercancel', cancel)
    window.removeEventListener('keydown', key, true)
  }
}
