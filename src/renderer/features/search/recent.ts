import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { keptStorage } from '#renderer/state/storage.ts'

const most = 20

/** What was searched for on this computer, the latest first. */
export const useRecent = create(
  persist<{ queries: string[] }>(() => ({ queries: [] }), {
    name: 'crossread:recent-searches',
    storage: createJSONStorage(() => keptStorage),
  }),
)

/** Remembers a search that led somewhere; those that were only typed through are not worth it. */
export function rememberSearch(query: string): void {
  useRecent.setState(({ queries }) => ({ queries: withRecent(queries, query) }))
}

export function forgetSearches(): void {
  useRecent.setState({ queries: [] })
}

/** The list with a query in front, each query once, no longer than is useful. */
export function withRecent(queries: readonly string[], query: string): string[] {
  const wanted = query.trim()
  if (wanted === '') return [...queries]
  return [wanted, ...queries.filter((other) => other !== wanted)].slice(0, most)
}
