import { dayNumber } from '#shared/dates/index.ts'

/** Dates on a line. Everything counts in whole UTC days since 1970-01-01; a partial date is a span of days, half-open. */
export interface DaySpan {
  start: number
  end: number
}

const msPerDay = 86_400_000

/** The smallest span that holds all of `spans`, with air on both sides: 4%, and a day at least. What has no end does not count. */
export function domainOf(spans: readonly DaySpan[]): DaySpan | null {
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  for (const span of spans) {
    if (Number.isFinite(span.start)) start = Math.min(start, span.start)
    end = Math.max(end, Number.isFinite(span.end) ? span.end : span.start + 1)
  }
  if (start >= end) return null
  const air = Math.max(1, (end - start) * 0.04)
  return { start: start - air, end: end + air }
}

/** Where `day` stands on a line of `width` pixels that shows `domain`. */
export function positionOf(day: number, domain: DaySpan, width: number): number {
  return ((day - domain.start) / (domain.end - domain.start)) * width
}

export interface Tick {
  day: number
  /** The date parts that the label names, as CSL counts years: the coarser the ticks, the fewer. */
  parts: number[]
}

interface Step {
  unit: 'day' | 'month' | 'year'
  by: number
  /** Roughly how many days one step is. */
  days: number
}

const steps: Step[] = [
  ...[1, 2, 7, 14].map((by) => ({ unit: 'day' as const, by, days: by })),
  ...[1, 3, 6].map((by) => ({ unit: 'month' as const, by, days: by * 30.44 })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000].map((by) => ({
    unit: 'year' as const,
    by,
    days: by * 365.25,
  })),
]

/** Ticks on round dates, none closer than `minGap` pixels on a line of `width` pixels. */
export function ticksFor(domain: DaySpan, width: number, minGap = 84): Tick[] {
  const daysPerPixel = (domain.end - domain.start) / Math.max(1, width)
  const step = steps.find((candidate) => candidate.days >= daysPerPixel * minGap) ?? steps[steps.length - 1]
  if (!step) return []
  if (step.unit === 'day') return dayTicks(domain, step.by)
  return step.unit === 'month' ? monthTicks(domain, step.by) : yearTicks(domain, step.by)
}

function dayTicks(domain: DaySpan, by: number): Tick[] {
  const ticks: Tick[] = []
  // Day 4 was a Monday, so that steps of a week fall on Mondays.
  const first = Math.ceil((domain.start - 4) / by) * by + 4
  for (let day = first; day < domain.end; day += by) ticks.push({ day, parts: partsOfDay(day) })
  return ticks
}

function monthTicks(domain: DaySpan, by: number): Tick[] {
  const ticks: Tick[] = []
  const firstYear = new Date(domain.start * msPerDay).getUTCFullYear()
  for (let month = 0; ; month += by) {
    const year = firstYear + Math.floor(month / 12)
    const ofYear = (month % 12) + 1
    const day = dayNumber(year, ofYear)
    if (day >= domain.end) return ticks
    if (day >= domain.start) ticks.push({ day, parts: [asWritten(year), ofYear] })
  }
}

function yearTicks(domain: DaySpan, by: number): Tick[] {
  const ticks: Tick[] = []
  const startYear = new Date(domain.start * msPerDay).getUTCFullYear()
  for (let year = Math.floor(startYear / by) * by; ; year += by) {
    const day = dayNumber(year)
    if (day >= domain.end) return ticks
    if (day >= domain.start) ticks.push({ day, parts: [asWritten(year)] })
  }
}

/** The date parts of a day number. */
export function partsOfDay(day: number): number[] {
  const date = new Date(Math.floor(day) * msPerDay)
  return [asWritten(date.getUTCFullYear()), date.getUTCMonth() + 1, date.getUTCDate()]
}

/** Astronomers have a year 0, which everybody else calls 1 BC. */
function asWritten(year: number): number {
  return year <= 0 ? year - 1 : year
}
