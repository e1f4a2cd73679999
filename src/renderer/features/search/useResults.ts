import { useState } from 'react'
import type { SearchHit, Suggestion } from '#shared/model.ts'
import { filtersOf } from '#shared/query/edit.ts'
import { useCall } from '../../engine/queries.ts'
import { useDebounced } from '../../ui/useDebounced.ts'
import { useRecent } from './recent.ts'
import { groupHits, shortened } from './results.ts'
import { useLastGood } from './useLastGood.ts'

const settleMs = 120
const mostHits = 100
const mostOfOneSource = 3
const mostObjects = 6
const mostNamed = 3
const mostRecent = 8

export type ResultItem =
  | { kind: 'hit'; hit: SearchHit }
  | { kind: 'more'; sourceId: string }
  | { kind: 'object'; object: Suggestion }
  | { kind: 'all' }
  | { kind: 'query'; query: string; name: string | null }

export type Results = ReturnType<typeof useResults>

/** What is found for the text, in the order in which it is shown. The last results stay until the next are there. */
export function useResults(text: string, active: boolean) {
  const query = useDebounced(text.trim(), settleMs)
  const enabled = active && query !== ''
  const search = useSearch(query, enabled)
  const objects = useCall('search.objects', { query, limit: mostObjects }, { enabled, keepPrevious: true })
  const named = useCall(
    'search.suggest',
    { text: query, kinds: ['source'], limit: mostNamed },
    { enabled: enabled && filtersOf(query).length === 0, keepPrevious: true },
  )
  const [expanded, setExpanded] = useState<{ query: string; sourceId: string } | null>(null)
  const whole = expanded?.query === query ? expanded.sourceId : null
  const groups = groupHits(search.data?.hits ?? []).map((group) =>
    group.sourceId === whole ? { ...group, more: 0 } : shortened(group, mostOfOneSource),
  )
  const found = [
    ...(useLastGood(enabled ? objects.data?.objects : null) ?? []),
    ...(filtersOf(query).length === 0 ? (named.data ?? []) : []),
  ]
  const offered = useOffered(active && text.trim() === '')
  const items: ResultItem[] =
    text.trim() === ''
      ? offered
      : [
          ...groups.flatMap(({ sourceId, hits, more }): ResultItem[] => [
            ...hits.map((hit): ResultItem => ({ kind: 'hit', hit })),
            ...(more > 0 ? [{ kind: 'more' as const, sourceId }] : []),
          ]),
          ...found.map((object): ResultItem => ({ kind: 'object', object })),
          ...(groups.length + found.length > 0 ? [{ kind: 'all' as const }] : []),
        ]
  return {
    query,
    groups,
    objects: found,
    offered,
    items,
    /** Shows every hit of one source. */
    expand: (sourceId: string) => setExpanded({ query, sourceId }),
    total: search.data?.total ?? 0,
    capped: search.data?.capped ?? false,
    partial: search.data?.partial ?? false,
    expansions: search.error ? [] : (search.data?.expansions ?? []),
    error: search.error,
    loading: text.trim() !== query || search.loading,
  }
}

/** What begins no word anywhere may be a word that is misspelt, or another form of one: then it is taken as a whole. */
function useSearch(query: string, enabled: boolean) {
  const typed = useCall(
    'search.query',
    { query, limit: mostHits, asYouType: true },
    { enabled, keepPrevious: true },
  )
  const nothing = typed.data?.total === 0 && !typed.isPlaceholderData
  const whole = useCall('search.query', { query, limit: mostHits }, { enabled: enabled && nothing })
  const data = nothing ? (whole.data ?? typed.data) : typed.data
  return {
    data: useLastGood(enabled ? data : null),
    error: typed.error,
    loading: typed.isFetching || (nothing && whole.isFetching),
  }
}

/** Searches to run again, while nothing is typed: those that were saved, then the latest. */
function useOffered(enabled: boolean): Extract<ResultItem, { kind: 'query' }>[] {
  const saved = useCall('searches.list', {}, { enabled })
  const recent = useRecent((state) => state.queries)
  if (!enabled) return []
  return [
    ...(saved.data ?? []).map(({ name, query }) => ({ kind: 'query' as const, query, name })),
    ...recent.slice(0, mostRecent).map((query) => ({ kind: 'query' as const, query, name: null })),
  ]
}
