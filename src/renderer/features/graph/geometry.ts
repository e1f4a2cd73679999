import type { Point } from './layout/shapes.ts'

/** A card by its centre and size, in pixels. */
export interface Box extends Point {
  width: number
  height: number
}

/** The rectangle around all boxes with `padding` on each side; a unit square where there are none. */
export function boundsOf(boxes: readonly Box[], padding: number): Box & { left: number; top: number } {
  if (boxes.length === 0) return { x: 0, y: 0, width: 1, height: 1, left: -0.5, top: -0.5 }
  const left = Math.min(...boxes.map((box) => box.x - box.width / 2)) - padding
  const right = Math.max(...boxes.map((box) => box.x + box.width / 2)) + padding
  const top = Math.min(...boxes.map((box) => box.y - box.height / 2)) - padding
  const bottom = Math.max(...boxes.map((box) => box.y + box.height / 2)) + padding
  const width = right - left
  const height = bottom - top
  return { x: left + width / 2, y: top + height / 2, width, height, left, top }
}

/** Where the line from the box's centre towards `target` leaves the box, `gap` pixels outside its border. */
export function borderPoint(box: Box, target: Point, gap: number): Point {
  const dx = target.x - box.x
  const dy = target.y - box.y
  if (dx === 0 && dy === 0) return { x: box.x, y: box.y }
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (box.width / 2 + gap) / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : (box.height / 2 + gap) / Math.abs(dy),
  )
  return { x: box.x + dx * Math.min(1, scale), y: box.y + dy * Math.min(1, scale) }
}

/** A curve from `start` to `end`, bowed towards `control`; straight where `isStraight`. */
export interface EdgeShape {
  start: Point
  control: Point
  end: Point
  isStraight: boolean
  /** Where the relation's sign stands. */
  middle: Point
  /** The corners of the arrow's head at the far end, its tip first. */
  arrow: Point[]
}

/**
 * The curve from one card to another. Parallel edges get different `bend`s (0 is straight; each step bows the curve
 * 36 pixels further out), so that every one stays visible.
 */
export function edgeShape(from: Box, to: Box, bend: number): EdgeShape {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const length = Math.max(1, Math.hypot(dx, dy))
  const control = {
    x: (from.x + to.x) / 2 - (dy / length) * bend * 72,
    y: (from.y + to.y) / 2 + (dx / length) * bend * 72,
  }
  const start = borderPoint(from, control, 2)
  const end = borderPoint(to, control, 6)
  const middle = { x: start.x / 4 + control.x / 2 + end.x / 4, y: start.y / 4 + control.y / 2 + end.y / 4 }
  return { start, control, end, isStraight: bend === 0, middle, arrow: arrowHead(control, end) }
}

/** A triangle 9 pixels long with its tip at `end`, pointing away from `from`. */
function arrowHead(from: Point, end: Point): Point[] {
  const length = Math.max(1, Math.hypot(end.x - from.x, end.y - from.y))
  const x = (end.x - from.x) / length
  const y = (end.y - from.y) / length
  return [
    end,
    { x: end.x - x * 9 - y * 4, y: end.y - y * 9 + x * 4 },
    { x: end.x - x * 9 + y * 4, y: end.y - y * 9 - x * 4 },
  ]
}

/** How far a point is from the curve, in pixels. */
export function distanceTo({ start, control, end, isStraight }: EdgeShape, point: Point): number {
  if (isStraight) return toSegment(start, end, point)
  const steps = 10
  let nearest = Number.POSITIVE_INFINITY
  let before = start
  for (let i = 1; i <= steps; i++) {
    const t = i / steps
    const u = 1 - t
    const here = {
      x: u * u * start.x + 2 * u * t * control.x + t * t * end.x,
      y: u * u * start.y + 2 * u * t * control.y + t * t * end.y,
    }
    nearest = Math.min(nearest, toSegment(before, here, point))
    before = here
  }
  return nearest
}

function toSegment(a: Point, b: Point, point: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared
  const t = Math.max(0, Math.min(1, along))
  return Math.hypot(a.x + t * dx - point.x, a.y + t * dy - point.y)
}

/** Bends for edges that share both ends, whichever way they point: 0, or -0.5 and 0.5, or -1, 0, 1, and so on. */
export function bendsOf(edges: readonly { id: string; from: string; to: string }[]): Map<string, number> {
  const byPair = new Map<string, { id: string; from: string; to: string }[]>()
  for (const edge of edges) {
    const pair = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`
    byPair.set(pair, [...(byPair.get(pair) ?? []), edge])
  }
  const bends = new Map<string, number>()
  for (const group of byPair.values()) {
    group.forEach((edge, i) => {
      const bend = i - (group.length - 1) / 2
      // A curve bows to its own left: an edge that points the other way has to bow to its right.
      bends.set(edge.id, edge.from < edge.to || bend === 0 ? bend : -bend)
    })
  }
  return bends
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

/** The nearest other box in a direction, or null. What lies aside counts as further than what lies straight ahead. */
export function neighbour<Item extends Box & { key: string }>(
  boxes: readonly Item[],
  fromKey: string,
  direction: Direction,
): Item | null {
  const from = boxes.find((box) => box.key === fromKey)
  if (!from) return boxes[0] ?? null
  let best: Item | null = null
  let bestCost = Number.POSITIVE_INFINITY
  for (const box of boxes) {
    const { ahead, aside } = offsets(from, box, direction)
    if (box.key === fromKey || ahead <= 0 || aside > ahead * 2.5) continue
    const cost = ahead + aside * 2
    if (cost < bestCost) {
      best = box
      bestCost = cost
    }
  }
  return best
}

function offsets(from: Point, to: Point, direction: Direction): { ahead: number; aside: number } {
  const dx = to.x - from.x
  const dy = to.y - from.y
  switch (direction) {
    case 'ArrowUp':
      return { ahead: -dy, aside: Math.abs(dx) }
    case 'ArrowDown':
      return { ahead: dy, aside: Math.abs(dx) }
    case 'ArrowLeft':
      return { ahead: -dx, aside: Math.abs(dy) }
    case 'ArrowRight':
      return { ahead: dx, aside: Math.abs(dy) }
  }
}
