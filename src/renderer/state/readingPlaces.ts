import { create } from 'zustand'
import type { PaneName } from './readers.ts'

/** Where one is in a text that stands open. */
export interface ReadingPlace {
  sourceId: string
  /** The offset of the first line in view. */
  top: number
  /** How much of the text lies above the end of the view, 0 to 1. */
  share: number
}

/** Where one is in the texts of both panes, a moment after each scroll. */
export const useReadingPlaces = create<Record<PaneName, ReadingPlace | null>>(() => ({
  main: null,
  beside: null,
}))
