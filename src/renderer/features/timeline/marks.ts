import { type Bounds, boundsOf } from '#shared/dates/index.ts'
import { type CslDate, type TimelineEntry, type TimelineLane, timelineLanes } from '#shared/model.ts'

/** One date of one source, with a place on a lane. */
export interface Mark {
  sourceId: string
  title: string
  publisher: string
  date: CslDate
  bounds: Bounds
}

export type LaneMarks = Record<TimelineLane, Mark[]>

/** The marks of every lane, the earliest first. What is no date has none. */
export function marksOf(entries: readonly TimelineEntry[]): LaneMarks {
  const lanes: LaneMarks = { published: [], event: [], captured: [] }
  for (const { id, title, publisher, dates } of entries) {
    for (const lane of timelineLanes) {
      const date = dates[lane]
      const bounds = boundsOf(date)
      if (date && bounds) lanes[lane].push({ sourceId: id, title, publisher, date, bounds })
    }
  }
  for (const lane of timelineLanes) lanes[lane].sort(byTime)
  return lanes
}

function byTime(a: Mark, b: Mark): number {
  return a.bounds.from - b.bounds.from || a.bounds.to - b.bounds.to || (a.title < b.title ? -1 : 1)
}

/** The sources that have no place on the lane of publications, with the words that stand instead of a date. */
export function undatedOf(entries: readonly TimelineEntry[]): { entry: TimelineEntry; words: string }[] {
  return entries.flatMap((entry) =>
    boundsOf(entry.dates.published) === null ? [{ entry, words: entry.dates.published?.literal ?? '' }] : [],
  )
}
