import { useEffect, useMemo } from 'react'
import { useCall } from '#renderer/engine/queries.ts'
import { useRelations } from '#renderer/objects/relations.ts'
import { filterClaims, narrowedBy, useClaimFilter } from '#renderer/state/claimFilters.ts'
import { useTimelinePlace } from '#renderer/state/timelinePlace.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { ClaimSummary, Relation, Timeline, TimelineEntry } from '#shared/model.ts'

export interface TimelineData {
  /** All of the notebook's sources. */
  all: number
  /** Those that the filter of claims leaves, and with `only` those that bear on the claim. */
  entries: TimelineEntry[]
  /** The claim whose sources are marked. */
  claim: ClaimSummary | null
  claims: ClaimSummary[]
  /** By which relations each source bears on the claim; null where no claim is chosen. */
  bearing: ReadonlyMap<string, Relation[]> | null
}

/** What the timeline shows, as the shared filter and the chosen claim have it; null while it loads. */
export function useTimeline(): TimelineData | null {
  const timeline = useCall('views.timeline', {}).data
  const claims = useCall('claims.list', {}).data
  const { byId } = useRelations()
  const filter = useClaimFilter()
  const { claimId, only } = useTimelinePlace()
  useFollowedSelection()
  return useMemo(() => {
    if (!timeline || !claims) return null
    const shown = filterClaims(claims, filter)
    const claim = claims.find(({ id }) => id === claimId) ?? null
    const bearing = claim && bearingOn(timeline, claim.id, byId)
    const isNarrowed = filter.text.trim() !== '' || narrowedBy(filter) > 0
    const among = isNarrowed ? sourcesOf(timeline, new Set(shown.map(({ id }) => id))) : null
    const entries = timeline.entries.filter(
      ({ id }) => (bearing?.has(id) ?? false) || ((among?.has(id) ?? true) && !(only && bearing)),
    )
    return { all: timeline.entries.length, entries, claim, claims: shown, bearing }
  }, [timeline, claims, byId, filter, claimId, only])
}

/** A claim that is selected anywhere in the window is the one the timeline is about. */
function useFollowedSelection(): void {
  const selection = useWindow((state) => state.selection)
  useEffect(() => {
    if (selection?.kind === 'claim') useTimelinePlace.setState({ claimId: selection.id })
  }, [selection])
}

function bearingOn(
  { bearings }: Timeline,
  claimId: string,
  relations: ReadonlyMap<string, Relation>,
): Map<string, Relation[]> {
  return new Map(
    bearings
      .filter((bearing) => bearing.claimId === claimId)
      .map(({ sourceId, relationIds }) => [sourceId, relationIds.flatMap((id) => relations.get(id) ?? [])]),
  )
}

function sourcesOf({ bearings }: Timeline, claimIds: ReadonlySet<string>): Set<string> {
  return new Set(bearings.flatMap(({ claimId, sourceId }) => (claimIds.has(claimId) ? [sourceId] : [])))
}
