import { toCsv } from '#renderer/ui/csv.ts'
import { dateToEdtf } from '#shared/dates/index.ts'
import { type Relation, type TimelineEntry, type TimelineLane, timelineLanes } from '#shared/model.ts'
import { type LaneMarks, type Mark, undatedOf } from './marks.ts'
import { partsOfDay } from './scale.ts'

export interface TimelineWords {
  head: {
    lane: string
    date: string
    earliest: string
    latest: string
    title: string
    publisher: string
    relation: string
  }
  lane: (lane: TimelineLane) => string
}

/** A row of the table: one date of one source. */
export interface TimelineRow {
  lane: TimelineLane
  /** EDTF; words that are no date in quotation marks; empty where nothing is known. */
  date: string
  /** The first and last day it may mean, as ISO 8601 has them; empty where there is none. */
  earliest: string
  latest: string
  title: string
  publisher: string
  relations: readonly Relation[]
}

/** All marks of the lanes that are not folded, by time; sources without a date of publication after those that have one. */
export function timelineRows(
  entries: readonly TimelineEntry[],
  marks: LaneMarks,
  folded: readonly TimelineLane[],
  bearing: ReadonlyMap<string, readonly Relation[]> | null,
): TimelineRow[] {
  const relationsOf = (id: string) => bearing?.get(id) ?? []
  return timelineLanes
    .filter((lane) => !folded.includes(lane))
    .flatMap((lane) => [
      ...marks[lane].map((mark) => rowOf(lane, mark, relationsOf(mark.sourceId))),
      ...(lane === 'published'
        ? undatedOf(entries).map(({ entry }) => ({
            lane,
            date: dateToEdtf(entry.dates.published),
            earliest: '',
            latest: '',
            title: entry.title,
            publisher: entry.publisher,
            relations: relationsOf(entry.id),
          }))
        : []),
    ])
}

function rowOf(lane: TimelineLane, mark: Mark, relations: readonly Relation[]): TimelineRow {
  const { earliest, latest } = mark.bounds
  return {
    lane,
    date: dateToEdtf(mark.date),
    earliest: dayText(earliest),
    latest: dayText(latest - 1),
    title: mark.title,
    publisher: mark.publisher,
    relations,
  }
}

function dayText(day: number): string {
  return Number.isFinite(day) ? dateToEdtf({ 'date-parts': [partsOfDay(day)] }) : ''
}

/** The rows as CSV, with the relation where a claim is chosen. */
export function timelineToCsv(
  rows: readonly TimelineRow[],
  words: TimelineWords,
  withRelation: boolean,
): string {
  const { head } = words
  const names = [head.lane, head.date, head.earliest, head.latest, head.title, head.publisher]
  return toCsv([
    withRelation ? [...names, head.relation] : names,
    ...rows.map((row) => {
      const cells = [words.lane(row.lane), row.date, row.earliest, row.latest, row.title, row.publisher]
      return withRelation ? [...cells, row.relations.map(({ name }) => name).join(', ')] : cells
    }),
  ])
}
