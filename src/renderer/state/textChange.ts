import { create } from 'zustand'
import type { TextChangeReport } from '#shared/model.ts'

interface TextChange {
  /** The passage whose blocks are being corrected. */
  correcting: { sourceId: string; start: number; end: number } | null
  /** What became of the annotations, while one looks at it. */
  report: TextChangeReport | null
}

/** The correction or the new version of a text that is in hand. The dialogs stand in `features/textChange`. */
export const useTextChange = create<TextChange>(() => ({ correcting: null, report: null }))

/** Opens the blocks around a passage to be corrected. */
export function correctText(passage: { sourceId: string; start: number; end: number }): void {
  useTextChange.setState({ correcting: passage })
}
