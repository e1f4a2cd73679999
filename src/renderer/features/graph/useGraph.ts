import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { useCall } from '#renderer/engine/queries.ts'
import { formatPartialDate } from '#renderer/objects/dates.ts'
import { useRelations } from '#renderer/objects/relations.ts'
import { filterClaims, narrowedBy, useClaimFilter } from '#renderer/state/claimFilters.ts'
import type { Graph, GraphLayout } from '#shared/model.ts'
import { type Cards, makeCards } from './cards.ts'
import { makeScene, type Scene } from './draw/scene.ts'
import { columnHeadings, timeHeadings } from './headings.ts'
import { useGraphOptions } from './options.ts'
import { type Shown, showCards } from './shown.ts'
import type { Places } from './usePlaces.ts'

export function useCards(graph: Graph): Cards {
  const { t } = useTranslation('graph')
  const { byId } = useRelations()
  const grouped = useGraphOptions((state) => state.grouped)
  return useMemo(
    () => makeCards(graph, byId, grouped, { ofOneVoice: (count) => t('ofOneVoice', { count }) }),
    [graph, byId, grouped, t],
  )
}

/** What the filters leave, those of the graph and the one that all views of claims have in common. */
export function useShown(cards: Cards): Shown {
  const options = useGraphOptions(
    useShallow(({ hiddenRelations, hiddenKinds, tags, depth, centre, withUnlinked }) => ({
      hiddenRelations,
      hiddenKinds,
      tags,
      depth,
      centre,
      withUnlinked,
    })),
  )
  const { hiddenRelations, hiddenKinds, tags, depth, centre, withUnlinked } = options
  const claims = useClaimsShown()
  // Where nothing is counted from it, another centre shows nothing else.
  const counted = depth === 0 ? null : centre
  return useMemo(
    () =>
      showCards(cards, { hiddenRelations, hiddenKinds, tags, depth, centre: counted, withUnlinked, claims }),
    [cards, hiddenRelations, hiddenKinds, tags, depth, counted, withUnlinked, claims],
  )
}

function useClaimsShown(): ReadonlySet<string> | null {
  const filter = useClaimFilter()
  const isOn = narrowedBy(filter) > 0 || filter.text.trim() !== ''
  const { data } = useCall('claims.list', {}, { enabled: isOn })
  return useMemo(
    () => (isOn && data ? new Set(filterClaims(data, filter).map(({ id }) => id)) : null),
    [isOn, data, filter],
  )
}

/** What is drawn; null while the cards have no places. */
export function useScene(
  cards: Cards,
  shown: Shown,
  places: Places | null,
  layout: GraphLayout,
): Scene | null {
  const { t, i18n } = useTranslation('graph')
  return useMemo(() => {
    if (places === null) return null

    const here = new Map(
      shown.cards.flatMap(({ key }) => {
        const place = places.get(key)
        return place ? [[key, place] as const] : []
      }),
    )
    const headings = {
      force: () => [],
      columns: () => columnHeadings(shown.cards, here, [t('sources'), t('claims'), t('notes')]),
      time: () =>
        timeHeadings(cards.cards, cards.edges, here, (date) =>
          date.length === 0 ? t('undated') : formatPartialDate(date, i18n.language, 'shortWithYear'),
        ),
    }[layout]()
    return makeScene(shown, places, headings)
  }, [cards, shown, places, layout, t, i18n.language])
}
