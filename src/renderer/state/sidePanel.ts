import { create } from 'zustand'
import { useWindow } from './window.ts'

/** Which tab of the panel beside the text is open. */
export const useSidePanel = create<{ tab: string }>(() => ({ tab: 'annotations' }))

export function showTab(tab: string): void {
  useSidePanel.setState({ tab })
}

/** Shows what is known of the open source, from wherever one is. */
export function showSourceInfo(): void {
  const { view, setView, setPreferences } = useWindow.getState()
  if (view !== 'read') setView('read')
  setPreferences({ margin: true })
  showTab('info')
}
