import { create } from 'zustand'
import type { ClaimOrder } from './evidence.ts'

interface ListState {
  order: ClaimOrder
  /** The claims that are chosen together, in the order they stand. */
  chosen: readonly string[]
  /** The claim that was open when the table was asked for; undefined while there is no table. Going to another leaves it. */
  tableAt: string | null | undefined
}

/** How the list of claims stands, and what is chosen in it. */
export const useListState = create<ListState>(() => ({ order: 'number', chosen: [], tableAt: undefined }))
