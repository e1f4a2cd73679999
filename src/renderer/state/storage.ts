import type { StateStorage } from 'zustand/middleware'

/**
 * What this browser or this installation keeps between sessions, written only where it differs: each change of the window's
 * state is offered, and a selection that grows under the mouse changes nothing of what is kept.
 */
export const keptStorage: StateStorage = {
  getItem: (name) => localStorage.getItem(name),
  setItem: (name, value) => {
    if (localStorage.getItem(name) !== value) localStorage.setItem(name, value)
  },
  removeItem: (name) => localStorage.removeItem(name),
}
