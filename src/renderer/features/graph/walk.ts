import type { DrawnEdge, Scene } from './draw/scene.ts'

/** A link of the card in the middle of a walk. */
export interface Step {
  edge: DrawnEdge
  /** The card at its other end. */
  to: string
  /** Whether the link leads to the card in the middle, and so is read the other way round. */
  incoming: boolean
  /** The how manieth of how many links of that card it is, counted from 1. */
  place: number
  of: number
}

/** The links of a card one after the other: clockwise from above, as they are seen, those of one other card together. */
export function stepsFrom(scene: Scene, centre: string): Step[] {
  const middle = scene.byKey.get(centre)
  if (!middle) return []
  const steps = scene.edges.flatMap((edge) => {
    if (edge.from !== centre && edge.to !== centre) return []
    const to = edge.from === centre ? edge.to : edge.from
    const card = scene.byKey.get(to)
    if (!card) return []
    const angle = Math.atan2(card.x - middle.x, middle.y - card.y)
    return [{ edge, to, incoming: edge.to === centre, angle: angle < 0 ? angle + 2 * Math.PI : angle }]
  })
  steps.sort((a, b) => a.angle - b.angle || (a.edge.id < b.edge.id ? -1 : 1))
  return steps.map(({ edge, to, incoming }, i) => ({ edge, to, incoming, place: i + 1, of: steps.length }))
}

/** The next step around a card, or the one before, after the edge walked last; the first or last where there is none. */
export function nextStep(scene: Scene, centre: string, last: string | null, way: 1 | -1): Step | null {
  const steps = stepsFrom(scene, centre)
  if (steps.length === 0) return null
  const at = steps.findIndex(({ edge }) => edge.id === last)
  const next = at < 0 ? (way === 1 ? 0 : steps.length - 1) : (at + way + steps.length) % steps.length
  return steps[next] ?? null
}
