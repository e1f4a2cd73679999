import { type LayoutNode, margin, type Point } from './shapes.ts'

const passes = 120

/**
 * Moves cards until none covers another or comes closer than the margin: gently both ways first, then whatever still
 * does moves down.
 */
export function separate(nodes: readonly LayoutNode[], places: Point[]): void {
  const order = places.map((_, i) => i)
  for (let pass = 0; pass < passes; pass++) {
    if (!separateOnce(nodes, places, order)) return
  }
  moveDown(nodes, places)
}

/** One pass over the pairs that are near each other from left to right. `order` is kept from pass to pass: it hardly changes. */
function separateOnce(nodes: readonly LayoutNode[], places: readonly Point[], order: number[]): boolean {
  order.sort((a, b) => (places[a]?.x ?? 0) - (places[b]?.x ?? 0) || a - b)
  const widest = nodes.reduce((most, { width }) => Math.max(most, width), 0) + margin.x
  let moved = false
  for (let i = 0; i < order.length; i++) {
    const a = order[i] ?? 0
    const left = places[a]?.x ?? 0
    for (let j = i + 1; j < order.length; j++) {
      const b = order[j] ?? 0
      if ((places[b]?.x ?? 0) - left > widest) break
      if (pushApart(nodes, places, a, b)) moved = true
    }
  }
  return moved
}

function pushApart(nodes: readonly LayoutNode[], places: readonly Point[], a: number, b: number): boolean {
  const overlap = overlapOf(nodes, places, a, b)
  const first = places[a]
  const second = places[b]
  if (!overlap || !first || !second) return false
  if (overlap.x < overlap.y) {
    const shift = (overlap.x / 2 + 0.5) * (first.x <= second.x ? 1 : -1)
    first.x -= shift
    second.x += shift
  } else {
    const shift = (overlap.y / 2 + 0.5) * (first.y <= second.y ? 1 : -1)
    first.y -= shift
    second.y += shift
  }
  return true
}

/** From top to bottom, each card below those above it that it would cover. */
function moveDown(nodes: readonly LayoutNode[], places: readonly Point[]): void {
  const order = places.map((_, i) => i).sort((a, b) => (places[a]?.y ?? 0) - (places[b]?.y ?? 0) || a - b)
  const done: number[] = []
  for (const current of order) {
    const place = places[current]
    if (!place) continue
    const above = done
      .filter((other) => reach(nodes, places, current, other).x > 0)
      .sort((a, b) => (places[a]?.y ?? 0) - (places[b]?.y ?? 0))
    for (const other of above) {
      const overlap = overlapOf(nodes, places, current, other)
      if (overlap) place.y = (places[other]?.y ?? 0) + overlap.reachY
    }
    done.push(current)
  }
}

/** By how much two cards and the air between them overlap on each axis, or null where they do not. */
function overlapOf(nodes: readonly LayoutNode[], places: readonly Point[], a: number, b: number) {
  const overlap = reach(nodes, places, a, b)
  return overlap.x > 0.01 && overlap.y > 0.01 ? overlap : null
}

function reach(nodes: readonly LayoutNode[], places: readonly Point[], a: number, b: number) {
  const nodeA = nodes[a]
  const nodeB = nodes[b]
  const placeA = places[a]
  const placeB = places[b]
  if (!nodeA || !nodeB || !placeA || !placeB) return { x: 0, y: 0, reachY: 0 }
  const reachX = (nodeA.width + nodeB.width) / 2 + margin.x
  const reachY = (nodeA.height + nodeB.height) / 2 + margin.y
  return {
    x: reachX - Math.abs(placeA.x - placeB.x),
    y: reachY - Math.abs(placeA.y - placeB.y),
    reachY,
  }
}
