import { useEffect, useMemo, useState } from 'react'
import { engine } from '#renderer/engine/client.ts'
import { messageOf, queryClient, useCall } from '#renderer/engine/queries.ts'
import { toast } from '#renderer/ui/index.ts'
import type { GraphLayout, GraphPlace } from '#shared/model.ts'
import { type Card, type Cards, keyOf } from './cards.ts'
import type { Point } from './layout/shapes.ts'
import { arrangeAside } from './layout/thread.ts'

export type Places = ReadonlyMap<string, Point>

/** Where every card stands in a layout. Cards that have no place yet are given one, which the notebook keeps; null until then. */
export function usePlaces({ cards, edges }: Cards, layout: GraphLayout): Places | null {
  const { data } = useCall('views.graphPlaces', { layout })
  const places = useMemo(() => data && placesOf(data), [data])
  const isWhole = places !== undefined && cards.every(({ key }) => places.has(key))
  const [last, setLast] = useState<{ layout: GraphLayout; places: Places } | null>(null)
  useEffect(() => {
    if (places === undefined || isWhole) return
    let isWanted = true
    arrangeAside({ layout, nodes: cards.map(placeable), edges: edges.map(ends), places })
      .then((found) => {
        if (isWanted) keepPlaces(layout, placesToKeep(cards, found))
      })
      .catch((thrown) => toast(messageOf(thrown), { tone: 'danger' }))
    return () => {
      isWanted = false
    }
  }, [cards, edges, layout, places, isWhole])
  useEffect(() => {
    if (isWhole && places) setLast({ layout, places })
  }, [isWhole, layout, places])
  if (isWhole && places) return places
  // What stands already goes on being shown while the new cards find their places.
  return last?.layout === layout ? last.places : null
}

/** What goes to the layouts' thread: the words would be copied for nothing. */
function placeable({ key, kind, date, width, height }: Card) {
  return { key, kind, date, width, height }
}

function ends({ from, to }: { from: string; to: string }) {
  return { from, to }
}

function placesOf(kept: readonly GraphPlace[]): Map<string, Point> {
  return new Map(kept.map((place) => [keyOf(place), { x: place.x, y: place.y }]))
}

/** The places as they are kept, of the cards that have one. */
export function placesToKeep(cards: readonly Card[], places: Places): GraphPlace[] {
  return cards.flatMap(({ key, kind, id }) => {
    const place = places.get(key)
    return place ? [{ kind, id, x: place.x, y: place.y }] : []
  })
}

/** Puts cards in their places, here at once and in the notebook, and with `replace` forgets those of all others. */
export function keepPlaces(layout: GraphLayout, places: readonly GraphPlace[], replace = false): void {
  const before = keptPlaces(layout)
  const moved = new Set(places.map(keyOf))
  const rest = replace ? [] : before.filter((place) => !moved.has(keyOf(place)))
  queryClient.setQueryData(['views.graphPlaces', { layout }], [...rest, ...places])
  engine
    .call('views.placeGraph', { layout, places: [...places], replace })
    .catch((thrown) => toast(messageOf(thrown), { tone: 'danger' }))
}

/** Where the cards of a layout stand, as far as that is known here. */
export function keptPlaces(layout: GraphLayout): readonly GraphPlace[] {
  return queryClient.getQueryData<GraphPlace[]>(['views.graphPlaces', { layout }]) ?? []
}

/** Gives all these cards new places, and gives back how to undo that. */
export async function arrangeAnew(
  { edges }: Cards,
  cards: readonly Card[],
  layout: GraphLayout,
): Promise<() => void> {
  const before = keptPlaces(layout)
  const found = await arrangeAside({
    layout,
    nodes: cards.map(placeable),
    edges: edges.map(ends),
    places: new Map(),
  })
  keepPlaces(layout, placesToKeep(cards, found), true)
  return () => keepPlaces(layout, before, true)
}
