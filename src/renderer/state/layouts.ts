import { create } from 'zustand'

/** How the panels share the window, by the panels that stand in it, as the library writes it. Kept with the notebook. */
export const useLayouts = create<{ sizes: Readonly<Record<string, string>> }>(() => ({ sizes: {} }))

const lastKey = 'crossread:panels'

/** Where the panels' sizes are read from and written to. A notebook that has none yet takes those used last. */
export const layoutStorage = {
  getItem: (key: string): string | null =>
    useLayouts.getState().sizes[key] ?? localStorage.getItem(`${lastKey}:${key}`),
  setItem: (key: string, value: string): void => {
    useLayouts.setState(({ sizes }) => ({ sizes: { ...sizes, [key]: value } }))
    localStorage.setItem(`${lastKey}:${key}`, value)
  },
}
