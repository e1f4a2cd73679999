import { create } from 'zustand'
import { useWindow } from './window.ts'

/** What stands in the search field. The list below it and the search view are about the same words. */
export const useSearching = create<{ text: string }>(() => ({ text: '' }))

export function setSearch(text: string): void {
  useSearching.setState({ text })
}

/** Shows everything that a query finds. */
export function searchFor(text: string): void {
  setSearch(text)
  if (useWindow.getState().view !== 'search') useWindow.getState().setView('search')
}
