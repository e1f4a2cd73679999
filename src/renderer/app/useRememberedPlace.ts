import { useEffect } from 'react'
import { type ObjectRef, objectKinds, type SourceSummary } from '#shared/model.ts'
import { engine } from '../engine/client.ts'
import { useCall } from '../engine/queries.ts'
import { useWindow, views } from '../state/window.ts'

const key = 'window:place'
const settleMs = 1_000

/** Opens a notebook where it was left, and a notebook never opened before at its first source. */
export function useRememberedPlace(sources: readonly SourceSummary[] | undefined): void {
  const { data: notebook } = useCall('notebook.info', {})
  const ready = notebook !== undefined && sources !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a notebook, not each time its sources change
  useEffect(() => {
    if (ready) void restore(sources)
  }, [notebook?.id, ready])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = useWindow.subscribe(({ trail, secondPane }, before) => {
      if (trail.here === before.trail.here && secondPane === before.secondPane) return
      clearTimeout(timer)
      timer = setTimeout(remember, settleMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [])
}

/** Where one stands is a convenience: an engine that cannot take it right now is no news to anybody. */
function remember(): void {
  const { view, sourceId, claimId, noteId, secondPane: beside } = useWindow.getState()
  const value = { view, sourceId, claimId, noteId, beside: beside && { ...beside } }
  engine.call('settings.set', { key, value }).catch(() => undefined)
}

async function restore(sources: readonly SourceSummary[]): Promise<void> {
  const stored = await engine.call('settings.get', { key }).catch(() => ({ value: null }))
  const { trail, startAt, openBeside } = useWindow.getState()
  // Somebody was quicker and went somewhere already.
  if (trail.past.length > 0 || trail.here.sourceId !== null) return
  const place = readPlace(stored.value)
  const known = sources.some(({ id }) => id === place.sourceId)
  startAt({ ...place, sourceId: known ? place.sourceId : (firstByTitle(sources)?.id ?? null) })
  const beside = readRef(stored.value)
  if (beside) openBeside(beside)
}

/** What was stored, as far as it can be understood. */
function readPlace(value: unknown) {
  const stored: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  const id = (name: string): string | null => (typeof stored[name] === 'string' ? stored[name] : null)
  return {
    view: views.find((view) => view === stored.view) ?? 'read',
    sourceId: id('sourceId'),
    claimId: id('claimId'),
    noteId: id('noteId'),
  }
}

/** What stood beside the text. */
function readRef(value: unknown): ObjectRef | null {
  const stored: { beside?: unknown } = typeof value === 'object' && value !== null ? value : {}
  const { beside } = stored
  if (typeof beside !== 'object' || beside === null || !('kind' in beside) || !('id' in beside)) return null
  const kind = objectKinds.find((known) => known === beside.kind)
  return kind && typeof beside.id === 'string' ? { kind, id: beside.id } : null
}

function firstByTitle(sources: readonly SourceSummary[]): SourceSummary | undefined {
  return [...sources].sort((a, b) => a.title.localeCompare(b.title, undefined, { numeric: true }))[0]
}
