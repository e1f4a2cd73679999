import type { GraphKind } from '#shared/model.ts'
import type { Point } from '../layout/shapes.ts'

/** A card's outline around its own middle: corners, or a pill where there are none. */
export interface Outline {
  corners: Point[]
  /** Further lines: a source's folded corner, the sheet behind that stands for more sources. */
  lines: Point[][]
}

/** What tells the kinds apart: a claim is round, a source a page with a folded corner, an origin several of them, a note a hexagon. */
export function outlineOf(kind: GraphKind, width: number, height: number): Outline {
  const x = width / 2
  const y = height / 2
  const cut = height / 4
  if (kind === 'claim') return { corners: [], lines: [] }
  if (kind === 'note') {
    const corners = [at(-x, 0), at(cut - x, -y), at(x - cut, -y), at(x, 0), at(x - cut, y), at(cut - x, y)]
    return { corners, lines: [] }
  }
  const fold = [at(x - cut, -y), at(x - cut, cut - y), at(x, cut - y)]
  const behind = [
    at(-x + 6, -y),
    at(-x + 6, -y - 6),
    at(x - cut + 6, -y - 6),
    at(x + 6, cut - y - 6),
    at(x + 6, y - 6),
    at(x, y - 6),
  ]
  return {
    corners: [at(-x, -y), at(x - cut, -y), at(x, cut - y), at(x, y), at(-x, y)],
    lines: kind === 'origin' ? [fold, behind] : [fold],
  }
}

function at(x: number, y: number): Point {
  return { x, y }
}
