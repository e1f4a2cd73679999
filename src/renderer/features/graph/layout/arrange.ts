import { columnOf, layoutColumns } from './columns.ts'
import { freeAround, freeInColumn, Taken } from './free.ts'
import { layoutMany } from './many.ts'
import {
  type Arrangement,
  type LayoutEdge,
  margin,
  neighboursOf,
  type Placeable,
  type Point,
  pairsOf,
} from './shapes.ts'
import { fewNodes, layoutFew } from './small.ts'
import { datesOf, dayKey, layoutTime } from './time.ts'

/**
 * Where the cards go that have no place yet, by key; the others stay where they are, and none covers another. There is no
 * chance in it. Takes a second for a thousand cards of which none has a place, and is run on a thread of its own.
 */
export function arrange(arrangement: Arrangement): Map<string, Point> {
  const { layout, nodes, edges, places } = arrangement
  const missing = nodes.filter(({ key }) => !places.has(key))
  if (missing.length === 0) return new Map()
  if (missing.length === nodes.length) {
    const all = layout === 'force' ? byForces(nodes, edges) : byRows(arrangement)
    return new Map(nodes.map(({ key }, i) => [key, all[i] ?? { x: 0, y: 0 }]))
  }
  return addNew(arrangement)
}

function byRows(arrangement: Arrangement): Point[] {
  return arrangement.layout === 'columns' ? layoutColumns(arrangement) : layoutTime(arrangement)
}

/** Linked cards by their forces, and below them, in rows, those that nothing links. */
function byForces(nodes: readonly Placeable[], edges: readonly LayoutEdge[]): Point[] {
  const linked = neighboursOf(nodes.length, pairsOf(nodes, edges))
  const bound = nodes.filter((_, i) => (linked[i]?.length ?? 0) > 0)
  const pairs = pairsOf(bound, edges)
  const drawn = bound.length <= fewNodes ? layoutFew(bound, pairs) : layoutMany(bound, pairs)
  const byKey = new Map(bound.map(({ key }, i) => [key, drawn[i] ?? { x: 0, y: 0 }]))
  const bottom = drawn.reduce((most, { y }) => Math.max(most, y), drawn.length === 0 ? 0 : -1e9)
  const loose = nodes.filter(({ key }) => !byKey.has(key))
  const step = stepFor(loose)
  const columns = Math.max(1, Math.ceil(Math.sqrt(loose.length * 0.6)))
  loose.forEach(({ key }, i) => {
    const x = ((i % columns) - (Math.min(columns, loose.length) - 1) / 2) * step.x
    byKey.set(key, { x, y: bottom + step.y * (1.5 + Math.floor(i / columns)) })
  })
  return nodes.map(({ key }) => byKey.get(key) ?? { x: 0, y: 0 })
}

function stepFor(nodes: readonly Placeable[]): Point {
  return {
    x: nodes.reduce((most, { width }) => Math.max(most, width), 0) + margin.x,
    y: nodes.reduce((most, { height }) => Math.max(most, height), 0) + margin.y,
  }
}

/** Puts new cards among those that stand: the ones with most neighbours in place first, each near those. */
function addNew(arrangement: Arrangement): Map<string, Point> {
  const { layout, nodes, edges } = arrangement
  const neighbours = neighboursOf(nodes.length, pairsOf(nodes, edges))
  const places = new Map(arrangement.places)
  const taken = new Taken({
    width: nodes.reduce((most, { width }) => Math.max(most, width), 0),
    height: nodes.reduce((most, { height }) => Math.max(most, height), 0),
  })
  for (const node of nodes) {
    const place = places.get(node.key)
    if (place) taken.add(node, place)
  }
  const wishes = layout === 'time' ? timeWishes(arrangement) : null
  const added = new Map<string, Point>()
  for (const i of inOrder(nodes, neighbours, places)) {
    const node = nodes[i]
    if (!node) continue
    const near = (neighbours[i] ?? []).flatMap((other) => places.get(nodes[other]?.key ?? '') ?? [])
    const wish = middleOf(near) ?? loosePlace(nodes, places)
    const place = placeFor(layout, taken, node, wishes?.[i] ?? columnWish(layout, node, nodes, places, wish))
    taken.add(node, place)
    places.set(node.key, place)
    added.set(node.key, place)
  }
  return added
}

