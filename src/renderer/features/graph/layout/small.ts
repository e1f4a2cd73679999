import { layoutCost } from './cost.ts'
import { separate } from './separate.ts'
import type { LayoutNode, Point } from './shapes.ts'

/** How far apart two linked cards like to be, in pixels. */
const restLength = 118
/** Up to so many cards are laid out from several starts, and the best picture is taken. */
export const fewNodes = 80

/**
 * Where a few cards stand that are linked by `pairs`: a small force simulation, then a pass that pulls overlapping cards
 * apart. The most readable of several pictures, each from another start, within about half a second. There is no
 * chance in it: the same cards and links in the same order always give the same picture. Gives the centres in the order of `nodes`, in pixels around the origin.
 */
export function layoutFew(nodes: readonly LayoutNode[], pairs: readonly [number, number][]): Point[] {
  const round = nodes.length * (nodes.length + pairs.length) + 1
  const rounds = Math.max(60, Math.min(160, Math.round(6e6 / round)))
  const starts = Math.max(1, Math.min(16, Math.round(5e6 / (round * rounds))))
  let best: Point[] = []
  let lowest = Number.POSITIVE_INFINITY
  for (let start = 0; start < starts; start++) {
    const places = settle(nodes, pairs, start, rounds)
    const cost = starts === 1 ? 0 : layoutCost(nodes, places, pairs)
    if (cost >= lowest) continue
    lowest = cost
    best = places
  }
  return best
}

function settle(
  nodes: readonly LayoutNode[],
  pairs: readonly [number, number][],
  start: number,
  rounds: number,
): Point[] {
  // A step that shares no factor with the count visits every place once: each start deals the places out anew.
  const step = coprime(nodes.length, start * 2 + 1)
  const places = nodes.map((_, i) => spiral((i * step) % nodes.length))
  for (let round = 0; round < rounds; round++) {
    relax(places, pairs, restLength * (1 - round / rounds))
  }
  separate(nodes, places)
  return places
}

/** The first number from `from` on that shares no factor with `count`. */
function coprime(count: number, from: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  let step = from
  while (divisor(step, Math.max(1, count)) !== 1) step++
  return step
}

/** Starting places on a sunflower spiral: even, and never two alike. */
function spiral(i: number): Point {
  const angle = i * Math.PI * (3 - Math.sqrt(5))
  const radius = restLength * 0.6 * Math.sqrt(i + 0.5)
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius }
}

/** One round of Fruchterman and Reingold's forces, moving no node further than `reach`. */
function relax(places: Point[], pairs: readonly [number, number][], reach: number): void {
  const forces = places.map((place) => ({ x: -place.x * 0.16, y: -place.y * 0.16 }))
  for (let a = 0; a < places.length; a++) {
    for (let b = a + 1; b < places.length; b++) push(places, forces, a, b, (d) => restLength ** 2 / d)
  }
  for (const [a, b] of pairs) push(places, forces, a, b, (d) => -(d ** 2) / restLength)
  for (const [a, b] of pairs) clearMiddle(places, forces, a, b)
  places.forEach((place, i) => {
    const force = forces[i]
    if (!force) return
    const size = Math.hypot(force.x, force.y)
    if (size === 0) return
    const step = Math.min(size * 0.2, reach) / size
    place.x += force.x * step
    place.y += force.y * step
  })
}

/** Pushes the other nodes off the middle of an edge, where its sign stands. */
function clearMiddle(places: readonly Point[], forces: readonly Point[], a: number, b: number): void {
  const from = places[a]
  const to = places[b]
  if (!from || !to) return
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  places.forEach((place, i) => {
    const force = forces[i]
    if (i === a || i === b || !force) return
    const dx = place.x - middle.x
    const dy = place.y - middle.y
    const distance = Math.max(1, Math.hypot(dx, dy))
    const amount = Math.min(restLength, (restLength / 2) ** 2 / distance) / distance
    force.x += dx * amount
    force.y += dy * amount
  })
}

/** Adds `strength(distance)` to the forces of two nodes, away from each other. */
function push(
  places: readonly Point[],
  forces: readonly Point[],
  a: number,
  b: number,
  strength: (distance: number) => number,
): void {
  const from = places[a]
  const to = places[b]
  const forceA = forces[a]
  const forceB = forces[b]
  if (!from || !to || !forceA || !forceB) return
  const dx = from.x - to.x
  const dy = from.y - to.y
  const distance = Math.max(1, Math.hypot(dx, dy))
  const amount = strength(distance) / distance
  forceA.x += dx * amount
  forceA.y += dy * amount
  forceB.x -= dx * amount
  forceB.y -= dy * amount
}
