import { useTranslation } from 'react-i18next'
import { formatPartialDate } from '#renderer/objects/dates.ts'
import { type Drawing, ViewExport } from '#renderer/objects/viewExport/index.ts'
import { useTimelinePlace } from '#renderer/state/timelinePlace.ts'
import { timelineLanes } from '#shared/model.ts'
import { timeInSight } from './Axis.tsx'
import { drawTimeline } from './drawing.ts'
import { leftOf } from './LaneMarks.tsx'
import { lightPalette } from './palette.ts'
import { ticksFor } from './scale.ts'
import { TimelineSheet } from './TimelineSheet.tsx'
import { type TimelineWords, timelineRows, timelineToCsv } from './table.ts'
import type { TimelineBarProps } from './timelineBarProps.ts'
import { inSight } from './viewport.ts'

/** The timeline as it stands, to be taken elsewhere: the drawing of the time in sight, or a table of all dates. */
export function TimelineExport({ data, marks, layouts, store, origin }: TimelineBarProps) {
  const { t, i18n } = useTranslation('timeline')
  const folded = useTimelinePlace((state) => state.folded)
  const { claim, entries, bearing } = data
  const words: TimelineWords = {
    head: {
      lane: t('column.lane'),
      date: t('column.date'),
      earliest: t('column.earliest'),
      latest: t('column.latest'),
      title: t('column.title'),
      publisher: t('column.publisher'),
      relation: t('column.relation', { number: claim?.number ?? '' }),
    },
    lane: (lane) => t(lane),
  }
  const title = claim ? t('titleOfClaim', { number: claim.number, statement: claim.statement }) : t('label')
  const rows = () => timelineRows(entries, marks, folded, bearing)
  const svg = (): Drawing => {
    const view = store.getState()
    const seen = timeInSight(view, i18n.language, (from, to) => t('fromTo', { from, to }))
    const left = leftOf(view, origin)
    const ticks = ticksFor(inSight(view), view.width).map((tick, at, all) => {
      const isNewYear = tick.parts[0] !== all[at - 1]?.parts[0]
      const label = formatPartialDate(tick.parts, i18n.language, isNewYear ? 'shortWithYear' : 'short')
      return { x: (tick.day - view.start) / view.daysPerPixel, label, isNewYear }
    })
    const lanes = timelineLanes
      .filter((lane) => !folded.includes(lane))
      .map((lane) => ({ name: t(lane), count: marks[lane].length, ...layouts.current[lane] }))
    const legend = [t('hint')]
    const drawing = { title, subtitle: seen, width: view.width, left, ticks, lanes, bearing, legend }
    return { svg: drawTimeline({ ...drawing, palette: lightPalette() }), description: `${title}, ${seen}` }
  }
  return (
    <ViewExport
      fileName={t('fileName')}
      title={title}
      isEmpty={entries.length === 0}
      csv={() => timelineToCsv(rows(), words, claim !== null)}
      svg={svg}
      sheet={() => (
        <TimelineSheet drawing={svg()} rows={rows()} words={words} withRelation={claim !== null} />
      )}
    />
  )
}
