/** The two places a text can stand in: where tabs open, and beside it. */
export type PaneName = 'main' | 'beside'

/** A mounted text, as far as the window needs to know where one reads in it. */
export interface MountedReader {
  sourceId: string
  /** The offset of the first line in view; 0 at the top, null where it cannot be said. */
  top(): number | null
}

const mounted = new Map<PaneName, MountedReader>()
const left = new Map<string, number>()

/** Says that a text stands in a pane. Returns how to take that back. */
export function registerReader(pane: PaneName, reader: MountedReader): () => void {
  mounted.set(pane, reader)
  return () => {
    if (mounted.get(pane) === reader) mounted.delete(pane)
  }
}

/** Where one reads in a pane's source right now; null where that source does not stand there. */
export function readingAt(pane: PaneName, sourceId: string): number | null {
  const reader = mounted.get(pane)
  return reader?.sourceId === sourceId ? reader.top() : null
}

/** Keeps where one left a source, for as long as the window lives. */
export function leaveReader(sourceId: string, offset: number): void {
  left.set(sourceId, offset)
}

/** Where one left a source in this window; null where one was not in it. */
export function leftAt(sourceId: string): number | null {
  return left.get(sourceId) ?? null
}

/** Another notebook was opened. */
export function forgetReaders(): void {
  left.clear()
}
