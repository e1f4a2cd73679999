import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { DaySpan } from './scale.ts'
import type { ViewStore } from './useViewStore.ts'
import { panned, type Viewport, zoomed } from './viewport.ts'

/** How far a pointer goes before a click becomes a drag, in px. */
const slack = 4

interface Gesture {
  pointers: Map<number, number>
  /** What was in sight, and where the pointers were, when their number last changed. */
  view: Viewport
  middle: number
  spread: number
  moved: boolean
}

export interface PanZoomHandlers {
  onPointerDown(event: PointerEvent<HTMLElement>): void
  onPointerMove(event: PointerEvent<HTMLElement>): void
  onPointerUp(event: PointerEvent<HTMLElement>): void
  onPointerCancel(event: PointerEvent<HTMLElement>): void
  onClickCapture(event: { stopPropagation(): void; preventDefault(): void }): void
}

/**
 * Moves along the line by dragging and by the wheel sideways (or with Shift), and comes closer by the wheel with Ctrl or
 * Cmd (which is what a touchpad's pinch says, too) and by two fingers. `plot` is where the line is drawn, and its left
 * edge the day at which `store` starts.
 */
export function usePanZoom(
  frame: RefObject<HTMLElement | null>,
  plot: RefObject<HTMLElement | null>,
  store: ViewStore,
  domain: DaySpan,
): PanZoomHandlers {
  const gesture = useRef<Gesture | null>(null)
  const dragged = useRef(false)
  useWheel(frame, plot, store, domain)
  const left = (): number => plot.current?.getBoundingClientRect().left ?? 0
  const restart = (pointers: Map<number, number>, moved: boolean): void => {
    const { middle, spread } = between([...pointers.values()])
    gesture.current = { pointers, view: store.getState(), middle, spread, moved }
  }
  const end = (event: PointerEvent<HTMLElement>): void => {
    const current = gesture.current
    if (!current?.pointers.delete(event.pointerId)) return
    dragged.current = current.moved
    frame.current?.removeAttribute('data-panning')
    if (current.pointers.size === 0) gesture.current = null
    else restart(current.pointers, current.moved)
  }
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || isOnScrollbar(event)) return
      dragged.current = false
      const pointers = gesture.current?.pointers ?? new Map<number, number>()
      restart(pointers.set(event.pointerId, event.clientX), gesture.current?.moved ?? false)
    },
    onPointerMove: (event) => {
      const current = gesture.current
      if (!current?.pointers.has(event.pointerId)) return
      // It was let go where nothing of it was heard: outside the lanes, before it was a drag.
      if (event.buttons === 0) {
        end(event)
        return
      }
      current.pointers.set(event.pointerId, event.clientX)
      const { middle, spread } = between([...current.pointers.values()])
      if (!current.moved) {
        if (Math.abs(middle - current.middle) < slack && Math.abs(spread - current.spread) < slack) return
        current.moved = true
        frame.current?.setAttribute('data-panning', '')
        frame.current?.setPointerCapture(event.pointerId)
      }
      const factor = current.spread > 0 && spread > 0 ? spread / current.spread : 1
      const closer =
        factor === 1 ? current.view : zoomed(current.view, factor, current.middle - left(), domain)
      store.setState(panned(closer, current.middle - middle, domain))
    },
    onPointerUp: end,
    onPointerCancel: end,
    onClickCapture: (event) => {
      if (!dragged.current) return
      // The end of a drag is no click on what happens to be there.
      dragged.current = false
      event.stopPropagation()
      event.preventDefault()
    },
  }
}

/** Whether a pointer goes down on a lane's scrollbar, which keeps all that follows to itself. */
function isOnScrollbar({ target, clientX }: PointerEvent<HTMLElement>): boolean {
  if (!(target instanceof HTMLElement) || !target.hasAttribute('data-scroller')) return false
  const x = clientX - target.getBoundingClientRect().left - target.clientLeft
  return x < 0 || x >= target.clientWidth
}

function between(all: readonly number[]): { middle: number; spread: number } {
  const [first = 0, second = first] = all
  return { middle: (first + second) / 2, spread: Math.abs(first - second) }
}

/** React listens to the wheel passively, which would scroll or zoom the page besides. */
function useWheel(
  frame: RefObject<HTMLElement | null>,
  plot: RefObject<HTMLElement | null>,
  store: ViewStore,
  domain: DaySpan,
): void {
  useEffect(() => {
    const element = frame.current
    if (!element) return
    let [turned, x, asked] = [0, 0, 0]
    // A touchpad says it more often than a window is drawn.
    const zoom = (): void => {
      store.setState(zoomed(store.getState(), Math.exp(-turned * 0.004), x, domain))
      turned = 0
      asked = 0
    }
    const onWheel = (event: WheelEvent): void => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1
      const view = store.getState()
      if (event.ctrlKey || event.metaKey) {
        x = event.clientX - (plot.current?.getBoundingClientRect().left ?? 0)
        turned += event.deltaY * unit
        asked ||= requestAnimationFrame(zoom)
      } else {
        const sideways = event.deltaX !== 0 ? event.deltaX : event.shiftKey ? event.deltaY : 0
        if (sideways === 0) return
        store.setState(panned(view, sideways * unit, domain))
      }
      event.preventDefault()
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      cancelAnimationFrame(asked)
      element.removeEventListener('wheel', onWheel)
    }
  }, [frame, plot, store, domain])
}
