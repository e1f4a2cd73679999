import { layoutCost } from './cost.ts'
import type { LayoutEdge, LayoutNode, Point } from './shapes.ts'

/** How far apart two linked cards like to be, in pixels. */
const restLength = 118
/** The least air between two cards beside and above each other: room for a link's sign. */
const margin = { x: 52, y: 42 }

/**
 * Where the cards of a graph stand: a small force simulation, then a pass that pulls overlapping cards apart. There is
 * no chance in it: the same nodes and edges in the same order always give the same picture.
 *
 * Gives the centre of every node, by key, in pixels around the origin. Edges to unknown nodes are ignored.
 */
export function layoutGraph(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Map<string, Point> {
  const index = new Map(nodes.map((node, i) => [node.key, i]))
  const pairs = edges.flatMap((edge): [number, number][] => {
    const from = index.get(edge.from)
    const to = index.get(edge.to)
    return from === undefined || to === undefined || from === to ? [] : [[from, to]]
  })
  const places = bestLayout(nodes, pairs)
  return new Map(nodes.map((node, i) => [node.key, places[i] ?? { x: 0, y: 0 }]))
}

/** The most readable of several pictures, each from another start. Large graphs get one start, to stay near 0.2 s. */
function bestLayout(nodes: readonly LayoutNode[], pairs: readonly [number, number][]): Point[] {
  const round = nodes.length * (nodes.length + pairs.length) + 1
  const rounds = Math.max(20, Math.min(160, Math.round(2e6 / round)))
  const starts = Math.max(1, Math.min(16, Math.round(1.2e6 / (round * rounds))))
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
  pullApart(nodes, places)
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

/** Moves cards until none covers another: gently both ways first, then whatever still overlaps moves down. */
function pullApart(nodes: readonly LayoutNode[], places: Point[]): void {
  for (let pass = 0; pass < 40; pass++) {
    if (!separateOnce(nodes, places)) return
  }
  const order = places.map((_, i) => i).sort((a, b) => (places[a]?.y ?? 0) - (places[b]?.y ?? 0))
  order.forEach((current, position) => {
    const above = order.slice(0, position)
    for (let moved = true; moved; ) {
      moved = false
      for (const other of above) {
        const overlap = overlapOf(nodes, places, current, other)
        const place = places[current]
        const fixed = places[other]
        if (!overlap || !place || !fixed) continue
        place.y = fixed.y + overlap.reachY
        moved = true
      }
    }
  })
}

function separateOnce(nodes: readonly LayoutNode[], places: Point[]): boolean {
  let moved = false
  for (let a = 0; a < places.length; a++) {
    for (let b = a + 1; b < places.length; b++) {
      const overlap = overlapOf(nodes, places, a, b)
      const first = places[a]
      const second = places[b]
      if (!overlap || !first || !second) continue
      moved = true
      if (overlap.x < overlap.y) {
        const shift = (overlap.x / 2 + 0.5) * (first.x <= second.x ? 1 : -1)
        first.x -= shift
        second.x += shift
      } else {
        const shift = (overlap.y / 2 + 0.5) * (first.y <= second.y ? 1 : -1)
        first.y -= shift
        second.y += shift
      }
    }
  }
  return moved
}

/** By how much two cards and the air between them overlap on each axis, or null where they do not. */
function overlapOf(nodes: readonly LayoutNode[], places: readonly Point[], a: number, b: number) {
  const nodeA = nodes[a]
  const nodeB = nodes[b]
  const placeA = places[a]
  const placeB = places[b]
  if (!nodeA || !nodeB || !placeA || !placeB) return null
  const reachX = (nodeA.width + nodeB.width) / 2 + margin.x
  const reachY = (nodeA.height + nodeB.height) / 2 + margin.y
  const x = reachX - Math.abs(placeA.x - placeB.x)
  const y = reachY - Math.abs(placeA.y - placeB.y)
  return x > 0.01 && y > 0.01 ? { x, y, reachY } : null
}
