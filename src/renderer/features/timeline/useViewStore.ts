import { useEffect, useRef, useState } from 'react'
import { createStore, type StoreApi } from 'zustand'
import { useTimelinePlace } from './place.ts'
import type { DaySpan } from './scale.ts'
import { fitted, resized, type Viewport } from './viewport.ts'

export type ViewStore = StoreApi<Viewport>

/** The time in sight of a plot of `width` pixels (null until it is measured), as it was when one left. */
export function useViewStore(domain: DaySpan, width: number | null): ViewStore {
  const [store] = useState(() => createStore<Viewport>(() => begun(domain)))
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
      const seen = isFitted({ start, daysPerPixel, width: wide }, before.current)
        ? null
        : { start, daysPerPixel }
      useTimelinePlace.setState({ seen })
    },
    [store],
  )
  return store
}

const widthAtFirst = 960

function begun(domain: DaySpan): Viewport {
  const { seen } = useTimelinePlace.getState()
  if (seen === null) return fitted(domain, widthAtFirst)
  const view = { ...seen, width: widthAtFirst }
  const end = seen.start + seen.daysPerPixel * widthAtFirst
  // Another notebook may lie in another century.
  return end < domain.start || seen.start > domain.end ? fitted(domain, widthAtFirst) : view
}

function isFitted(view: Viewport, domain: DaySpan): boolean {
  const all = fitted(domain, view.width)
  const days = (domain.end - domain.start) * 1e-6
  return (
    Math.abs(view.start - all.start) < days &&
    Math.abs(view.daysPerPixel - all.daysPerPixel) * view.width < days
  )
}