function placeFor(layout: Arrangement['layout'], taken: Taken, node: Placeable, wish: Point): Point {
  if (layout === 'force') return freeAround(taken, node, wish)
  if (layout === 'columns') return freeInColumn(taken, node, wish, 0)
  return freeInColumn(taken, node, wish, wish.y > 0 ? 1 : -1)
}

/** The new ones, those with more neighbours that stand before those with fewer. */
function inOrder(
  nodes: readonly Placeable[],
  neighbours: readonly number[][],
  places: ReadonlyMap<string, Point>,
): number[] {
  const left = new Set(nodes.flatMap(({ key }, i) => (places.has(key) ? [] : [i])))
  const standing = new Map(
    [...left].map((i) => [i, (neighbours[i] ?? []).filter((other) => !left.has(other)).length]),
  )
  const order: number[] = []
  while (left.size > 0) {
    let next = -1
    for (const i of left) {
      if (next < 0 || (standing.get(i) ?? 0) > (standing.get(next) ?? 0)) next = i
    }
    left.delete(next)
    order.push(next)
    for (const other of neighbours[next] ?? []) standing.set(other, (standing.get(other) ?? 0) + 1)
  }
  return order
}

function middleOf(points: readonly Point[]): Point | null {
  if (points.length === 0) return null
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  }
}

/** Below everything, for what is linked to nothing. */
function loosePlace(nodes: readonly Placeable[], places: ReadonlyMap<string, Point>): Point {
  const middle = middleOf([...places.values()])
  const step = stepFor(nodes)
  let bottom = -1e9
  for (const { y } of places.values()) bottom = Math.max(bottom, y)
  return middle ? { x: middle.x, y: bottom + step.y } : { x: 0, y: 0 }
}

/** As high as what it is linked to, in the column of its kind. */
function columnWish(
  layout: Arrangement['layout'],
  node: Placeable,
  nodes: readonly Placeable[],
  places: ReadonlyMap<string, Point>,
  wish: Point,
): Point {
  if (layout !== 'columns') return wish
  const column = columnOf(node.kind)
  const xs = nodes.flatMap((other) => {
    const place = places.get(other.key)
    return place && columnOf(other.kind) === column ? [place.x] : []
  })
  if (xs.length > 0) return { x: median(xs), y: wish.y }
  const all = [...places.values()].map(({ x }) => x)
  const edge = column === 0 ? Math.min(...all) - 440 : Math.max(...all) + 440
  return { x: all.length === 0 ? 0 : edge, y: wish.y }
}

/** In the column of the same day, or between those before and after it. */
function timeWishes(arrangement: Arrangement): (Point | null)[] {
  const { nodes, places } = arrangement
  const keys = datesOf(arrangement).map((date) => dayKey(date, 3))
  const columns = new Map<string, number[]>()
  nodes.forEach(({ key }, i) => {
    const place = places.get(key)
    const day = keys[i] ?? ''
    if (place) columns.set(day, [...(columns.get(day) ?? []), place.x])
  })
  const known = [...columns].map(([day, xs]) => ({ day, x: median(xs) }))
  known.sort((a, b) => (a.day < b.day ? -1 : 1))
  return nodes.map((node, i) => {
    const day = keys[i] ?? ''
    const y = node.kind === 'source' || node.kind === 'origin' ? 0 : 148
    const same = known.find((column) => column.day === day)
    if (same) return { x: same.x, y }
    const before = known.findLast((column) => column.day < day)
    const after = known.find((column) => column.day > day)
    if (before && after) return { x: (before.x + after.x) / 2, y }
    const step = node.width + margin.x
    return { x: before ? before.x + step : (after?.x ?? step) - step, y }
  })
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
