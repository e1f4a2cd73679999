import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

interface PagesState {
  /** Whether the pages of a PDF stand beside its text. */
  shown: boolean
  /** As wide as the pane, or 1 for the size on paper. */
  zoom: 'width' | number
  /** The annotation that the pointer rests on, in the list or on the page. */
  pointed: string | null
}

/** How one looks at the pages of PDFs. What is chosen outlives the window. */
export const usePages = create<PagesState>()(
  persist(() => ({ shown: false, zoom: 'width', pointed: null }) as PagesState, {
    name: 'crossread:pages',
    version: 1,
    storage: createJSONStorage(() => localStorage),
    partialize: ({ shown, zoom }) => ({ shown, zoom }) as PagesState,
  }),
)
