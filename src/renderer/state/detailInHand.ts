import { create } from 'zustand'
import { showSourceInfo } from './sidePanel.ts'
import { useWindow } from './window.ts'

/** The detail of a source that somebody asked to fill in; `nonce` differs each time. Null once the field took the focus. */
export const useDetailInHand = create<{ asked: { sourceId: string; field: string; nonce: number } | null }>(
  () => ({ asked: null }),
)

let nonce = 0

/** Opens a source with the editor of its details, at one field, from wherever one is. */
export function editDetail(sourceId: string, field: string): void {
  nonce += 1
  useDetailInHand.setState({ asked: { sourceId, field, nonce } })
  useWindow.getState().openSource(sourceId)
  showSourceInfo()
}
