import { useMemo } from 'react'
import { sourcesWithin } from '#shared/collections.ts'
import type { SourceSummary } from '#shared/model.ts'
import { useCall } from '../../engine/queries.ts'
import { useScope } from '../../state/scope.ts'

/** The sources that the collection, the saved search or the tags that are chosen leave, and what that is called. */
export interface Scoped {
  sources: readonly SourceSummary[]
  /** Null while all are shown. */
  name: string | null
  kind: 'all' | 'collection' | 'search'
  /** Whether it is still being found out which sources these are. */
  waiting: boolean
}

/** Narrows all sources to those of the chosen collection or saved search, and of the chosen tags. */
export function useScoped(all: readonly SourceSummary[]): Scoped {
  const { scope, tags } = useScope()
  const collections = useCall('collections.list', {}).data
  const saved = useCall('searches.list', {}).data?.find(
    ({ id }) => scope.kind === 'search' && scope.id === id,
  )
  const found = useCall(
    'search.sources',
    { query: saved?.query ?? '' },
    { enabled: saved !== undefined, keepPrevious: true },
  )
  const tagged = useCall('collections.tags', {}, { enabled: tags.length > 0, keepPrevious: true }).data
  const collection = collections?.find(({ id }) => scope.kind === 'collection' && scope.id === id)
  const foundIds = saved && (found.error ? [] : found.data?.sourceIds)
  return useMemo(() => {
    const sets: ReadonlySet<string>[] = []
    if (collections && collection) sets.push(sourcesWithin(collections, collection.id))
    if (saved) sets.push(new Set(foundIds))
    for (const tag of tags) {
      const known = tagged?.find(({ name }) => name === tag)
      if (known) sets.push(new Set(known.sourceIds))
    }
    return {
      sources: sets.length === 0 ? all : all.filter(({ id }) => sets.every((set) => set.has(id))),
      name: collection?.name ?? saved?.name ?? null,
      kind: collection ? 'collection' : saved ? 'search' : 'all',
      waiting: saved !== undefined && foundIds === undefined,
    }
  }, [all, collections, collection, saved, foundIds, tags, tagged])
}
