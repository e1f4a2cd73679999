import { clampScale, fitted, inDrawing, type View } from './camera.ts'
import { type Marks, paint } from './draw/paint.ts'
import type { Palette } from './draw/palette.ts'
import type { DrawnCard, DrawnEdge, Scene } from './draw/scene.ts'
import { distanceTo } from './geometry.ts'
import type { Point } from './layout/shapes.ts'

const noMarks: Marks = { lit: null, selected: null, focused: null, centre: null, edge: null }
/** How near the pointer has to come to an edge, in pixels of the screen. */
const reach = 7
/** So long what is seen stays the same before it has come to rest. */
const settleMs = 120

/**
 * The drawing's canvas, and the layer of buttons that lies over it, moved together. Nothing of React happens while one
 * pans or zooms: a change of the view moves the layer and has the canvas painted once in the next frame.
 */
export class Stage {
  readonly #canvas: HTMLCanvasElement
  readonly #layer: HTMLElement
  readonly #observer: ResizeObserver
  #frame = 0
  #size = { width: 0, height: 0 }
  #view: View | null = null
  #scene: Scene = { cards: [], byKey: new Map(), edges: [], linked: new Map(), headings: [] }
  #palette: Palette | null = null
  #marks = noMarks
  #settling: ReturnType<typeof setTimeout> | undefined
  /** Told a moment after what is seen has come to rest. */
  onSettled: () => void = () => {}

  constructor(canvas: HTMLCanvasElement, layer: HTMLElement) {
    this.#canvas = canvas
    this.#layer = layer
    this.#observer = new ResizeObserver(() => this.#resize())
    this.#observer.observe(canvas)
    this.#resize()
  }

  end(): void {
    this.#observer.disconnect()
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#settling)
  }

  get size(): { width: number; height: number } {
    return this.#size
  }

  /** What is seen; everything, as long as nobody moved it. */
  get view(): View {
    return this.#view ?? fitted(this.#size, this.#scene.cards)
  }

  /** Where somebody moved the drawing to; null where nobody did. */
  get moved(): View | null {
    return this.#view
  }

  get scene(): Scene {
    return this.#scene
  }

  set scene(scene: Scene) {
    this.#scene = scene
    this.#placeLayer()
  }

  set palette(palette: Palette) {
    this.#palette = palette
    this.#paintSoon()
  }

  mark(change: Partial<Marks>): void {
    this.#marks = { ...this.#marks, ...change }
    this.#paintSoon()
  }

  get marks(): Marks {
    return this.#marks
  }

  /** Looks somewhere else; at everything, from now on, with null. */
  look(view: View | null): void {
    this.#view = view && { ...view, scale: clampScale(view.scale) }
    this.#placeLayer()
  }

  /** A point of the screen, counted from the drawing's corner. */
  onStage({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const { left, top } = this.#canvas.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }

  /** The card at a point of the stage. */
  cardAt(point: Point): DrawnCard | null {
    const { x, y } = inDrawing(this.view, point)
    const isOver = (card: DrawnCard): boolean =>
      Math.abs(card.x - x) <= card.width / 2 && Math.abs(card.y - y) <= card.height / 2
    return this.#scene.cards.findLast(isOver) ?? null
  }

  /** The keys of the cards of which at least a part is seen. */
  cardsInSight(): string[] {
    const { width, height } = this.#size
    const view = this.view
    const start = inDrawing(view, { x: 0, y: 0 })
    const end = inDrawing(view, { x: width, y: height })
    return this.#scene.cards.flatMap((card) => {
      const isSeen =
        card.x + card.width / 2 > start.x &&
        card.x - card.width / 2 < end.x &&
        card.y + card.height / 2 > start.y &&
        card.y - card.height / 2 < end.y
      return isSeen ? [card.key] : []
    })
  }

  /** The edge at a point of the stage. */
  edgeAt(point: Point): DrawnEdge | null {
    const view = this.view
    const place = inDrawing(view, point)
    let nearest: DrawnEdge | null = null
    let least = reach / view.scale
    for (const edge of this.#scene.edges) {
      const distance = distanceTo(edge.shape, place)
      if (distance >= least) continue
      least = distance
      nearest = edge
    }
    return nearest
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas
    this.#size = { width, height }
    this.#canvas.width = Math.round(width * devicePixelRatio)
    this.#canvas.height = Math.round(height * devicePixelRatio)
    this.#placeLayer()
  }

  #placeLayer(): void {
    const { x, y, scale } = this.view
    this.#layer.style.transform = `translate(${x}px, ${y}px) scale(${scale})`
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => this.onSettled(), settleMs)
    this.#paintSoon()
  }

  #paintSoon(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#paint())
  }

  #paint(): void {
    this.#frame = 0
    const to = this.#canvas.getContext('2d')
    if (!to || !this.#palette || this.#size.width === 0) return
    const { width, height } = this.#size
    const ratio = this.#canvas.width / width
    paint(to, this.#scene, {
      view: this.view,
      width,
      height,
      ratio,
      palette: this.#palette,
      marks: this.#marks,
    })
  }
}
