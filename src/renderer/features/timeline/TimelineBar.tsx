import { Crosshair, Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useCommand } from '#renderer/commands/registry.ts'
import { ClaimFilterBar } from '#renderer/objects/ClaimFilterBar.tsx'
import { toggleCount, useTimelinePlace } from '#renderer/state/timelinePlace.ts'
import { useWindow } from '#renderer/state/window.ts'
import { IconButton } from '#renderer/ui/index.ts'
import { timelineLanes } from '#shared/model.ts'
import { TimeInSight } from './Axis.tsx'
import { ClaimPicker } from './ClaimPicker.tsx'
import type { Layouts } from './layout.ts'
import type { LaneMarks } from './marks.ts'
import type { DaySpan } from './scale.ts'
import { TimelineExport } from './TimelineExport.tsx'
import styles from './TimelineView.module.css'
import type { TimelineBarProps } from './timelineBarProps.ts'
import type { ViewStore } from './useViewStore.ts'
import { canZoom, closeTo, fitted, showing, zoomed } from './viewport.ts'
import { itemOf } from './walking.ts'

/** What is shown, how closely, and the ways out of the view. */
export function TimelineBar(props: TimelineBarProps) {
  const { data } = props
  return (
    <header className={styles.bar}>
      <ClaimFilterBar className={styles.filter ?? ''} />
      <ClaimPicker claims={data.claims} claim={data.claim} />
      <Zoom {...props} />
      <TimelineExport {...props} />
    </header>
  )
}

function Zoom({ marks, layouts, store, domain }: TimelineBarProps) {
  const { t } = useTranslation('timeline')
  const { closer, further } = useZoomable(store, domain)
  const zoom = (factor: number) => (): void => {
    const view = store.getState()
    store.setState(zoomed(view, factor, view.width / 2, domain))
  }
  const fit = (): void => store.setState(fitted(domain, store.getState().width))
  const reveal = useReveal(marks, layouts, store, domain)
  useCommand('timeline.zoomIn', zoom(2), { enabled: closer })
  useCommand('timeline.zoomOut', zoom(0.5), { enabled: further })
  useCommand('timeline.fit', fit)
  useCommand('timeline.reveal', () => reveal?.(), { enabled: reveal !== null })
  return (
    <div className={styles.zoom} role="toolbar" aria-label={t('zoom')}>
      <TimeInSight store={store} className={styles.time} />
      <IconButton icon={ZoomOut} label={t('zoomOut')} keys="-" isDisabled={!further} onPress={zoom(0.5)} />
      <IconButton icon={ZoomIn} label={t('zoomIn')} keys="+" isDisabled={!closer} onPress={zoom(2)} />
      <IconButton icon={Maximize2} label={t('fit')} keys="0" onPress={fit} />
      <IconButton
        icon={Crosshair}
        label={t('reveal')}
        isDisabled={reveal === null}
        onPress={() => reveal?.()}
      />
    </div>
  )
}

function useZoomable(store: ViewStore, domain: DaySpan): { closer: boolean; further: boolean } {
  const closer = useStore(store, (view) => canZoom(view, domain).closer)
  const further = useStore(store, (view) => canZoom(view, domain).further)
  return { closer, further }
}

/** Moves the selected source into sight, and out of the count it is hidden in; null where it has no place on a lane. */
function useReveal(
  marks: LaneMarks,
  layouts: RefObject<Layouts>,
  store: ViewStore,
  domain: DaySpan,
): (() => void) | null {
  const selection = useWindow((state) => state.selection)
  if (selection?.kind !== 'source') return null
  const { id } = selection
  const lane = timelineLanes.find((each) => marks[each].some(({ sourceId }) => sourceId === id))
  if (lane === undefined) return null
  return () => {
    const item = itemOf(layouts.current[lane], id)
    if (!item) return
    useTimelinePlace.setState(({ folded }) => ({ folded: folded.filter((other) => other !== lane) }))
    const span = { start: item.from, end: item.to }
    const view = store.getState()
    if (item.kind === 'count' && !item.same) store.setState(closeTo(span, view.width, domain))
    else store.setState(showing(view, span, domain))
    if (item.kind === 'count' && item.same && !item.unfolded) toggleCount(item.key)
  }
}
