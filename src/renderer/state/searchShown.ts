import { create } from 'zustand'

export const searchTabs = ['passages', 'context', 'sources'] as const
export const hitOrders = ['best', 'newest', 'source'] as const
export const contextSorts = ['place', 'left', 'right'] as const

/** What the search view shows: of which words, and how. */
export interface SearchShown {
  text: string
  tab: (typeof searchTabs)[number]
  /** The order of passages. */
  order: (typeof hitOrders)[number]
  /** The order of lines in context. */
  sort: (typeof contextSorts)[number]
}

const nothing: SearchShown = { text: '', tab: 'passages', order: 'best', sort: 'place' }

/** What stands in the search field, and how the search view shows it. The list below the field is about the same words. */
export const useSearching = create<SearchShown>(() => nothing)

/** What is shown right now, to come back to. */
export function searchShown(): SearchShown {
  const { text, tab, order, sort } = useSearching.getState()
  return { text, tab, order, sort }
}

export function showSearch(shown: Partial<SearchShown>): void {
  useSearching.setState(shown)
}

/** Leaves what belongs to one notebook. */
export function forgetSearch(): void {
  useSearching.setState(nothing)
}

/** What was stored, as far as it can be understood. */
export function readSearchShown(value: unknown): SearchShown {
  const stored: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  return {
    text: typeof stored.text === 'string' ? stored.text : nothing.text,
    tab: searchTabs.find((name) => name === stored.tab) ?? nothing.tab,
    order: hitOrders.find((name) => name === stored.order) ?? nothing.order,
    sort: contextSorts.find((name) => name === stored.sort) ?? nothing.sort,
  }
}
