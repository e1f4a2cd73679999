import { create } from 'zustand'

/** How one looks at the pages of PDFs, as the notebook remembers it. */
export interface PagesShown {
  /** Whether pages stand beside their text. */
  shown: boolean
  /** As wide as the pane, or 1 for the size on paper. */
  zoom: 'width' | number
}

interface PagesState extends PagesShown {
  /** The annotation that the pointer rests on in the list. */
  pointed: string | null
}

export const usePages = create<PagesState>(() => ({ shown: false, zoom: 'width', pointed: null }))

export function pagesShown(): PagesShown {
  const { shown, zoom } = usePages.getState()
  return { shown, zoom }
}

/** What was stored, as far as it can be understood. */
export function readPagesShown(value: unknown): PagesShown {
  const { shown, zoom } =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  return { shown: shown === true, zoom: typeof zoom === 'number' && zoom > 0 ? zoom : 'width' }
}
