import { inDrawing, zoomed } from './camera.ts'
import { withMoved } from './draw/scene.ts'
import type { Point } from './layout/shapes.ts'
import type { Stage } from './stage.ts'

/** What gestures on the drawing mean to the view. */
export interface Gestures {
  /** A press on a card, or a click that moved nothing. */
  choose(key: string): void
  open(key: string): void
  /** A click on an edge, at a point of the stage. */
  showEdge(id: string, at: Point): void
  hover(key: string | null, edge: string | null): void
  moved(key: string, place: Point): void
}

/** The pointer moves this far before it drags, in pixels: a click is hardly ever quite still. */
const slack = 4

interface Drag {
  key: string | null
  from: Point
  /** From the pointer to the middle of the card. */
  grip: Point
  moving: boolean
}

/** Listens to mouse, pen and fingers on the stage's box: drag a card or the drawing, wheel or pinch to zoom, click. Returns how to stop. */
export function listen(box: HTMLElement, stage: Stage, gestures: Gestures): () => void {
  const controller = new AbortController()
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    heard: (event: HTMLElementEventMap[Name]) => void,
    options: AddEventListenerOptions = {},
  ): void => box.addEventListener(name, heard, { ...options, signal: controller.signal })
  const pointers = new Map<number, Point>()
  let drag: Drag | null = null
  let wasDragged = false
  let last: { key: string | null; edge: string | null } = { key: null, edge: null }
  const hover = (key: string | null, edge: string | null): void => {
    if (key === last.key && edge === last.edge) return
    last = { key, edge }
    if (key === null && edge === null) delete box.dataset.over
    else box.dataset.over = ''
    gestures.hover(key, edge)
  }

  const stop = (event: PointerEvent): void => {
    pointers.delete(event.pointerId)
    delete box.dataset.dragging
    if (drag?.moving && drag.key !== null) {
      const card = stage.scene.byKey.get(drag.key)
      if (card) gestures.moved(drag.key, { x: card.x, y: card.y })
    }
    drag = null
  }

  on('pointerdown', (event) => {
    if (event.button > 1 || !isOver(event)) return
    const at = stage.onStage(event)
    pointers.set(event.pointerId, at)
    wasDragged = false
    drag =
      pointers.size === 1
        ? startDrag(stage, event.button === 0 ? (stage.cardAt(at)?.key ?? null) : null, at)
        : null
    if (event.button === 1) event.preventDefault()
  })
  on('mousedown', (event) => {
    // Whoever walks by keys goes on from there after having moved the drawing.
    if (isOver(event) && box.contains(document.activeElement)) event.preventDefault()
  })
  on('pointermove', (event) => {
    const at = stage.onStage(event)
    const before = pointers.get(event.pointerId)
    if (before === undefined) {
      const key = isOver(event) ? (stage.cardAt(at)?.key ?? null) : null
      hover(key, key === null && isOver(event) ? (stage.edgeAt(at)?.id ?? null) : null)
      return
    }
    // It was let go where nothing of it was heard: outside the box, before it was a drag.
    if (event.buttons === 0) {
      stop(event)
      return
    }
    if (pointers.size === 2) pinch(stage, pointers, event.pointerId, at)
    else if (drag) {
      if (!drag.moving && Math.hypot(at.x - drag.from.x, at.y - drag.from.y) < slack) return
      if (!drag.moving) box.setPointerCapture(event.pointerId)
      drag.moving = true
      wasDragged = true
      box.dataset.dragging = drag.key === null ? 'drawing' : 'card'
      dragTo(stage, drag, at, before)
    }
    pointers.set(event.pointerId, at)
  })
  on('pointerup', stop)
  on('pointercancel', stop)
  on('pointerleave', () => hover(null, null))
  on('click', (event) => {
    if (wasDragged || !isOver(event)) return
    // What is pressed by a key or by a screen reader comes without a place.
    const pressed = event.detail === 0 ? keyOf(event) : null
    if (pressed !== null) {
      gestures.open(pressed)
      return
    }
    const at = stage.onStage(event)
    const card = stage.cardAt(at)
    const edge = card ? null : stage.edgeAt(at)
    if (card) gestures.choose(card.key)
    else if (edge) gestures.showEdge(edge.id, at)
  })
  on('dblclick', (event) => {
    const card = isOver(event) ? stage.cardAt(stage.onStage(event)) : null
    if (card) gestures.open(card.key)
  })
  on(
    'wheel',
    (event) => {
      if (!isOver(event)) return
      event.preventDefault()
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1
      // A pinch on a touchpad comes as a wheel with Ctrl, in smaller steps.
      const speed = event.ctrlKey ? 0.01 : 0.0015
      stage.look(zoomed(stage.view, Math.exp(-event.deltaY * lines * speed), stage.onStage(event)))
    },
    { passive: false },
  )
  // Focus that leaves what is in sight would have the browser scroll the box: moving the drawing is ours to do.
  on('scroll', () => box.scrollTo(0, 0))
  return () => controller.abort()
}

/** Whether an event is about the drawing, and not about what lies over it: buttons, the caption. */
function isOver({ target }: Event): boolean {
  return target instanceof Element && target.closest('[data-over-drawing]') === null
}

/** The card whose button an event is about. */
function keyOf({ target }: Event): string | null {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-node]') : null
  return button?.dataset.node ?? null
}

function startDrag(stage: Stage, key: string | null, from: Point): Drag {
  const card = key === null ? undefined : stage.scene.byKey.get(key)
  const place = inDrawing(stage.view, from)
  const grip = card ? { x: card.x - place.x, y: card.y - place.y } : { x: 0, y: 0 }
  return { key: card ? key : null, from, grip, moving: false }
}

function dragTo(stage: Stage, { key, grip }: Drag, at: Point, before: Point): void {
  const view = stage.view
  if (key === null) {
    stage.look({ ...view, x: view.x + at.x - before.x, y: view.y + at.y - before.y })
    return
  }
  // Until it is let go everything else stays as it is, the part that is seen included.
  stage.look(view)
  const place = inDrawing(view, at)
  stage.scene = withMoved(stage.scene, key, { x: place.x + grip.x, y: place.y + grip.y })
}

function pinch(stage: Stage, pointers: ReadonlyMap<number, Point>, id: number, at: Point): void {
  const before = pointers.get(id)
  const [other] = [...pointers].flatMap(([pointer, point]) => (pointer === id ? [] : [point]))
  if (!before || !other) return
  const apart = Math.hypot(at.x - other.x, at.y - other.y)
  const were = Math.max(1, Math.hypot(before.x - other.x, before.y - other.y))
  const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 }
  const view = zoomed(stage.view, apart / were, middle)
  stage.look({ ...view, x: view.x + (at.x - before.x) / 2, y: view.y + (at.y - before.y) / 2 })
}
