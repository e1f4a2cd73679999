import { searchShown, showSearch, useSearching } from './searchShown.ts'
import { useWindow } from './window.ts'

export { useSearching } from './searchShown.ts'

export function setSearch(text: string): void {
  useSearching.setState({ text })
}

/** Shows everything that a query finds. What was searched for before is one step back. */
export function searchFor(text: string): void {
  const { view, goTo } = useWindow.getState()
  if (view === 'search' && searchShown().text.trim() === '') showSearch({ text })
  goTo({ view: 'search', search: { ...searchShown(), text } })
  showSearch({ text })
}
