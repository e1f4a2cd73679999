import { create } from 'zustand'
import { useWindow } from './window.ts'

/** Which tab of the panel beside the text is open. */
export const useSidePanel = create<{ tab: string }>(() => ({ tab: 'annotations' }))

export function showTab(tab: string): void {
  useSidePanel.setState({ tab })
}

/** Shows what is known of the open source, from wherever one is. */
export function showSourceInfo(): void {
  showBesideSource('info')
}

/** Opens the panel at one of its tabs, beside the source one reads. */
export function showBesideSource(tab: string): void {
  const { view, setView, setPreferences } = useWindow.getState()
  if (view !== 'read') setView('read')
  setPreferences({ margin: true })
  showTab(tab)
}
