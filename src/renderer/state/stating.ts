import { create } from 'zustand'
import { useWindow } from './window.ts'

/** Whether the field for a new claim stands open in the list of claims. */
export const useStating = create<{ open: boolean }>(() => ({ open: false }))

/** Opens or closes the field for a new claim. */
export function setStating(open: boolean): void {
  useStating.setState({ open })
}

/** Goes to the claims, from wherever one is, with a field to state a new one in. */
export function stateClaim(): void {
  if (useWindow.getState().view !== 'claims') useWindow.getState().setView('claims')
  setStating(true)
}
