import { create } from 'zustand'
import { engine } from '../engine/client.ts'

const prefix = 'progress:'
const settleMs = 700

/** From here on a text counts as read: what follows is often a footer. */
export const readFrom = 0.97

interface Progress {
  /** How far each source was read, 0 to 1; a source that is not in it was not opened yet. */
  of: Readonly<Record<string, number>>
}

/** How far one has read, a source at a time. It belongs to the notebook, not to its history. */
export const useProgress = create<Progress>(() => ({ of: {} }))

/** `unread`, `read`, or how many per cent of it were. */
export function readState(share: number | undefined): 'unread' | 'read' | number {
  if (share === undefined || share <= 0) return 'unread'
  if (share >= readFrom) return 'read'
  return Math.max(1, Math.round(share * 100))
}

/** Reads what the open notebook knows, in the place of what another one knew. */
export async function loadProgress(): Promise<void> {
  const stored = await engine.call('settings.list', { prefix }).catch(() => ({}))
  const shares = Object.entries(stored).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  useProgress.setState({ of: Object.fromEntries(shares) })
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>()

/** Sources that stand open and that somebody called unread: what is in view of them says nothing until they are opened anew. */
const calledUnread = new Set<string>()

/** To be told when a source is opened. */
export function beginReading(sourceId: string): void {
  calledUnread.delete(sourceId)
}

/** Notes how far a source was read, if that is further than before. */
export function noteProgress(sourceId: string, share: number): void {
  if (calledUnread.has(sourceId)) return
  if (share > (useProgress.getState().of[sourceId] ?? 0)) setProgress(sourceId, share, settleMs)
}

/** Says outright how far a source was read: 1 for all of it, 0 for nothing. */
export function setProgress(sourceId: string, share: number, after = 0): void {
  if (share === 0) calledUnread.add(sourceId)
  useProgress.setState(({ of }) => ({ of: { ...of, [sourceId]: share } }))
  clearTimeout(waiting.get(sourceId))
  const store = (): void => {
    waiting.delete(sourceId)
    engine.call('settings.set', { key: `${prefix}${sourceId}`, value: share }).catch(() => undefined)
  }
  if (after === 0) store()
  else waiting.set(sourceId, setTimeout(store, after))
}
