import { type LayoutNode, margin, type Point } from './shapes.ts'

/** The places that are taken, in cells so that looking for a free one asks few of them. */
export class Taken {
  readonly #cells = new Map<string, { node: LayoutNode; place: Point }[]>()
  readonly #size: Point

  constructor(largest: { width: number; height: number }) {
    this.#size = { x: largest.width + margin.x, y: largest.height + margin.y }
  }

  add(node: LayoutNode, place: Point): void {
    const key = this.#key(place, 0, 0)
    const cell = this.#cells.get(key)
    if (cell) cell.push({ node, place })
    else this.#cells.set(key, [{ node, place }])
  }

  isFree(node: LayoutNode, place: Point): boolean {
    for (let column = -1; column <= 1; column++) {
      for (let row = -1; row <= 1; row++) {
        const near = this.#cells.get(this.#key(place, column, row)) ?? []
        if (near.some((other) => covers(node, place, other.node, other.place))) return false
      }
    }
    return true
  }

  #key(place: Point, column: number, row: number): string {
    return `${Math.floor(place.x / this.#size.x) + column},${Math.floor(place.y / this.#size.y) + row}`
  }
}

function covers(node: LayoutNode, place: Point, other: LayoutNode, taken: Point): boolean {
  return (
    Math.abs(place.x - taken.x) < (node.width + other.width) / 2 + margin.x - 0.01 &&
    Math.abs(place.y - taken.y) < (node.height + other.height) / 2 + margin.y - 0.01
  )
}

/** The free place nearest to `wish`, on rings around it that grow. */
export function freeAround(taken: Taken, node: LayoutNode, wish: Point): Point {
  if (taken.isFree(node, wish)) return wish
  const step = { x: (node.width + margin.x) / 2, y: (node.height + margin.y) / 2 }
  for (let ring = 1; ; ring++) {
    const around = ring * 8
    for (let i = 0; i < around; i++) {
      const angle = (i / around) * 2 * Math.PI
      const place = {
        x: wish.x + Math.cos(angle) * ring * step.x,
        y: wish.y + Math.sin(angle) * ring * step.y,
      }
      if (taken.isFree(node, place)) return place
    }
  }
}

/** The free place nearest to `wish` straight above or below it: by `sign` only below (1) or only above (-1). */
export function freeInColumn(taken: Taken, node: LayoutNode, wish: Point, sign: -1 | 0 | 1): Point {
  const step = (node.height + margin.y) / 2
  for (let i = 0; ; i++) {
    for (const way of sign === 0 ? [1, -1] : [sign]) {
      const place = { x: wish.x, y: wish.y + way * i * step }
      if (taken.isFree(node, place)) return place
    }
  }
}
