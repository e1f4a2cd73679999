import { useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPartialDate } from '#renderer/objects/dates.ts'
import { useSize } from '#renderer/objects/useSize.ts'
import type { TimelineEntry } from '#shared/model.ts'
import { Lane } from './Lane.tsx'
import { type DaySpan, domainOf, positionOf, spanOfDate, type Tick, ticksFor } from './scale.ts'
import styles from './TimelineView.module.css'

const laneNames = ['published', 'event', 'captured'] as const
/** Room left of the line for the lanes' names, and right of it for the last label; in px, as in the style sheet. */
const headWidth = 104
const tailWidth = 240

/** The lanes under one axis. They scroll sideways together when zoomed; what was in the middle stays there. */
export function Lanes({ entries, zoom }: { entries: TimelineEntry[]; zoom: number }) {
  const { t } = useTranslation('timeline')
  const scroller = useRef<HTMLElement>(null)
  const size = useSize(scroller)
  const domain = useMemo(() => domainOf(entries.flatMap(({ date }) => spanOfDate(date) ?? [])), [entries])
  const width = Math.max(320, (size?.width ?? 960) - headWidth - tailWidth) * zoom
  useSteadyMiddle(scroller, width)
  if (!domain) return null
  const ticks = ticksFor(domain, width)
  return (
    <section ref={scroller} className={styles.lanes} aria-label={t('label')}>
      <div className={styles.sheet} style={{ width: headWidth + width + tailWidth }}>
        <Axis ticks={ticks} domain={domain} width={width} />
        {laneNames.map((lane) => (
          <Lane
            key={lane}
            lane={lane}
            entries={entries.filter((entry) => entry.lane === lane)}
            ticks={ticks}
            domain={domain}
            width={width}
          />
        ))}
      </div>
    </section>
  )
}

function Axis({ ticks, domain, width }: { ticks: Tick[]; domain: DaySpan; width: number }) {
  const { i18n } = useTranslation('timeline')
  return (
    <div className={styles.axis} aria-hidden>
      <span className={styles.laneHead} />
      {ticks.map((tick, i) => {
        const newYear = tick.parts[0] !== ticks[i - 1]?.parts[0]
        return (
          <span
            key={tick.day}
            className={styles.tick}
            data-year={newYear || undefined}
            style={{ left: headWidth + positionOf(tick.day, domain, width) }}
          >
            {formatPartialDate(tick.parts, i18n.language, newYear ? 'shortWithYear' : 'short')}
          </span>
        )
      })}
    </div>
  )
}

/** Keeps the day in the middle of the view there when the line grows or shrinks. */
function useSteadyMiddle(scroller: { current: HTMLElement | null }, width: number): void {
  const before = useRef(width)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || before.current === width) return
    const middle = element.scrollLeft + element.clientWidth / 2 - headWidth
    element.scrollLeft = (middle / before.current) * width - element.clientWidth / 2 + headWidth
    before.current = width
  }, [scroller, width])
}
