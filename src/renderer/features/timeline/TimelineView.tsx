import { CalendarDays } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSize } from '#renderer/objects/useSize.ts'
import { EmptyState } from '#renderer/ui/index.ts'
import { timelineLanes } from '#shared/model.ts'
import { FirstSaid } from './FirstSaid.tsx'
import { Lanes } from './Lanes.tsx'
import { noLayouts } from './layout.ts'
import { type LaneMarks, marksOf, undatedOf } from './marks.ts'
import { SelectedSource } from './SelectedSource.tsx'
import { type DaySpan, domainOf } from './scale.ts'
import { TimelineBar } from './TimelineBar.tsx'
import styles from './TimelineView.module.css'
import { Undated } from './Undated.tsx'
import { type TimelineData, useTimeline } from './useTimeline.ts'
import { useViewStore } from './useViewStore.ts'

/** When sources were published, what they tell of happened, and when they were captured; and who said a claim first. */
export function TimelineView() {
  const { t } = useTranslation('timeline')
  const data = useTimeline()
  if (!data) return null
  if (data.all === 0) {
    return <EmptyState icon={CalendarDays} title={t('emptyTitle')} text={t('emptyText')} />
  }
  return <LoadedTimeline data={data} />
}

function LoadedTimeline({ data }: { data: TimelineData }) {
  const { t } = useTranslation('timeline')
  const { entries, bearing, claim } = data
  const marks = useMemo(() => marksOf(entries), [entries])
  const undated = useMemo(() => undatedOf(entries), [entries])
  const domain = useDomain(marks)
  const plot = useRef<HTMLDivElement>(null)
  const size = useSize(plot)
  const store = useViewStore(domain, size?.width ?? null)
  const origin = Math.floor(domain.start)
  // What the lanes show now, for the bar to ask when a button is pressed: it need not follow every step of a zoom.
  const layouts = useRef(noLayouts)
  return (
    <div className={styles.view}>
      <TimelineBar
        data={data}
        marks={marks}
        layouts={layouts}
        store={store}
        domain={domain}
        origin={origin}
      />
      <div className={styles.body}>
        <div className={styles.lanes}>
          {entries.length === 0 ? (
            <EmptyState title={t('noneShown')} />
          ) : (
            <>
              <Lanes
                marks={marks}
                shown={layouts}
                store={store}
                domain={domain}
                origin={origin}
                bearing={bearing}
                plot={plot}
              />
              <SelectedSource entries={entries} />
              <Undated undated={undated} bearing={bearing} />
            </>
          )}
        </div>
        {claim && <FirstSaid key={claim.id} claim={claim} />}
      </div>
    </div>
  )
}

/** A notebook without a single date still has a line to show: this year's. */
function useDomain(marks: LaneMarks): DaySpan {
  return useMemo(() => {
    const spans = timelineLanes.flatMap((lane) =>
      marks[lane].map(({ bounds }) => ({ start: bounds.earliest, end: bounds.latest })),
    )
    const today = Math.floor(Date.now() / 86_400_000)
    return domainOf(spans) ?? { start: today - 183, end: today + 183 }
  }, [marks])
}
