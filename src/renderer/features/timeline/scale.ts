/**
 * Dates on a line. Everything counts in whole UTC days since 1970-01-01; a partial date is a span of days, half-open:
 * 2025 is [1 January 2025, 1 January 2026).
 */
export interface DaySpan {
  start: number
  end: number
}

const msPerDay = 86_400_000

/** The day number of a date of the proleptic Gregorian calendar; `month` counts from 1 and may overflow the year. */
export function dayNumber(year: number, month = 1, day = 1): number {
  const date = new Date(0)
  // Date.UTC would read the years 0-99 as 1900-1999.
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / msPerDay)
}

/** The days that one to three date parts (year, month, day) may mean, or null where they are no date. */
export function spanOfDate(parts: readonly number[]): DaySpan | null {
  const [year, month, day] = parts
  if (year === undefined || !Number.isInteger(year) || Math.abs(year) > 200_000) return null
  if (month === undefined) return { start: dayNumber(year), end: dayNumber(year + 1) }
  if (month < 1 || month > 12) return null
  if (day === undefined) return { start: dayNumber(year, month), end: dayNumber(year, month + 1) }
  const start = dayNumber(year, month, day)
  if (day < 1 || start >= dayNumber(year, month + 1)) return null
  return { start, end: start + 1 }
}

/** The smallest span that holds all of `spans`, with air on both sides: 4%, and a day at least. */
export function domainOf(spans: readonly DaySpan[]): DaySpan | null {
  if (spans.length === 0) return null
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  for (const span of spans) {
    start = Math.min(start, span.start)
    end = Math.max(end, span.end)
  }
  const air = Math.max(1, (end - start) * 0.04)
  return { start: start - air, end: end + air }
}

/** Where `day` stands on a line of `width` pixels that shows `domain`. */
export function positionOf(day: number, domain: DaySpan, width: number): number {
  return ((day - domain.start) / (domain.end - domain.start)) * width
}

export interface Tick {
  day: number
  /** The date parts that the label names: the coarser the ticks, the fewer. */
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
  for (let day = first; day < domain.end; day += by) {
    const date = new Date(day * msPerDay)
    ticks.push({ day, parts: [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] })
  }
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
    if (day >= domain.start) ticks.push({ day, parts: [year, ofYear] })
  }
}

function yearTicks(domain: DaySpan, by: number): Tick[] {
  const ticks: Tick[] = []
  const startYear = new Date(domain.start * msPerDay).getUTCFullYear()
  for (let year = Math.floor(startYear / by) * by; ; year += by) {
    const day = dayNumber(year)
    if (day >= domain.end) return ticks
    if (day >= domain.start) ticks.push({ day, parts: [year] })
  }
}

export interface Placed<Item> {
  item: Item
  row: number
}

/**
 * Stacks items so that none covers another: each goes to the first row that is free where it starts.
 * `extent` gives an item's left and right edge in pixels, its label included.
 */
export function packRows<Item>(
  items: readonly Item[],
  extent: (item: Item) => { left: number; right: number },
  gap = 8,
): { placed: Placed<Item>[]; rows: number } {
  const measured = items.map((item) => ({ item, ...extent(item) })).sort((a, b) => a.left - b.left)
  const ends: number[] = []
  const placed = measured.map(({ item, left, right }) => {
    const free = ends.findIndex((end) => end + gap <= left)
    const row = free === -1 ? ends.length : free
    ends[row] = right
    return { item, row }
  })
  return { placed, rows: ends.length }
}
