import type { KeyboardEvent } from 'react'
import { type TimelineLane, timelineLanes } from '#shared/model.ts'
import type { LaneItem, LaneLayout } from './layout.ts'
import type { DaySpan } from './scale.ts'
import type { ViewStore } from './useViewStore.ts'
import { fitted, inSight, panned, zoomed } from './viewport.ts'
import { itemAt, nearestItem, nextItem, type Standing } from './walking.ts'

export interface LaneKeys {
  layouts: Record<TimelineLane, LaneLayout>
  store: ViewStore
  domain: DaySpan
  active: Partial<Record<TimelineLane, Standing>>
  folded: readonly TimelineLane[]
  open(lane: TimelineLane, item: LaneItem): void
  walkTo(lane: TimelineLane, item: LaneItem): void
}

/**
 * Left and right walk along a lane by time, up and down to the lane above or below, Enter opens; with Shift the arrows
 * move along the line. Plus and minus zoom, Home and 0 show all.
 */
export function laneKeys(keys: LaneKeys): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const lane = laneOf(event.target)
    if (zoomKey(keys, event.key) || (lane !== null && laneKey(keys, lane, event))) event.preventDefault()
  }
}

function laneOf(target: EventTarget): TimelineLane | null {
  const name = target instanceof HTMLElement ? target.dataset.lane : undefined
  return timelineLanes.find((lane) => lane === name) ?? null
}

function zoomKey({ store, domain }: LaneKeys, key: string): boolean {
  const view = store.getState()
  if (key === '+' || key === '=') store.setState(zoomed(view, 1.6, view.width / 2, domain))
  else if (key === '-' || key === '_') store.setState(zoomed(view, 1 / 1.6, view.width / 2, domain))
  else if (key === '0' || key === 'Home') store.setState(fitted(domain, view.width))
  else return false
  return true
}

function laneKey(keys: LaneKeys, lane: TimelineLane, { key, shiftKey }: KeyboardEvent): boolean {
  const { layouts, active, store, domain, open, walkTo } = keys
  const current = itemAt(layouts[lane], active[lane])
  if (key === 'Enter' || key === ' ') {
    if (current) open(lane, current)
    return true
  }
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    toLane(keys, lane, key === 'ArrowDown' ? 1 : -1, current)
    return true
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false
  const by = key === 'ArrowRight' ? 1 : -1
  if (shiftKey) {
    const view = store.getState()
    store.setState(panned(view, view.width * 0.1 * by, domain))
    return true
  }
  const { start, end } = inSight(store.getState())
  // Where nothing is active yet, one begins with what is in sight.
  const next = current
    ? nextItem(layouts[lane], current.key, by)
    : nearestItem(layouts[lane], (start + end) / 2)
  if (next) walkTo(lane, next)
  return true
}

/** Goes to the next lane that has marks, to the one nearest in time. */
function toLane(keys: LaneKeys, lane: TimelineLane, by: 1 | -1, current: LaneItem | null): void {
  const open = timelineLanes.filter(
    (each) => !keys.folded.includes(each) && keys.layouts[each].items.length > 0,
  )
  const next = open[open.indexOf(lane) + by]
  if (next === undefined) return
  document.querySelector<HTMLElement>(`[data-lane="${next}"]`)?.focus()
  const { start, end } = inSight(keys.store.getState())
  const item = nearestItem(keys.layouts[next], current?.from ?? (start + end) / 2)
  if (item) keys.walkTo(next, item)
}
