import type { GraphKind } from '#shared/model.ts'
import { type Arrangement, margin, neighboursOf, type Placeable, type Point, pairsOf } from './shapes.ts'

/** Room between the kinds, for the links and their signs. */
const gutter = 240
/** More cards of a kind than this stand in several columns beside each other. */
const tallest = 28
const sweeps = 8

/** Which of the three columns a card belongs to: what is said, what it bears on, what one made of it. */
export function columnOf(kind: GraphKind): number {
  if (kind === 'claim') return 1
  return kind === 'note' ? 2 : 0
}

/**
 * Sources left, claims in the middle, notes right; within each, cards stand where what they are linked to stands
 * (Sugiyama's barycentres: IEEE Transactions on Systems, Man, and Cybernetics 11, 1981), so that few links cross.
 */
export function layoutColumns({ nodes, edges }: Pick<Arrangement, 'nodes' | 'edges'>): Point[] {
  const columns = ordered(nodes, neighboursOf(nodes.length, pairsOf(nodes, edges)))
  const places: Point[] = nodes.map(() => ({ x: 0, y: 0 }))
  let left = 0
  for (const column of columns) {
    if (column.length === 0) continue
    const width = block(column, nodes, places, left)
    left += width + gutter
  }
  return places
}

/** The nodes of each column from top to bottom. */
function ordered(nodes: readonly Placeable[], neighbours: readonly number[][]): number[][] {
  const columns: number[][] = [[], [], []]
  nodes.forEach((node, i) => {
    columns[columnOf(node.kind)]?.push(i)
  })
  const height = new Float64Array(nodes.length)
  const note = (column: readonly number[]): void =>
    column.forEach((node, i) => {
      height[node] = (i + 0.5) / column.length
    })
  for (const column of columns) note(column)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) {
      const wished = new Map(column.map((node) => [node, meanOf(neighbours[node] ?? [], height, node)]))
      column.sort((a, b) => (wished.get(a) ?? 0) - (wished.get(b) ?? 0) || a - b)
      note(column)
    }
  }
  return columns
}

/** The mean height of what a node is linked to; its own where that is nothing. */
function meanOf(linked: readonly number[], height: Float64Array, own: number): number {
  if (linked.length === 0) return height[own] ?? 0
  return linked.reduce((sum, node) => sum + (height[node] ?? 0), 0) / linked.length
}

/** Puts the cards row by row into as many columns as they need, around the middle line, and gives the width that takes. */
export function block(
  order: readonly number[],
  nodes: readonly Placeable[],
  places: Point[],
  left: number,
): number {
  const columns = Math.ceil(order.length / Math.max(tallest, Math.ceil(Math.sqrt(order.length * 4))))
  const step = stepOf(order, nodes)
  const rows = Math.ceil(order.length / columns)
  order.forEach((node, i) => {
    places[node] = {
      x: left + ((i % columns) + 0.5) * step.x - margin.x / 2,
      y: (Math.floor(i / columns) - (rows - 1) / 2) * step.y,
    }
  })
  return columns * step.x - margin.x
}

/** From the middle of one card to that of the next, beside and below. */
export function stepOf(order: readonly number[], nodes: readonly Placeable[]): Point {
  const most = (size: 'width' | 'height') =>
    order.reduce((largest, node) => Math.max(largest, nodes[node]?.[size] ?? 0), 0)
  return { x: most('width') + margin.x, y: most('height') + margin.y }
}
