import type { LayoutNode, Point } from './shapes.ts'

/**
 * How hard a picture is to read; lower is better. Counts links that run under a card, signs that stand under one, links
 * that cross, and how large the picture is: large means small letters once it is fitted to the window.
 */
export function layoutCost(
  nodes: readonly LayoutNode[],
  places: readonly Point[],
  pairs: readonly [number, number][],
): number {
  let cost = sizeOf(places) / 120
  pairs.forEach(([a, b], i) => {
    const from = places[a]
    const to = places[b]
    if (!from || !to) return
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    nodes.forEach((node, n) => {
      const centre = places[n]
      if (n === a || n === b || !centre) return
      if (covers(node, centre, middle)) cost += 3
      else if (runsUnder(node, centre, from, to)) cost += 2
    })
    for (const [c, d] of pairs.slice(i + 1)) {
      const start = places[c]
      const end = places[d]
      if (!start || !end || a === c || a === d || b === c || b === d) continue
      if (cross(from, to, start, end)) cost += 1
    }
  })
  return cost
}

/** The picture's size in a window that is half again as wide as high. */
function sizeOf(places: readonly Point[]): number {
  const xs = places.map((place) => place.x)
  const ys = places.map((place) => place.y)
  return Math.max((Math.max(...xs) - Math.min(...xs)) / 1.5, Math.max(...ys) - Math.min(...ys))
}

function covers(node: LayoutNode, centre: Point, point: Point): boolean {
  return (
    Math.abs(point.x - centre.x) < node.width / 2 + 10 && Math.abs(point.y - centre.y) < node.height / 2 + 10
  )
}

/** Whether the line crosses one of the card's diagonals: then it runs through the card. */
function runsUnder(node: LayoutNode, centre: Point, from: Point, to: Point): boolean {
  const x = node.width / 2
  const y = node.height / 2
  const corner = (dx: number, dy: number): Point => ({ x: centre.x + dx, y: centre.y + dy })
  return cross(from, to, corner(-x, -y), corner(x, y)) || cross(from, to, corner(-x, y), corner(x, -y))
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}

function side(a: Point, b: Point, point: Point): boolean {
  return (b.x - a.x) * (point.y - a.y) > (b.y - a.y) * (point.x - a.x)
}
