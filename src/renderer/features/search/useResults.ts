import { useState } from 'react'
import type { SearchHit, Suggestion } from '#shared/model.ts'
import { useCall } from '../../engine/queries.ts'
import { useDebounced } from '../../ui/useDebounced.ts'
import { groupHits, shortened } from './results.ts'

const settleMs = 120
const mostHits = 100
const mostOfOneSource = 3
const mostSuggestions = 6

export type ResultItem =
  | { kind: 'hit'; hit: SearchHit }
  | { kind: 'more'; sourceId: string }
  | { kind: 'suggestion'; suggestion: Suggestion }

export type Results = ReturnType<typeof useResults>

/** What is found for the text, in the order in which it is shown. The last results stay until the next are there. */
export function useResults(text: string) {
  const query = useDebounced(text.trim(), settleMs)
  const enabled = query !== ''
  const search = useCall(
    'search.query',
    { query, limit: mostHits, asYouType: true },
    { enabled, keepPrevious: true },
  )
  const suggest = useCall(
    'search.suggest',
    { text: query, kinds: ['claim', 'note', 'annotation', 'source'], limit: mostSuggestions },
    { enabled, keepPrevious: true },
  )
  const [expanded, setExpanded] = useState<{ query: string; sourceId: string } | null>(null)
  const whole = expanded?.query === query ? expanded.sourceId : null
  const groups = groupHits(search.data?.hits ?? []).map((group) =>
    group.sourceId === whole ? { ...group, more: 0 } : shortened(group, mostOfOneSource),
  )
  const suggestions = suggest.data ?? []
  const items: ResultItem[] = [
    ...groups.flatMap(({ sourceId, hits, more }): ResultItem[] => [
      ...hits.map((hit): ResultItem => ({ kind: 'hit', hit })),
      ...(more > 0 ? [{ kind: 'more' as const, sourceId }] : []),
    ]),
    ...suggestions.map((suggestion): ResultItem => ({ kind: 'suggestion', suggestion })),
  ]
  return {
    query,
    groups,
    suggestions,
    items,
    /** Shows every hit of one source. */
    expand: (sourceId: string) => setExpanded({ query, sourceId }),
    total: search.data?.total ?? 0,
    capped: search.data?.capped ?? false,
    error: search.error,
    loading: text.trim() !== query || search.isFetching,
  }
}
