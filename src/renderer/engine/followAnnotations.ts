import type { Query, QueryClient } from '@tanstack/react-query'
import type { Annotation } from '#shared/model.ts'
import { engine } from './client.ts'
import { byText, withFresh } from './freshLists.ts'

const call = 'annotations.list'

/**
 * Asks for the annotations of `ids` alone and puts them into the lists that the window holds, so that one highlight among
 * thousands does not have all of them sent and drawn again. Says of which lists that can be done: not of one that is being
 * asked for.
 */
export function followAnnotations(client: QueryClient, ids: readonly string[]): (query: Query) => boolean {
  const lists = client.getQueryCache().findAll({ queryKey: [call], predicate: isFollowable })
  if (ids.length > 0 && lists.length > 0) {
    engine.call(call, { ids: [...ids] }).then(
      (fresh) => {
        for (const { queryKey } of lists) {
          const own = fresh.filter(({ sourceId }) => (sourceOf(queryKey) ?? sourceId) === sourceId)
          client.setQueryData<Annotation[]>(queryKey, (known) => known && withFresh(known, ids, own, byText))
        }
      },
      () => void client.invalidateQueries({ queryKey: [call] }),
    )
  }
  return (query) => lists.includes(query)
}

function isFollowable({ state }: Query): boolean {
  return state.data !== undefined && state.fetchStatus === 'idle' && !state.isInvalidated
}

/** The source whose annotations a list holds; null for those of all. */
function sourceOf([, input]: readonly unknown[]): string | null {
  const { sourceId } = input as { sourceId?: string }
  return sourceId ?? null
}
