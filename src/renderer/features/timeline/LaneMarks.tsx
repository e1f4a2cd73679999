import { memo, type ReactNode, useLayoutEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { Relation } from '#shared/model.ts'
import styles from './Lane.module.css'
import type { LaneItem } from './layout.ts'
import { CountItem, MarkItem } from './MarkItem.tsx'
import { useItemNames } from './useItemNames.ts'
import type { ViewStore } from './useViewStore.ts'
import type { Viewport } from './viewport.ts'

/** Pixels from the line's origin: too far from it no browser can place anything, so that layers begin every so often anew. */
const layerWidth = 400_000
/** What is drawn reaches this far beyond both edges, so that moving along the line seldom draws anything. */
const beyond = 700
const step = 400

export interface Drawn {
  base: number
  from: number
  to: number
}

/** Which pixels of the line are drawn; it changes only now and then while one moves along it. */
export function useDrawn(store: ViewStore, origin: number): Drawn {
  const first = useStore(store, (view) => Math.floor(leftOf(view, origin) / step))
  const width = useStore(store, (view) => view.width)
  return useMemo(() => {
    const from = first * step - beyond
    return {
      base: Math.floor(from / layerWidth) * layerWidth,
      from,
      to: first * step + step + width + beyond,
    }
  }, [first, width])
}

/** Where the left edge is, in pixels of the line. */
export function leftOf({ start, daysPerPixel }: Viewport, origin: number): number {
  return (start - origin) / daysPerPixel
}

/**
 * What moves along with the line. Only its place changes while one does, past React: its content is not looked at again.
 * `pinned`: its labels are told where the left edge is.
 */
export function Moving(props: {
  store: ViewStore
  origin: number
  base: number
  pinned?: boolean
  children: ReactNode
}) {
  const { store, origin, base, pinned = false } = props
  const layer = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = (view: Viewport): void => {
      const x = base - leftOf(view, origin)
      layer.current?.style.setProperty('transform', `translate3d(${x}px, 0, 0)`)
      if (pinned && layer.current) pinLabels(layer.current, -x)
    }
    place(store.getState())
    return store.subscribe(place)
  }, [store, origin, base, pinned])
  // What was drawn anew, such as at another scale, has its labels elsewhere.
  useLayoutEffect(() => {
    if (pinned && layer.current) pinLabels(layer.current, leftOf(store.getState(), origin) - base)
  })
  return (
    <div ref={layer} className={styles.moving}>
      {props.children}
    </div>
  )
}

/** Labels of bars that begin left of what is seen stand at its edge. A custom property would have every mark styled anew. */
function pinLabels(layer: HTMLElement, seen: number): void {
  for (const label of layer.querySelectorAll<HTMLElement>('[data-at]')) {
    const by = Math.min(Number(label.dataset.room), Math.max(0, seen - Number(label.dataset.at)))
    const moved = by === 0 ? '' : `translateX(${Math.round(by)}px)`
    if (label.style.transform !== moved) label.style.transform = moved
  }
}

export interface LaneMarksProps {
  laneId: string
  items: readonly LaneItem[]
  drawn: Drawn
  firstRow: number
  lastRow: number
  activeKey: string | null
  selectedId: string | null
  bearing: ReadonlyMap<string, Relation[]> | null
}

/** The marks of a lane that are in sight or near it. */
export const LaneMarks = memo(function LaneMarks(props: LaneMarksProps) {
  const { items, drawn, firstRow, lastRow, bearing, selectedId } = props
  const { base, from, to } = drawn
  const nameOf = useItemNames(bearing)
  return items.map((item) => {
    if (item.row < firstRow || item.row > lastRow || item.right < from || item.left > to) return null
    const shared = {
      id: optionId(props.laneId, item.key),
      name: nameOf(item),
      base,
      isActive: item.key === props.activeKey,
    }
    if (item.kind === 'count') {
      const isSelected = item.marks.some(({ sourceId }) => sourceId === selectedId)
      return (
        <CountItem key={item.key} {...shared} item={item} isSelected={isSelected} bears={bearing === null} />
      )
    }
    const isLong = item.outerLeft < from || item.outerRight > to
    return (
      <MarkItem
        key={item.key}
        {...shared}
        item={item}
        isSelected={item.key === selectedId}
        relations={bearing && (bearing.get(item.key) ?? none)}
        from={isLong ? from : Number.NEGATIVE_INFINITY}
        to={isLong ? to : Number.POSITIVE_INFINITY}
      />
    )
  })
})

const none: Relation[] = []

export function optionId(laneId: string, key: string): string {
  return `${laneId}-${key.replace(/[^\w-]/g, '_')}`
}
