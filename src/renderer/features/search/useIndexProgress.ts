import { useEffect } from 'react'
import { create } from 'zustand'
import { engine } from '#renderer/engine/client.ts'
import { queryClient } from '#renderer/engine/queries.ts'
import type { IndexProgress } from '#shared/contract/events.ts'

/** How far the index is that is being made anew; null while there is nothing to say. */
export const useIndexProgress = create<{ progress: IndexProgress | null }>(() => ({ progress: null }))

/** Listens for news of the index. When it is made, everything that was found is asked for once more. */
export function useIndexEvents(): void {
  useEffect(
    () =>
      engine.on('index', (progress) => {
        useIndexProgress.setState({ progress: progress.state === 'ready' ? null : progress })
        if (progress.state === 'renewing') return
        void queryClient.invalidateQueries({
          predicate: ({ queryKey }) => String(queryKey[0]).startsWith('search.'),
        })
      }),
    [],
  )
}
