import type { PageItem } from './items.ts'

/** In points at scale 1, from the page's upper left corner. */
export interface Rectangle {
  left: number
  top: number
  width: number
  height: number
}

/** How wide a text is in a font, in any unit: only the ratio to another text's width counts. */
export type Measure = (text: string, font: string) => number

/** The part `[start, end)` of an item's text (UTF-16) as a rectangle; around a slanted one the box that holds it. */
export function rectangleOf(item: PageItem, start: number, end: number, measure: Measure): Rectangle {
  const whole = measure(item.text, item.font) || 1
  const from = (measure(item.text.slice(0, start), item.font) / whole) * item.length
  const to = (measure(item.text.slice(0, end), item.font) / whole) * item.length
  const along = item.rightToLeft ? [item.length - to, item.length - from] : [from, to]
  const [cos, sin] = [Math.cos(item.angle), Math.sin(item.angle)]
  const corners = along.flatMap((forth = 0) =>
    [-item.ascent * item.size, item.descent * item.size].map((down) => ({
      x: item.x + forth * cos - down * sin,
      y: item.y + forth * sin + down * cos,
    })),
  )
  return around(corners)
}

function around(points: readonly { x: number; y: number }[]): Rectangle {
  const left = Math.min(...points.map(({ x }) => x))
  const top = Math.min(...points.map(({ y }) => y))
  const right = Math.max(...points.map(({ x }) => x))
  const bottom = Math.max(...points.map(({ y }) => y))
  return { left, top, width: right - left, height: bottom - top }
}

/** Joins rectangles that go on in the same line, so that a passage has one outline a line. */
export function joinLines(rectangles: readonly Rectangle[]): Rectangle[] {
  const joined: Rectangle[] = []
  for (const rectangle of rectangles) {
    const last = joined.at(-1)
    if (last && isSameLine(last, rectangle)) joined[joined.length - 1] = union(last, rectangle)
    else joined.push(rectangle)
  }
  return joined
}

/** Overlapping in height for the most part, and no further apart than a space is wide. */
function isSameLine(one: Rectangle, other: Rectangle): boolean {
  const height = Math.min(one.height, other.height)
  const shared = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top)
  const apart = Math.max(one.left, other.left) - Math.min(one.left + one.width, other.left + other.width)
  return shared > height * 0.5 && apart < Math.max(one.height, other.height)
}

function union(one: Rectangle, other: Rectangle): Rectangle {
  const left = Math.min(one.left, other.left)
  const top = Math.min(one.top, other.top)
  const right = Math.max(one.left + one.width, other.left + other.width)
  const bottom = Math.max(one.top + one.height, other.top + other.height)
  return { left, top, width: right - left, height: bottom - top }
}

/** Lets lines that reach into one another, as lines set close do, meet in the middle. */
export function partLines(rectangles: readonly Rectangle[]): Rectangle[] {
  const parted = rectangles.map((rectangle) => ({ ...rectangle }))
  for (let i = 1; i < parted.length; i++) {
    const [above, below] = [parted[i - 1], parted[i]]
    if (!above || !below) continue
    const over = above.top + above.height - below.top
    if (over <= 0 || over > Math.min(above.height, below.height) * 0.5) continue
    above.height -= over / 2
    below.top += over / 2
    below.height -= over / 2
  }
  return parted
}

/** A measure without fonts: letters by how wide they mostly are. */
export function roughWidth(text: string): number {
  let width = 0
  for (const letter of text) {
    if (/[ijltfrI.,;:'’|!()[\] ]/.test(letter)) width += 0.55
    else if (/[mwMW@—]/.test(letter)) width += 1.6
    else width += /\p{Lu}/u.test(letter) ? 1.25 : 1
  }
  return width
}
