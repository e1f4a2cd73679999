import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { CallInput, CallName, CallOutput } from '#shared/contract/contract.ts'
import { CrossreadError } from '#shared/errors.ts'
import { useWindow } from '../state/window.ts'
import { toast } from '../ui/toast.ts'
import { engine } from './client.ts'
import { isTouchedBy } from './dependencies.ts'
import { followAnnotations } from './followAnnotations.ts'
import { followSources, isAllSources } from './followSources.ts'
import { sharedById } from './freshLists.ts'
import { useEngineStatus } from './status.ts'

/** Answers stay fresh until the engine says that something changed, so nothing is fetched on a timer or on focus. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
    },
  },
})

for (const list of ['annotations.list', 'sources.list'])
  queryClient.setQueryDefaults([list], { structuralSharing: sharedById })

export interface CallOptions {
  enabled?: boolean
  /** Keeps the last answer on screen while the one for a new input is on its way. */
  keepPrevious?: boolean
}

/** The engine's answer to a read, kept up to date by the `changed` event. */
export function useCall<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options: CallOptions = {},
): UseQueryResult<CallOutput<Name>, CrossreadError> {
  return useQuery<CallOutput<Name>, CrossreadError>({
    queryKey: [name, input],
    queryFn: () => engine.call(name, input),
    enabled: options.enabled ?? true,
    placeholderData: options.keepPrevious ? keepPreviousData : undefined,
  })
}

/**
 * Asks the engine to change something. Resolves with undefined, and says why in a toast, when it refuses; throws where it
 * refuses with the code that the caller wants to `answer`.
 */
export async function write<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  { answer }: { answer?: CrossreadError['code'] } = {},
): Promise<CallOutput<Name> | undefined> {
  countWrites(1)
  try {
    return await engine.call(name, input)
  } catch (thrown) {
    if (answer !== undefined && hasCode(thrown, answer)) throw thrown
    toast(messageOf(thrown), { tone: 'danger' })
    return undefined
  } finally {
    countWrites(-1)
  }
}

function countWrites(change: 1 | -1): void {
  useEngineStatus.setState(({ writing }) => ({ writing: writing + change }))
}

/** `write`, for components. */
export function useWrite(): typeof write {
  return useCallback(write, [])
}

/** The words for anything thrown, made for the person who reads them. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

/** Keeps the answers in step with the engine. Used once, at the top of the window. */
export function useEngineEvents(): void {
  const client = useQueryClient()
  useEffect(() => {
    const stopChanged = engine.on('changed', ({ kinds, sources, annotations, history }) => {
      client.setQueryData(['history.state', {}], history)
      const followed =
        sources !== null && isTouchedBy('sources.list', kinds) && followSources(client, sources)
      const isFollowed = annotations === null ? () => false : followAnnotations(client, annotations)
      void client.invalidateQueries({
        predicate: (query) =>
          isTouchedBy(String(query.queryKey[0]), kinds) &&
          !(followed && isAllSources(query.queryKey)) &&
          !isFollowed(query),
      })
    })
    const stopNotebook = engine.on('notebook', ({ info }) => {
      const known = client.getQueryData<{ id: string }>(['notebook.info', {}])
      if (known && known.id !== info.id) {
        useWindow.getState().forgetPlaces()
        void client.resetQueries()
      }
      client.setQueryData(['notebook.info', {}], info)
    })
    const stopStatus = useEngineStatus.subscribe(({ status }, before) => {
      if (status === 'ready' && before.status === 'lost') void client.invalidateQueries()
    })
    return () => {
      stopChanged()
      stopNotebook()
      stopStatus()
    }
  }, [client])
}

/** Whether `error` is one of ours with this code. */
export function hasCode(error: unknown, code: CrossreadError['code']): boolean {
  return error instanceof CrossreadError && error.code === code
}
