import { type KeyboardEvent, memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { formatPartialDate } from '#renderer/objects/dates.ts'
import styles from './Lane.module.css'
import { type Drawn, Moving, useDrawn } from './LaneMarks.tsx'
import { type DaySpan, partsOfDay, type Tick, ticksFor } from './scale.ts'
import type { ViewStore } from './useViewStore.ts'
import { inSight, panned, type Viewport } from './viewport.ts'

/** The ticks of what is drawn of the line. */
export function useTicks(store: ViewStore, origin: number, drawn: Drawn): Tick[] {
  const daysPerPixel = useStore(store, (view) => view.daysPerPixel)
  return useMemo(() => {
    const span = { start: origin + drawn.from * daysPerPixel, end: origin + drawn.to * daysPerPixel }
    return ticksFor(span, drawn.to - drawn.from)
  }, [origin, drawn, daysPerPixel])
}

/** The line of time with its dates. It has the focus to move along with the arrow keys. */
export function Axis({ store, origin, domain }: { store: ViewStore; origin: number; domain: DaySpan }) {
  const { t } = useTranslation('timeline')
  const drawn = useDrawn(store, origin)
  const ticks = useTicks(store, origin, drawn)
  const middle = useStore(store, ({ start, width, daysPerPixel }) =>
    Math.round(start + (width * daysPerPixel) / 2),
  )
  const words = useTimeInSight(store)
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -0.1, ArrowRight: 0.1, PageUp: -0.8, PageDown: 0.8 }[event.key]
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    const view = store.getState()
    store.setState(panned(view, view.width * by, domain))
  }
  return (
    <div
      className={styles.axis}
      role="slider"
      tabIndex={0}
      aria-label={t('axis')}
      aria-valuemin={Math.floor(domain.start)}
      aria-valuemax={Math.ceil(domain.end)}
      aria-valuenow={Math.min(Math.ceil(domain.end), Math.max(Math.floor(domain.start), middle))}
      aria-valuetext={words}
      onKeyDown={onKeyDown}
    >
      <Ticks ticks={ticks} store={store} origin={origin} base={drawn.base} />
    </div>
  )
}

const Ticks = memo(function Ticks(props: {
  ticks: readonly Tick[]
  store: ViewStore
  origin: number
  base: number
}) {
  const { ticks, store, origin, base } = props
  const { i18n } = useTranslation('timeline')
  const daysPerPixel = useStore(store, (view) => view.daysPerPixel)
  return (
    <Moving store={store} origin={origin} base={base}>
      {ticks.map((tick, at) => {
        const isNewYear = tick.parts[0] !== ticks[at - 1]?.parts[0]
        return (
          <span
            key={tick.day}
            className={styles.tick}
            data-year={isNewYear || undefined}
            style={{ left: (tick.day - origin) / daysPerPixel - base }}
          >
            {formatPartialDate(tick.parts, i18n.language, isNewYear ? 'shortWithYear' : 'short')}
          </span>
        )
      })}
    </Moving>
  )
})

/** The time in sight in words, for those who see the line. */
export function TimeInSight({ store, className }: { store: ViewStore; className: string | undefined }) {
  return <span className={className}>{useTimeInSight(store)}</span>
}

function useTimeInSight(store: ViewStore): string {
  const { i18n, t } = useTranslation('timeline')
  return useStore(store, (view) => timeInSight(view, i18n.language, (from, to) => t('fromTo', { from, to })))
}

/** The time in sight in words: as finely as it makes sense at this scale. */
export function timeInSight(
  view: Viewport,
  locale: string,
  range: (from: string, to: string) => string,
): string {
  const { start, end } = inSight(view)
  const parts = end - start > 365 * 8 ? 1 : end - start > 120 ? 2 : 3
  const text = (day: number): string =>
    formatPartialDate(partsOfDay(day).slice(0, parts), locale, 'shortWithYear')
  const [from, to] = [text(start), text(end)]
  return from === to ? from : range(from, to)
}
