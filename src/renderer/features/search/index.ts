export { SavedSearches } from './SavedSearches.tsx'
export { SearchBox } from './SearchBox.tsx'
