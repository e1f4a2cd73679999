import { create } from 'zustand'
import type { ObjectKind } from '#shared/model.ts'

/** What can be picked up in the window: an object by its row, tab or card, or words of a text that are selected. */
export type Dragged =
  | { kind: ObjectKind; id: string }
  | { kind: 'passage'; sourceId: string; start: number; end: number }

export type DraggedKind = Dragged['kind']

/** A type a kind: while something hovers above a place, its types are all that can be known of it. */
const typeOf = (kind: DraggedKind): string => `application/x-crossread-${kind}`

const kinds: readonly DraggedKind[] = ['annotation', 'passage', 'claim', 'source', 'note']

/** What is on its way through this window, so that whatever could take it can show that. */
export const useDragging = create<{ dragged: Dragged | null }>(() => ({ dragged: null }))

/** Picks something up, for our own places to take, and as words for everything else. Called when a drag starts. */
export function carry(data: DataTransfer, dragged: Dragged, words?: string): void {
  data.setData(typeOf(dragged.kind), JSON.stringify(dragged))
  if (words !== undefined) data.setData('text/plain', words)
  data.effectAllowed = 'all'
  // A browser ends a drag whose page changes under it in the very moment it begins.
  setTimeout(() => useDragging.setState({ dragged }), 0)
  watchForItsEnd()
}

/** Whether something of one of these kinds is being dragged. What it is can only be read when it is dropped. */
export function carries(data: DataTransfer, wanted: readonly DraggedKind[]): boolean {
  return wanted.some((kind) => data.types.includes(typeOf(kind)))
}

/** What was dropped; null where it is nothing of ours. */
export function dropped(data: DataTransfer): Dragged | null {
  for (const kind of kinds) {
    const written = data.getData(typeOf(kind))
    if (written !== '') return readDragged(kind, written)
  }
  return null
}

function readDragged(kind: DraggedKind, written: string): Dragged | null {
  try {
    const value: unknown = JSON.parse(written)
    if (typeof value !== 'object' || value === null) return null
    const { id, sourceId, start, end }: Record<string, unknown> = { ...value }
    if (kind !== 'passage') return typeof id === 'string' ? { kind, id } : null
    if (typeof sourceId !== 'string' || typeof start !== 'number' || typeof end !== 'number') return null
    return { kind, sourceId, start, end }
  } catch {
    return null
  }
}

/** A drag ends with a drop, with Escape, or unheard where the row it began at is gone: then the pointer moves again. */
function watchForItsEnd(): void {
  const ends = ['dragend', 'drop', 'pointermove', 'pointerdown'] as const
  const end = (): void => {
    for (const name of ends) window.removeEventListener(name, end, true)
    setTimeout(() => useDragging.setState({ dragged: null }), 0)
  }
  setTimeout(() => {
    for (const name of ends) window.addEventListener(name, end, true)
  }, 0)
}
