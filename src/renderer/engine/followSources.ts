import { hashKey, type QueryClient } from '@tanstack/react-query'
import type { SourceSummary } from '#shared/model.ts'
import { engine } from './client.ts'
import { byArrival, withFresh } from './freshLists.ts'

const allSources = ['sources.list', {}]

/** Whether a query is the one for the list of all sources. */
export function isAllSources(queryKey: readonly unknown[]): boolean {
  return hashKey(queryKey) === hashKey(allSources)
}

/**
 * Asks for the sources of `ids` alone and puts them into the list of all, so that a highlight does not have ten thousand
 * sources described again. False where there is no list yet, or it is being asked for.
 */
export function followSources(client: QueryClient, ids: readonly string[]): boolean {
  const state = client.getQueryState(allSources)
  if (state?.data === undefined || state.fetchStatus !== 'idle' || state.isInvalidated) return false
  if (ids.length === 0) return true
  engine.call('sources.list', { ids: [...ids] }).then(
    (fresh) => {
      client.setQueryData<SourceSummary[]>(
        allSources,
        (known) => known && withFresh(known, ids, fresh, byArrival),
      )
    },
    () => void client.invalidateQueries({ queryKey: allSources }),
  )
  return true
}
