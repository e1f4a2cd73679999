import { type Box, boundsOf } from './geometry.ts'
import type { Point } from './layout/shapes.ts'

/** What part of the drawing is seen: screen = drawing * scale + (x, y), in pixels. */
export interface View {
  x: number
  y: number
  scale: number
}
interface Size {
  width: number
  height: number
}

export const scales = { least: 0.03, most: 2.5 }
const air = 32
/** Below all of the drawing there is room for the caption. */
const foot = 48

export function clampScale(scale: number): number {
  return Math.max(scales.least, Math.min(scales.most, scale))
}

/** The view that has all boxes in sight, and in the middle. */
export function fitted(size: Size, boxes: readonly Box[]): View {
  const bounds = boundsOf(boxes, air)
  const { width } = size
  const height = Math.max(1, size.height - foot)
  const scale = Math.max(scales.least, Math.min(1.1, width / bounds.width, height / bounds.height))
  return { scale, x: width / 2 - bounds.x * scale, y: height / 2 - bounds.y * scale }
}

/** Larger by `factor`, with the point of the screen at `at` staying where it is. */
export function zoomed(view: View, factor: number, at: Point): View {
  const scale = clampScale(view.scale * factor)
  const grown = scale / view.scale
  return { scale, x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown }
}

/** Moved as little as needed for the box to be in sight. */
export function revealing(view: View, size: Size, box: Box): View {
  return {
    ...view,
    x: shifted(view.x, box.x * view.scale, (box.width / 2) * view.scale + 12, size.width),
    y: shifted(view.y, box.y * view.scale, (box.height / 2) * view.scale + 12, size.height),
  }
}

/** With the box in the middle, and large enough for its words to be read. */
export function centred(view: View, size: Size, box: Box, least = 0): View {
  const scale = Math.max(view.scale, least)
  return { scale, x: size.width / 2 - box.x * scale, y: size.height / 2 - box.y * scale }
}

/** The place in the drawing of a point on the screen. */
export function inDrawing(view: View, point: Point): Point {
  return { x: (point.x - view.x) / view.scale, y: (point.y - view.y) / view.scale }
}

/** `offset`, moved as little as needed for `centre` and `half` around it to lie between 0 and `size`. */
function shifted(offset: number, centre: number, half: number, size: number): number {
  const at = offset + centre
  if (at - half < 0) return half - centre
  if (at + half > size) return size - half - centre
  return offset
}
