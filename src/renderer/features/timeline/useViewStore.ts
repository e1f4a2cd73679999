import { useEffect, useRef, useState } from 'react'
import { createStore, type StoreApi } from 'zustand'
import { useCall } from '#renderer/engine/queries.ts'
import { useTimelinePlace } from '#renderer/state/timelinePlace.ts'
import type { DaySpan } from './scale.ts'
import { fitted, resized, type Viewport } from './viewport.ts'

export type ViewStore = StoreApi<Viewport>

/** The time in sight of a plot of `width` pixels (null until it is measured), as it was when one left. */
export function useViewStore(domain: DaySpan, width: number | null): ViewStore {
  const info = useCall('notebook.info', {}).data
  // The one it began with: when it goes, another one may have been opened already.
  const [notebook] = useState(info?.id ?? null)
  const [store] = useState(() => createStore<Viewport>(() => begun(domain, notebook)))
  const before = useRef(domain)
  useEffect(() => {
    if (width === null) return
    const view = store.getState()
    const old = before.current
    before.current = domain
    // Who saw everything sees everything: what was added, too.
    if (isFitted(view, old)) store.setState(fitted(domain, width))
    else if (view.width !== width) store.setState(resized(view, width, domain))
  }, [store, domain, width])
  useEffect(
    () => () => {
      const { start, daysPerPixel, width: wide } = store.getState()
      const isAll = isFitted({ start, daysPerPixel, width: wide }, before.current)
      const seen = isAll || notebook === null ? null : { notebook, start, daysPerPixel }
      useTimelinePlace.setState({ seen })
    },
    [store, notebook],
  )
  return store
}

const widthAtFirst = 960

function begun(domain: DaySpan, notebook: string | null): Viewport {
  const { seen } = useTimelinePlace.getState()
  if (seen === null || seen.notebook !== notebook) return fitted(domain, widthAtFirst)
  const { start, daysPerPixel } = seen
  const end = start + daysPerPixel * widthAtFirst
  // What was seen may be gone since, with its sources.
  const isEmpty = end < domain.start || start > domain.end
  return isEmpty ? fitted(domain, widthAtFirst) : { start, daysPerPixel, width: widthAtFirst }
}

function isFitted(view: Viewport, domain: DaySpan): boolean {
  const all = fitted(domain, view.width)
  const days = (domain.end - domain.start) * 1e-6
  return (
    Math.abs(view.start - all.start) < days &&
    Math.abs(view.daysPerPixel - all.daysPerPixel) * view.width < days
  )
}
