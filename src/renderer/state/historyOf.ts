import { create } from 'zustand'
import type { HistoricRef } from '#shared/model.ts'

/** The object whose states are looked at; null while that dialog is closed. */
export const useHistoryOf = create<{ object: HistoricRef | null }>(() => ({ object: null }))

/** Opens the states that an object was in. A menu that asks for it lets go of the focus first, which the dialog wants. */
export function showHistoryOf({ kind, id }: HistoricRef): void {
  setTimeout(() => useHistoryOf.setState({ object: { kind, id } }), 0)
}
