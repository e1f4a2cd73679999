import { create } from 'zustand'

/** The sources that wait to be made one origin, while the dialog of origins is open; null while it is closed. */
export const useGrouping = create<{ sourceIds: readonly string[] | null }>(() => ({ sourceIds: null }))

/** Opens the notebook's origins, with sources to be grouped with others. A menu lets go of the focus first. */
export function showOrigins(sourceIds: readonly string[] = []): void {
  setTimeout(() => useGrouping.setState({ sourceIds }), 0)
}
