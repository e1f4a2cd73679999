import type { Card } from './cards.ts'
import { columnOf } from './layout/columns.ts'
import type { LayoutEdge, Point } from './layout/shapes.ts'
import { datesOf, dayKey, grainOf } from './layout/time.ts'

/** Words over a column; by its middle. */
export interface Heading extends Point {
  text: string
}

const above = 64
/** Two headings that are closer than this would run into each other: the later one is left out. */
const apart = 130

/** What the columns of kinds are called, over where their cards stand. */
export function columnHeadings(
  cards: readonly Card[],
  places: ReadonlyMap<string, Point>,
  names: readonly [string, string, string],
): Heading[] {
  const top = Math.min(...cards.flatMap(({ key }) => places.get(key)?.y ?? []))
  return names.flatMap((text, column) => {
    const xs = cards.flatMap((card) =>
      columnOf(card.kind) === column ? (places.get(card.key)?.x ?? []) : [],
    )
    return xs.length === 0 ? [] : [{ text, x: (Math.min(...xs) + Math.max(...xs)) / 2, y: top - above }]
  })
}

/** The days, months or years over the columns of time. */
export function timeHeadings(
  cards: readonly Card[],
  edges: readonly LayoutEdge[],
  places: ReadonlyMap<string, Point>,
  name: (date: readonly number[]) => string,
): Heading[] {
  const dates = datesOf({ nodes: cards, edges })
  const grain = grainOf(dates.map((date) => ({ date })))
  const columns = new Map<string, { date: readonly number[]; xs: number[] }>()
  cards.forEach(({ key }, i) => {
    const place = places.get(key)
    if (!place) return
    const date = dates[i] ?? []
    const day = dayKey(date, grain)
    const column = columns.get(day) ?? { date: date.slice(0, grain), xs: [] }
    column.xs.push(place.x)
    columns.set(day, column)
  })
  const top = Math.min(...[...places.values()].map(({ y }) => y))
  const headings = [...columns.values()].map(({ date, xs }) => ({
    text: name(date),
    x: middle(xs),
    y: top - above,
  }))
  headings.sort((a, b) => a.x - b.x)
  return headings.filter((heading, i) => heading.x - (headings[i - 1]?.x ?? Number.NEGATIVE_INFINITY) > apart)
}

/** Between the outermost in the middle half, so that a card dragged away does not take the heading along. */
function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) * 0.1)] ?? 0
  const high = sorted[Math.ceil((sorted.length - 1) * 0.9)] ?? 0
  return (low + high) / 2
}
