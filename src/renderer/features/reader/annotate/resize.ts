import { engine } from '#renderer/engine/client.ts'
import { write } from '#renderer/engine/queries.ts'
import { type Edge, withEdgeMoved } from '../text/graphemes.ts'

/** Each step waits for the one before it: a key that repeats goes on from where the last press left the edge. */
let steps: Promise<unknown> = Promise.resolve()

/** Moves an edge of an annotation by a word, to the right in the order of the text with `by` 1. `text` is its source's. */
export function moveEdge(id: string, text: string, edge: Edge, by: 1 | -1): Promise<unknown> {
  const step = async (): Promise<void> => {
    const { start, end } = await engine.call('annotations.get', { id })
    const moved = withEdgeMoved(text, { start, end }, edge, by)
    if (moved) await write('annotations.update', { id, ...moved })
  }
  steps = steps.then(step).catch(() => undefined)
  return steps
}
