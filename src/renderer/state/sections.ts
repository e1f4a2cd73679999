import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { keptStorage } from './storage.ts'

interface Sections {
  collections: boolean
  searches: boolean
  tags: boolean
}

/** Which of the parts above the list of sources are unfolded on this computer. */
export const useSections = create(
  persist<Sections>(() => ({ collections: true, searches: true, tags: false }), {
    name: 'crossread:sections',
    storage: createJSONStorage(() => keptStorage),
  }),
)

export function toggleSection(id: keyof Sections): void {
  useSections.setState((open) => ({ [id]: !open[id] }))
}

export function unfoldSection(id: keyof Sections): void {
  useSections.setState({ [id]: true })
}
