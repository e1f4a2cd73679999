import type { CslDate } from '../model.ts'

/**
 * The days that a date may mean, in whole UTC days since 1970-01-01, half-open. `from` to `to` is what it names;
 * `earliest` to `latest` is all that it leaves possible: more than it names where it says “about” or a season, and without
 * end where it has none. A reader may rely on the day lying within `earliest` and `latest`, on nothing more.
 */
export interface Bounds {
  earliest: number
  from: number
  to: number
  latest: number
}

const msPerDay = 86_400_000

/** How many of the units it names last a date with “about” may be off by, to either side: five years of `c. 1943`. */
const about = 5

/** The day number of a date of the proleptic Gregorian calendar; `year` is astronomical, `month` counts from 1 and may overflow. */
export function dayNumber(year: number, month = 1, day = 1): number {
  const date = new Date(0)
  // Date.UTC would read the years 0-99 as 1900-1999.
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / msPerDay)
}

/** The days that one to three date parts (CSL's year, month, day) may mean, or null where they are no date. */
export function spanOfParts(parts: readonly number[]): { start: number; end: number } | null {
  const [written, month, day] = parts
  if (written === undefined || !Number.isInteger(written) || written === 0) return null
  const year = astronomical(written)
  if (Math.abs(year) > 200_000) return null
  if (month === undefined) return { start: dayNumber(year), end: dayNumber(year + 1) }
  if (month < 1 || month > 12) return null
  if (day === undefined) return { start: dayNumber(year, month), end: dayNumber(year, month + 1) }
  const start = dayNumber(year, month, day)
  if (day < 1 || start >= dayNumber(year, month + 1)) return null
  return { start, end: start + 1 }
}

/** What a date may mean; null where it is words, or no date at all. */
export function boundsOf(date: CslDate | undefined): Bounds | null {
  const [first, last] = date?.['date-parts'] ?? []
  if (date === undefined || first === undefined) return null
  const season = last === undefined && first.length === 1 ? date.season : undefined
  if (season !== undefined) return boundsOfSeason(first, season, date.circa ?? false)
  const start = spanOfParts(first)
  const isOpen = last?.[0] === 0
  const end = last === undefined ? start : isOpen ? null : spanOfParts(last)
  if (start === null || (end === null && !isOpen)) return null
  if (end !== null && end.end <= start.start) return null
  const to = end?.end ?? Number.POSITIVE_INFINITY
  if (!date.circa) return { earliest: start.start, from: start.start, to, latest: to }
  return {
    earliest: moved(start.start, first.length, -about),
    from: start.start,
    to,
    latest: end === null ? to : moved(end.end, (last ?? first).length, about),
  }
}

/**
 * A season is drawn as the north has it. Which half of the earth it was written on is not known, nor which of two years a
 * winter belongs to, nor a summer of the south: all of that stays possible.
 */
function boundsOfSeason(parts: readonly number[], season: number, circa: boolean): Bounds | null {
  const [written] = parts
  if (written === undefined || written === 0 || !Number.isInteger(season) || season < 1 || season > 4)
    return null
  const year = astronomical(written)
  const from = dayNumber(year, season * 3)
  const to = dayNumber(year, season * 3 + 3)
  const isOfTwoYears = season === 2 || season === 4
  const earliest = isOfTwoYears ? dayNumber(year - 1, 12) : dayNumber(year)
  const latest = dayNumber(year + 1, isOfTwoYears ? 4 : 1)
  if (!circa) return { earliest, from, to, latest }
  return { earliest: moved(earliest, 2, -about), from, to, latest: moved(latest, 2, about) }
}

/** A day moved by years, months or days, as 1, 2 or 3 parts were named. */
function moved(day: number, parts: number, by: number): number {
  if (parts >= 3) return day + by
  const date = new Date(day * msPerDay)
  const [years, months] = parts === 1 ? [by, 0] : [0, by]
  return dayNumber(date.getUTCFullYear() + years, date.getUTCMonth() + 1 + months, date.getUTCDate())
}

function astronomical(year: number): number {
  return year < 0 ? year + 1 : year
}
