import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { toggleLane } from '#renderer/state/timelinePlace.ts'
import { showRow, useRowWindow } from '#renderer/ui/useRowWindow.ts'
import type { Relation, TimelineLane } from '#shared/model.ts'
import styles from './Lane.module.css'
import { LaneMarks, Moving, optionId, useDrawn } from './LaneMarks.tsx'
import type { LaneItem, LaneLayout } from './layout.ts'
import { rowHeight } from './MarkItem.tsx'
import { positionOf, type Tick } from './scale.ts'
import type { ViewStore } from './useViewStore.ts'

export interface LaneProps {
  lane: TimelineLane
  count: number
  isFolded: boolean
  layout: LaneLayout
  store: ViewStore
  origin: number
  activeKey: string | null
  selectedId: string | null
  bearing: ReadonlyMap<string, Relation[]> | null
  onActivate(lane: TimelineLane, item: LaneItem): void
  onOpen(lane: TimelineLane, item: LaneItem): void
}

export function laneId(lane: TimelineLane): string {
  return `timeline-${lane}`
}

/** One lane: its name, which folds it, and its marks, which are one stop of the Tab key. */
export const Lane = memo(function Lane(props: LaneProps) {
  const { lane, count, isFolded } = props
  const { t } = useTranslation('timeline')
  const Arrow = isFolded ? ChevronRight : ChevronDown
  return (
    <section className={styles.lane} data-folded={isFolded || undefined} aria-label={t(lane)}>
      <h2 className={styles.head}>
        <button
          type="button"
          aria-expanded={!isFolded}
          className={styles.fold}
          onClick={() => toggleLane(lane)}
        >
          <Arrow size={14} aria-hidden />
          {t(lane)} <span className={styles.count}>{count}</span>
        </button>
      </h2>
      {isFolded ? (
        <div className={styles.folded} />
      ) : count === 0 ? (
        <p className={styles.none}>{t(`none.${lane}`)}</p>
      ) : (
        <Rows {...props} />
      )}
    </section>
  )
})

function Rows(props: LaneProps) {
  const { lane, layout, store, origin, activeKey } = props
  const { t } = useTranslation('timeline')
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useRowWindow(scroller, layout.rows, rowHeight)
  const drawn = useDrawn(store, origin)
  const id = laneId(lane)
  const active = layout.items.find(({ key }) => key === activeKey)
  useShownRow(scroller, active)
  const itemAt = (target: EventTarget): LaneItem | undefined => {
    const key = target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset.key : undefined
    return layout.items.find((item) => item.key === key)
  }
  return (
    <div ref={scroller} className={styles.scroller} data-scroller>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the lanes hear the keys together, for they walk between lanes */}
      <div
        role="listbox"
        id={id}
        // Its rows stand above each other in time's order from left to right.
        aria-orientation="horizontal"
        aria-label={t(lane)}
        aria-activedescendant={active ? optionId(id, active.key) : undefined}
        tabIndex={0}
        data-lane={lane}
        className={styles.marks}
        style={{ height: Math.max(1, layout.rows) * rowHeight }}
        onClick={(event) => {
          const item = itemAt(event.target)
          if (item) props.onActivate(lane, item)
        }}
        onDoubleClick={(event) => {
          const item = itemAt(event.target)
          if (item?.kind === 'mark') props.onOpen(lane, item)
        }}
      >
        <Moving store={store} origin={origin} base={drawn.base} pinned>
          <LaneMarks
            laneId={id}
            items={layout.items}
            drawn={drawn}
            firstRow={rows.first}
            lastRow={rows.last}
            activeKey={activeKey}
            selectedId={props.selectedId}
            bearing={props.bearing}
          />
        </Moving>
      </div>
    </div>
  )
}

/** Scrolls the lane to the row of what the keys walked to. */
function useShownRow(scroller: RefObject<HTMLElement | null>, active: LaneItem | undefined): void {
  const row = active?.row
  const key = active?.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item in the same row is shown, too
  useEffect(() => {
    if (scroller.current && row !== undefined) showRow(scroller.current, row, rowHeight)
  }, [scroller, row, key])
}

/** Lines through all lanes where the axis has its ticks. */
export function Grid({ ticks, store, origin }: { ticks: readonly Tick[]; store: ViewStore; origin: number }) {
  const drawn = useDrawn(store, origin)
  const daysPerPixel = store.getState().daysPerPixel
  return (
    <div className={styles.grid} aria-hidden>
      <Moving store={store} origin={origin} base={drawn.base}>
        {ticks.map(({ day }) => (
          <span
            key={day}
            className={styles.gridLine}
            style={{ left: positionOf(day, { start: origin, end: origin + daysPerPixel }, 1) - drawn.base }}
          />
        ))}
      </Moving>
    </div>
  )
}
