import { separate } from './separate.ts'
import { type LayoutNode, neighboursOf, type Point } from './shapes.ts'

/** How far apart two linked cards like to be, where cards are square. */
const rest = 130
/** Cards are wide and so are windows: the finished picture is stretched by this before cards are pulled apart. */
const stretch = 1.7
const rounds = 200

/** The forces' state: a coordinate of each axis for every node, and the same of the forces on it. */
interface Field {
  count: number
  x: Float64Array
  y: Float64Array
  forceX: Float64Array
  forceY: Float64Array
}

/**
 * Where many cards stand: Fruchterman and Reingold's forces (Software: Practice and Experience 21, 1991), with what lies
 * further away pushing as one (the middle of its cell), so that a round takes time in proportion to n^1.5. Gives the
 * centres in the order of `nodes`; the same cards and links always give the same picture.
 */
export function layoutMany(nodes: readonly LayoutNode[], pairs: readonly [number, number][]): Point[] {
  const field = startingField(nodes.length, neighboursOf(nodes.length, pairs))
  const degrees = degreesOf(nodes.length, pairs)
  for (let round = 0; round < rounds; round++) {
    field.forceX.fill(0)
    field.forceY.fill(0)
    pushAll(field)
    pullLinked(field, pairs, degrees)
    const cooled = 1 - round / rounds
    move(field, rest * 1.2 * cooled * cooled + 1)
  }
  const places = Array.from(field.x, (x, i) => ({ x: x * stretch, y: field.y[i] ?? 0 }))
  separate(nodes, places)
  return places
}

/** On a sunflower spiral, in the order in which a walk along the links from the best linked one finds them. */
function startingField(count: number, neighbours: readonly number[][]): Field {
  const field: Field = {
    count,
    x: new Float64Array(count),
    y: new Float64Array(count),
    forceX: new Float64Array(count),
    forceY: new Float64Array(count),
  }
  walkAll(neighbours).forEach((node, i) => {
    const angle = i * Math.PI * (3 - Math.sqrt(5))
    const radius = rest * 0.6 * Math.sqrt(i + 0.5)
    field.x[node] = Math.cos(angle) * radius
    field.y[node] = Math.sin(angle) * radius
  })
  return field
}

/** All nodes, breadth first, the best linked ones as starting points first. */
function walkAll(neighbours: readonly number[][]): number[] {
  const byDegree = neighbours
    .map((_, i) => i)
    .sort((a, b) => (neighbours[b]?.length ?? 0) - (neighbours[a]?.length ?? 0) || a - b)
  const seen = new Set<number>()
  for (const start of byDegree) {
    if (seen.has(start)) continue
    seen.add(start)
    const queue = [start]
    for (let i = 0; i < queue.length; i++) {
      for (const next of neighbours[queue[i] ?? 0] ?? []) {
        if (seen.has(next)) continue
        seen.add(next)
        queue.push(next)
      }
    }
  }
  return [...seen]
}

function degreesOf(count: number, pairs: readonly [number, number][]): Float64Array {
  const degrees = new Float64Array(count)
  for (const [a, b] of pairs) {
    degrees[a] = (degrees[a] ?? 0) + 1
    degrees[b] = (degrees[b] ?? 0) + 1
  }
  return degrees
}

/** Cells of a grid over the picture, with the nodes in each and their middle. */
interface Cell {
  nodes: number[]
  column: number
  row: number
  x: number
  y: number
}

function cellsOf({ count, x, y }: Field): { cells: Cell[]; cellOf: Cell[] } {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) {
    left = Math.min(left, x[i] ?? 0)
    right = Math.max(right, x[i] ?? 0)
    top = Math.min(top, y[i] ?? 0)
    bottom = Math.max(bottom, y[i] ?? 0)
  }
  // As many cells as there are nodes in three: the near ones and the far ones then cost alike.
  const size = Math.max(1, Math.sqrt(((right - left + 1) * (bottom - top + 1) * 6) / Math.max(1, count)))
  const columns = Math.floor((right - left) / size) + 1
  const byPlace = new Map<number, Cell>()
  const cellOf: Cell[] = []
  for (let i = 0; i < count; i++) {
    const column = Math.floor(((x[i] ?? 0) - left) / size)
    const row = Math.floor(((y[i] ?? 0) - top) / size)
    const cell = byPlace.get(row * columns + column) ?? { nodes: [], column, row, x: 0, y: 0 }
    byPlace.set(row * columns + column, cell)
    cell.nodes.push(i)
    cell.x += x[i] ?? 0
    cell.y += y[i] ?? 0
    cellOf.push(cell)
  }
  const cells = [...byPlace.values()]
  for (const cell of cells) {
    cell.x /= cell.nodes.length
    cell.y /= cell.nodes.length
  }
  return { cells, cellOf }
}

function pushAll(field: Field): void {
  const { cells, cellOf } = cellsOf(field)
  for (let i = 0; i < field.count; i++) {
    const own = cellOf[i]
    if (!own) continue
    for (const cell of cells) {
      const isNear = Math.abs(cell.column - own.column) <= 1 && Math.abs(cell.row - own.row) <= 1
      if (isNear) {
        for (const other of cell.nodes) {
          if (other !== i) pushFrom(field, i, field.x[other] ?? 0, field.y[other] ?? 0, 1)
        }
      } else pushFrom(field, i, cell.x, cell.y, cell.nodes.length)
    }
  }
}

/** `weight` cards at a place push one away, the less the further it is: `rest² / distance`. */
function pushFrom(
  { x, y, forceX, forceY }: Field,
  i: number,
  fromX: number,
  fromY: number,
  weight: number,
): void {
  const dx = (x[i] ?? 0) - fromX
  const dy = (y[i] ?? 0) - fromY
  const squared = Math.max(1, dx * dx + dy * dy)
  const amount = (weight * rest * rest) / squared
  forceX[i] = (forceX[i] ?? 0) + dx * amount
  forceY[i] = (forceY[i] ?? 0) + dy * amount
}

/** `distance² / rest` for linked ones, less for those that many pull at; and a little towards the middle for all. */
function pullLinked(field: Field, pairs: readonly [number, number][], degrees: Float64Array): void {
  const { x, y, forceX, forceY } = field
  for (const [a, b] of pairs) {
    const dx = (x[b] ?? 0) - (x[a] ?? 0)
    const dy = (y[b] ?? 0) - (y[a] ?? 0)
    const strength = 1 / Math.sqrt(Math.min(degrees[a] ?? 1, degrees[b] ?? 1))
    const amount = (Math.hypot(dx, dy) / rest) * strength
    forceX[a] = (forceX[a] ?? 0) + dx * amount
    forceY[a] = (forceY[a] ?? 0) + dy * amount
    forceX[b] = (forceX[b] ?? 0) - dx * amount
    forceY[b] = (forceY[b] ?? 0) - dy * amount
  }
  const gravity = 0.1 * Math.sqrt(field.count)
  for (let i = 0; i < field.count; i++) {
    forceX[i] = (forceX[i] ?? 0) - (x[i] ?? 0) * gravity
    forceY[i] = (forceY[i] ?? 0) - (y[i] ?? 0) * gravity
  }
}

function move({ count, x, y, forceX, forceY }: Field, reach: number): void {
  for (let i = 0; i < count; i++) {
    const size = Math.hypot(forceX[i] ?? 0, forceY[i] ?? 0)
    if (size === 0) continue
    const step = Math.min(size * 0.1, reach) / size
    x[i] = (x[i] ?? 0) + (forceX[i] ?? 0) * step
    y[i] = (y[i] ?? 0) + (forceY[i] ?? 0) * step
  }
}
