import type { Card, CardEdge } from '../cards.ts'
import { type Box, type EdgeShape, edgeShape } from '../geometry.ts'
import type { Heading } from '../headings.ts'
import type { Point } from '../layout/shapes.ts'
import type { Shown } from '../shown.ts'

export type DrawnCard = Card & Box
export interface DrawnEdge extends CardEdge {
  shape: EdgeShape
}

/** What is drawn, with everything in its place. */
export interface Scene {
  cards: readonly DrawnCard[]
  byKey: ReadonlyMap<string, DrawnCard>
  edges: readonly DrawnEdge[]
  linked: Shown['linked']
  headings: readonly Heading[]
}

/** Puts what is shown in its places. Cards that have none yet are left out, with their edges. */
export function makeScene(
  shown: Shown,
  places: ReadonlyMap<string, Point>,
  headings: readonly Heading[],
): Scene {
  const cards = shown.cards.flatMap((card): DrawnCard[] => {
    const place = places.get(card.key)
    return place ? [{ ...card, ...place }] : []
  })
  const byKey = new Map(cards.map((card) => [card.key, card]))
  const edges = shown.edges.flatMap((edge) => drawEdge(edge, byKey))
  return { cards, byKey, edges, linked: shown.linked, headings }
}

function drawEdge(edge: CardEdge, byKey: ReadonlyMap<string, DrawnCard>): DrawnEdge[] {
  const from = byKey.get(edge.from)
  const to = byKey.get(edge.to)
  return from && to ? [{ ...edge, shape: edgeShape(from, to, edge.bend) }] : []
}

/** The same with one card elsewhere: what a drag shows until the card is let go. */
export function withMoved(scene: Scene, key: string, place: Point): Scene {
  const card = scene.byKey.get(key)
  if (!card) return scene
  const byKey = new Map(scene.byKey).set(key, { ...card, ...place })
  return {
    ...scene,
    byKey,
    cards: scene.cards.map((other) => (other.key === key ? { ...card, ...place } : other)),
    edges: scene.edges.flatMap((edge) =>
      edge.from === key || edge.to === key ? drawEdge(edge, byKey) : [edge],
    ),
  }
}
