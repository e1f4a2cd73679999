import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { toggleCount, useTimelinePlace } from '#renderer/state/timelinePlace.ts'
import { useWindow } from '#renderer/state/window.ts'
import { type Relation, type TimelineLane, timelineLanes } from '#shared/model.ts'
import { Axis, useTicks } from './Axis.tsx'
import styles from './Lane.module.css'
import { Grid, Lane } from './Lane.tsx'
import { useDrawn } from './LaneMarks.tsx'
import { laneKeys } from './laneKeys.ts'
import { type LaneItem, type Layouts, layoutsOf } from './layout.ts'
import type { LaneMarks } from './marks.ts'
import type { DaySpan } from './scale.ts'
import { usePanZoom } from './usePanZoom.ts'
import type { ViewStore } from './useViewStore.ts'
import { closeTo, showing } from './viewport.ts'
import { itemAt, type Standing, standingOn } from './walking.ts'

export interface LanesProps {
  marks: LaneMarks
  /** Told what the lanes show. */
  shown: RefObject<Layouts>
  store: ViewStore
  domain: DaySpan
  origin: number
  bearing: ReadonlyMap<string, Relation[]> | null
  plot: RefObject<HTMLDivElement | null>
}

/** The lanes under one axis: they move along the line together, and each scrolls by itself where it has many rows. */
export function Lanes({ marks, shown, store, domain, origin, bearing, plot }: LanesProps) {
  const { t } = useTranslation('timeline')
  const frame = useRef<HTMLElement>(null)
  const folded = useTimelinePlace((state) => state.folded)
  const layouts = useLayouts(marks, store, domain, origin, bearing)
  useLayoutEffect(() => {
    shown.current = layouts
  }, [shown, layouts])
  const selection = useWindow((state) => state.selection)
  const selectedId = selection?.kind === 'source' ? selection.id : null
  const panZoom = usePanZoom(frame, plot, store, domain)
  const { active, activate, open, walkTo } = useActive(store, domain)
  const onKeyDown = laneKeys({ layouts, store, domain, active, folded, open, walkTo })
  const drawn = useDrawn(store, origin)
  const ticks = useTicks(store, origin, drawn)
  return (
    <section ref={frame} className={styles.lanes} aria-label={t('label')} {...panZoom} onKeyDown={onKeyDown}>
      <div ref={plot} className={styles.plot}>
        <Grid ticks={ticks} store={store} origin={origin} />
      </div>
      <Axis store={store} origin={origin} domain={domain} />
      {timelineLanes.map((lane) => (
        <Lane
          key={lane}
          lane={lane}
          count={marks[lane].length}
          isFolded={folded.includes(lane)}
          layout={layouts[lane]}
          store={store}
          origin={origin}
          activeKey={itemAt(layouts[lane], active[lane])?.key ?? null}
          selectedId={selectedId}
          bearing={bearing}
          onActivate={activate}
          onOpen={open}
        />
      ))}
    </section>
  )
}

function useLayouts(
  marks: LaneMarks,
  store: ViewStore,
  domain: DaySpan,
  origin: number,
  bearing: LanesProps['bearing'],
): Layouts {
  const daysPerPixel = useStore(store, (view) => view.daysPerPixel)
  const unfolded = useTimelinePlace((state) => state.unfolded)
  return useMemo(() => {
    const kept = new Set(bearing?.keys())
    return layoutsOf(marks, { daysPerPixel, origin, end: domain.end, kept, unfolded })
  }, [marks, daysPerPixel, origin, domain.end, bearing, unfolded])
}

type Active = Partial<Record<TimelineLane, Standing>>

/** Which item of each lane the keys stand on, and what happens to one that is chosen or opened. */
function useActive(store: ViewStore, domain: DaySpan) {
  const [active, setActive] = useState<Active>({})
  const open = useCallback(
    (_: TimelineLane, item: LaneItem): void => {
      if (item.kind === 'mark') useWindow.getState().openSource(item.mark.sourceId)
      else if (item.same) toggleCount(item.key)
      else store.setState(closeTo({ start: item.from, end: item.to }, store.getState().width, domain))
    },
    [store, domain],
  )
  /** A click on a count does what it can: come closer or unfold. One on a mark selects its source. */
  const activate = useCallback(
    (lane: TimelineLane, item: LaneItem): void => {
      setActive((before) => ({ ...before, [lane]: standingOn(item) }))
      if (item.kind === 'mark') useWindow.getState().select({ kind: 'source', id: item.mark.sourceId })
      else open(lane, item)
    },
    [open],
  )
  const walkTo = useCallback(
    (lane: TimelineLane, item: LaneItem): void => {
      setActive((before) => ({ ...before, [lane]: standingOn(item) }))
      if (item.kind === 'mark') useWindow.getState().select({ kind: 'source', id: item.mark.sourceId })
      store.setState(showing(store.getState(), { start: item.from, end: item.to }, domain))
    },
    [store, domain],
  )
  return useMemo(() => ({ active, activate, open, walkTo }), [active, activate, open, walkTo])
}
