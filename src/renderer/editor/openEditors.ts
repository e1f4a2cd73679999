import { create } from 'zustand'
import { queryClient } from '#renderer/engine/queries.ts'

/** How long to wait for the engine's answers at most, in ms. */
const patienceMs = 2_000
const pollMs = 10

/** The text one writes in right now, as undo and redo see it; null where there is nothing of its own to take back. */
interface FocusedText {
  undo: (() => void) | null
  redo: (() => void) | null
}

export const useFocusedText = create<FocusedText>(() => ({ undo: null, redo: null }))

const savers = new Set<() => Promise<void>>()

/** Makes an editor known while it stands open. `save` sends what is not saved yet. Returns how to take it away. */
export function addOpenEditor(save: () => Promise<void>): () => void {
  savers.add(save)
  return () => {
    savers.delete(save)
  }
}

/**
 * Sends what is being typed, anywhere, and waits until the window knows the notebook as it is then. Before an undo:
 * words that came later than the step it takes back would otherwise be saved over it.
 */
export async function saveOpenEditors(): Promise<void> {
  if (savers.size === 0) return
  await Promise.all([...savers].map((save) => save()))
  for (let waited = 0; queryClient.isFetching() > 0 && waited < patienceMs; waited += pollMs)
    await sleep(pollMs)
  // Answers are shown in the turn after the one they came in.
  await sleep(pollMs)
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
