import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { type Box, boundsOf } from './geometry.ts'

/** What part of the drawing is seen: screen = drawing * scale + (x, y), in pixels. */
interface View {
  x: number
  y: number
  scale: number
}

const limits = { least: 0.08, most: 2.5 }
const air = 32

/**
 * Moving and zooming a drawing. It fits the window until the person moves it; then only what they do, and a card that
 * gets the focus out of sight, moves it.
 */
export function usePanZoom(drawing: RefObject<SVGSVGElement | null>, boxes: readonly Box[]) {
  const [view, setView] = useState<View>({ x: 0, y: 0, scale: 1 })
  const [isPanning, setPanning] = useState(false)
  const touched = useRef(false)
  const fitAll = useCallback(() => {
    touched.current = false
    if (drawing.current) setView(fitted(drawing.current, boxes))
  }, [drawing, boxes])
  const zoomAt = useCallback((factor: number, x: number, y: number) => {
    touched.current = true
    setView((now) => {
      const scale = clamp(now.scale * factor)
      const grown = scale / now.scale
      return { scale, x: x - (x - now.x) * grown, y: y - (y - now.y) * grown }
    })
  }, [])
  useFitOnResize(drawing, fitAll, touched)
  useWheel(drawing, zoomAt)
  const pan = usePan(setView, setPanning, touched)
  return {
    transform: `translate(${view.x} ${view.y}) scale(${view.scale})`,
    isPanning,
    handlers: pan,
    fitAll,
    zoom(factor: number): void {
      const size = drawing.current?.getBoundingClientRect()
      if (size) zoomAt(factor, size.width / 2, size.height / 2)
    },
    /** Brings a card into sight. */
    reveal(box: Box): void {
      const size = drawing.current?.getBoundingClientRect()
      if (!size) return
      setView((now) => ({
        ...now,
        x: shifted(now.x, box.x * now.scale, (box.width / 2) * now.scale + 12, size.width),
        y: shifted(now.y, box.y * now.scale, (box.height / 2) * now.scale + 12, size.height),
      }))
    },
  }
}

function clamp(scale: number): number {
  return Math.max(limits.least, Math.min(limits.most, scale))
}

/** `offset`, moved as little as needed for `centre` and `half` around it to lie between 0 and `size`. */
function shifted(offset: number, centre: number, half: number, size: number): number {
  const at = offset + centre
  if (at - half < 0) return half - centre
  if (at + half > size) return size - half - centre
  return offset
}

function fitted(drawing: SVGSVGElement, boxes: readonly Box[]): View {
  const { width, height } = drawing.getBoundingClientRect()
  const bounds = boundsOf(boxes, air)
  const scale = Math.max(limits.least, Math.min(1.1, width / bounds.width, height / bounds.height))
  return { scale, x: width / 2 - bounds.x * scale, y: height / 2 - bounds.y * scale }
}

function useFitOnResize(
  drawing: RefObject<SVGSVGElement | null>,
  fitAll: () => void,
  touched: RefObject<boolean>,
): void {
  useEffect(() => {
    if (!drawing.current) return
    const observer = new ResizeObserver(() => {
      if (!touched.current) fitAll()
    })
    observer.observe(drawing.current)
    return () => observer.disconnect()
  }, [drawing, fitAll, touched])
}

/** React listens to the wheel passively, and then the page would scroll along. */
function useWheel(
  drawing: RefObject<SVGSVGElement | null>,
  zoomAt: (factor: number, x: number, y: number) => void,
): void {
  useEffect(() => {
    const element = drawing.current
    if (!element) return
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      const place = element.getBoundingClientRect()
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1
      zoomAt(Math.exp(-event.deltaY * lines * 0.0015), event.clientX - place.left, event.clientY - place.top)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [drawing, zoomAt])
}

function usePan(
  setView: (change: (now: View) => View) => void,
  setPanning: (isPanning: boolean) => void,
  touched: RefObject<boolean>,
) {
  const last = useRef<{ x: number; y: number } | null>(null)
  const stop = (): void => {
    last.current = null
    setPanning(false)
  }
  return {
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      // Cards are clicked, not dragged.
      if (event.button !== 0 || event.target !== event.currentTarget) return
      event.currentTarget.setPointerCapture(event.pointerId)
      last.current = { x: event.clientX, y: event.clientY }
      setPanning(true)
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      const from = last.current
      if (!from) return
      const dx = event.clientX - from.x
      const dy = event.clientY - from.y
      last.current = { x: event.clientX, y: event.clientY }
      touched.current = true
      setView((now) => ({ ...now, x: now.x + dx, y: now.y + dy }))
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  }
}
