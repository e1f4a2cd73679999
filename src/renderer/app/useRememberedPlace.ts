import { useEffect, useState } from 'react'
import type { ObjectRef, SourceSummary } from '#shared/model.ts'
import { engine } from '../engine/client.ts'
import { useCall } from '../engine/queries.ts'
import { useLayouts } from '../state/layouts.ts'
import { useMatrixShown } from '../state/matrixShown.ts'
import { usePages } from '../state/pages.ts'
import { loadProgress } from '../state/progress.ts'
import { useScope } from '../state/scope.ts'
import { showSearch, useSearching } from '../state/searchShown.ts'
import { showTab, useSidePanel } from '../state/sidePanel.ts'
import { noTabs } from '../state/tabs.ts'
import { useWindow } from '../state/window.ts'
import { readRemembered, toRemember } from './remembered.ts'

const key = 'window:place'
const settleMs = 600

/** What there is in the notebook, once all of it is known. */
export interface Known {
  sources: readonly SourceSummary[]
  claims: readonly { id: string }[]
  notes: readonly { id: string }[]
}

/**
 * Opens a notebook where it was left, and one never opened before at its first source; from then on keeps where one is.
 * Says whether the place was found, so that nothing else is shown before.
 */
export function useRememberedPlace(known: Known | null): boolean {
  const { data: notebook } = useCall('notebook.info', {})
  const [restored, setRestored] = useState<string | null>(null)
  const id = known ? (notebook?.id ?? null) : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a notebook, not each time what is in it changes
  useEffect(() => {
    if (!known || id === null) return
    let stopped = false
    void restore(known).then(() => !stopped && setRestored(id))
    return () => {
      stopped = true
    }
  }, [id])
  useEffect(() => (restored === null ? undefined : keepRemembering()), [restored])
  return restored !== null && restored === id
}

/** Writes the place down a moment after it changed, and at once when the window goes. Returns how to stop. */
function keepRemembering(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = JSON.stringify(toRemember())
  const remember = (): void => {
    clearTimeout(timer)
    const value = toRemember()
    const now = JSON.stringify(value)
    if (now === last) return
    last = now
    // Where one stands is a convenience: an engine that cannot take it right now is no news to anybody.
    engine.call('settings.set', { key, value }).catch(() => undefined)
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(remember, settleMs)
  }
  const stops = [useWindow, useLayouts, useSidePanel, useSearching, useScope, usePages, useMatrixShown].map(
    (store) => store.subscribe(soon),
  )
  window.addEventListener('pagehide', remember)
  return () => {
    clearTimeout(timer)
    window.removeEventListener('pagehide', remember)
    for (const stop of stops) stop()
  }
}

async function restore(known: Known): Promise<void> {
  const [stored] = await Promise.all([
    engine.call('settings.get', { key }).catch(() => ({ value: null })),
    loadProgress(),
  ])
  const { trail, startAt, setPreferences, tabs } = useWindow.getState()
  // Somebody was quicker and went somewhere already.
  if (trail.past.length > 0 || tabs.open.length > 0) return
  const remembered = readRemembered(stored.value, standsIn(known))
  const { place, layouts, sideTab, preferences, search, scope, pages, matrix, ...rest } = remembered
  useLayouts.setState({ sizes: layouts })
  setPreferences(preferences)
  showSearch(search)
  usePages.setState(pages)
  useMatrixShown.setState(matrix)
  useScope.setState(scope)
  if (sideTab !== null) showTab(sideTab)
  const first = firstByTitle(known.sources)
  const object =
    place.object ?? (stored.value === null && first ? ({ kind: 'source', id: first.id } as const) : null)
  const opened = place.object === null && object !== null
  startAt({
    ...rest,
    place: { ...place, object },
    tabs: opened ? { ...noTabs, open: [{ object, own: false }] } : rest.tabs,
  })
}

/** Whether an object is among what is known. */
export function standsIn({ sources, claims, notes }: Known): (object: ObjectRef) => boolean {
  const ids = {
    source: new Set(sources.map(({ id }) => id)),
    claim: new Set(claims.map(({ id }) => id)),
    note: new Set(notes.map(({ id }) => id)),
    annotation: new Set<string>(),
  }
  return ({ kind, id }) => ids[kind].has(id)
}

function firstByTitle(sources: readonly SourceSummary[]): SourceSummary | undefined {
  const { compare } = new Intl.Collator(undefined, { numeric: true })
  return sources.reduce<SourceSummary | undefined>(
    (first, source) => (first && compare(first.title, source.title) <= 0 ? first : source),
    undefined,
  )
}
