import type { StateCreator } from 'zustand'
import type { ObjectRef } from '#shared/model.ts'

export interface Passage {
  sourceId: string
  start: number
  end: number
  text: string
}

/** What the whole window agrees on to be selected. */
export interface SelectionSlice {
  /** The window's one selected object. */
  selection: ObjectRef | null
  /** The live text selection in a reader. */
  passage: Passage | null
  select(ref: ObjectRef | null): void
  setPassage(passage: Passage | null): void
}

export const createSelection: StateCreator<SelectionSlice> = (set) => ({
  selection: null,
  passage: null,
  select: (selection) => set({ selection }),
  setPassage: (passage) => set({ passage }),
})
