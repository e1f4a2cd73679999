import { stepOf } from './columns.ts'
import { type Arrangement, neighboursOf, type Placeable, type Point, pairsOf } from './shapes.ts'

/** Sources stand above, what they bear on this much below them. */
const below = 148
const tallest = 10

/** How finely days are told apart: as finely as leaves few enough of them. */
export type Grain = 1 | 2 | 3
const most: [Grain, number][] = [
  [3, 14],
  [2, 24],
]

/** Which parts of the dates stand for a column: year, month and day, or fewer of them where there are many days. */
export function grainOf(nodes: readonly Pick<Placeable, 'date'>[]): Grain {
  const fits = most.find(
    ([grain, columns]) => new Set(nodes.map((node) => dayKey(node.date, grain))).size <= columns,
  )
  return fits?.[0] ?? 1
}

/** Sorts as dates do, with what is not known first; empty where nothing is. */
export function dayKey(date: readonly number[], grain: Grain): string {
  return date
    .slice(0, grain)
    .map((part, i) => String(i === 0 ? part + 10_000 : part).padStart(i === 0 ? 5 : 2, '0'))
    .join('-')
}

/** The date of every card: its own, or the earliest of the sources that it is linked to: who said it first. */
export function datesOf({ nodes, edges }: Pick<Arrangement, 'nodes' | 'edges'>): (readonly number[])[] {
  const neighbours = neighboursOf(nodes.length, pairsOf(nodes, edges))
  return nodes.map((node, i) => {
    if (isSource(node) || node.date.length > 0) return node.date
    const dates = (neighbours[i] ?? []).flatMap((other) => {
      const date = nodes[other]?.date ?? []
      return date.length > 0 ? [date] : []
    })
    return dates.sort((a, b) => (dayKey(a, 3) < dayKey(b, 3) ? -1 : 1))[0] ?? []
  })
}

/** A column for every day, month or year, from left to right; what has no date stands first. */
export function layoutTime({ nodes, edges }: Pick<Arrangement, 'nodes' | 'edges'>): Point[] {
  const dates = datesOf({ nodes, edges })
  const grain = grainOf(dates.map((date) => ({ date })))
  const byDay = new Map<string, number[]>()
  dates.forEach((date, i) => {
    const key = dayKey(date, grain)
    byDay.set(key, [...(byDay.get(key) ?? []), i])
  })
  const places: Point[] = nodes.map(() => ({ x: 0, y: 0 }))
  let left = 0
  for (const [, members] of [...byDay].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const over = members.filter((i) => isSource(nodes[i]))
    const under = members.filter((i) => !isSource(nodes[i]))
    const step = stepOf(members, nodes)
    const columns = Math.max(columnsFor(over.length), columnsFor(under.length))
    stack(over, columns, places, left, 0, { x: step.x, y: -step.y })
    stack(under, columns, places, left, below, step)
    left += columns * step.x
  }
  return places
}

function isSource(node: Placeable | undefined): boolean {
  return node?.kind === 'source' || node?.kind === 'origin'
}

function columnsFor(count: number): number {
  return Math.max(1, Math.ceil(count / Math.max(tallest, Math.ceil(Math.sqrt(count * 3)))))
}

function stack(
  order: readonly number[],
  columns: number,
  places: Point[],
  left: number,
  top: number,
  step: Point,
): void {
  order.forEach((node, i) => {
    places[node] = { x: left + ((i % columns) + 0.5) * step.x, y: top + Math.floor(i / columns) * step.y }
  })
}
