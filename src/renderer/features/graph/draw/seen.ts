import type { EdgeShape } from '../geometry.ts'
import type { Point } from '../layout/shapes.ts'

/** What is in sight, in pixels of the drawing. */
export interface Seen {
  left: number
  top: number
  right: number
  bottom: number
}

const pieces = 24

/**
 * The part of an edge that is in sight, as the points of a line; null where none is. Near by, most of a long edge is out of
 * sight, and its dashes there would cost more than all the rest. A straight part begins a whole number of `period`s from the
 * edge's start, so that its dashes stay where they are while the drawing moves.
 */
export function partInSight(shape: EdgeShape, seen: Seen, period: number): Point[] | null {
  return shape.isStraight ? straightPart(shape, seen, period) : curvedPart(shape, seen)
}

/** Liang and Barsky's clipping (ACM Transactions on Graphics 3, 1984). */
function straightPart({ start, end }: EdgeShape, seen: Seen, period: number): Point[] | null {
  const dx = end.x - start.x
  const dy = end.y - start.y
  let from = 0
  let to = 1
  const sides: [number, number][] = [
    [-dx, start.x - seen.left],
    [dx, seen.right - start.x],
    [-dy, start.y - seen.top],
    [dy, seen.bottom - start.y],
  ]
  for (const [step, room] of sides) {
    if (step === 0 && room < 0) return null
    if (step < 0) from = Math.max(from, room / step)
    if (step > 0) to = Math.min(to, room / step)
  }
  if (from > to) return null
  const length = Math.hypot(dx, dy)
  const begin = length === 0 ? 0 : (Math.floor((from * length) / period) * period) / length
  return [
    { x: start.x + dx * begin, y: start.y + dy * begin },
    { x: start.x + dx * to, y: start.y + dy * to },
  ]
}

function curvedPart(shape: EdgeShape, seen: Seen): Point[] | null {
  let first = -1
  let last = -1
  const points: Point[] = []
  for (let i = 0; i <= pieces; i++) {
    const point = pointAt(shape, i / pieces)
    const before = points.at(-1)
    points.push(point)
    if (before === undefined || !touches(before, point, seen)) continue
    if (first < 0) first = i - 1
    last = i
  }
  return first < 0 ? null : points.slice(first, last + 1)
}

function pointAt({ start, control, end }: EdgeShape, t: number): Point {
  const u = 1 - t
  return {
    x: u * u * start.x + 2 * u * t * control.x + t * t * end.x,
    y: u * u * start.y + 2 * u * t * control.y + t * t * end.y,
  }
}

function touches(a: Point, b: Point, { left, top, right, bottom }: Seen): boolean {
  return (
    Math.max(a.x, b.x) > left &&
    Math.min(a.x, b.x) < right &&
    Math.max(a.y, b.y) > top &&
    Math.min(a.y, b.y) < bottom
  )
}
