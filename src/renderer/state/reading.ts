import { create } from 'zustand'

/** Where one reads in the open text. */
interface Reading {
  sourceId: string | null
  /** The offset of the first line in view; null at the very beginning. */
  top: number | null
}

export const useReading = create<Reading>(() => ({ sourceId: null, top: null }))
