import type { StateCreator } from 'zustand'

export const themes = ['system', 'light', 'dark', 'sepia'] as const
export type Theme = (typeof themes)[number]

/** How one likes to read. Theme and letters are the person's; size and panels a notebook may remember otherwise. */
export interface Preferences {
  theme: Theme
  /** The reader's text size in px. */
  fontSize: number
  fontFamily: 'serif' | 'sans'
  blockNumbers: boolean
  /** Whether the left panel is shown. */
  sidebar: boolean
  /** Whether the right panel is shown. */
  margin: boolean
}

export interface PreferencesSlice extends Preferences {
  setPreferences(change: Partial<Preferences>): void
}

export const createPreferences: StateCreator<PreferencesSlice> = (set) => ({
  theme: 'system',
  fontSize: 18,
  fontFamily: 'serif',
  blockNumbers: false,
  sidebar: true,
  margin: true,
  setPreferences: (change) => set(change),
})

/** What of the window outlives it on this machine, whichever notebook is open. */
export function preferencesOf(state: Preferences): Preferences {
  const { theme, fontSize, fontFamily, blockNumbers, sidebar, margin } = state
  return { theme, fontSize, fontFamily, blockNumbers, sidebar, margin }
}
