import i18next from 'i18next'
import type { CslDate, SourceMetadata } from '#shared/model.ts'

type Length = 'long' | 'short' | 'shortWithYear'

/** By how much of the date is known: the year, the month too, the day too. */
const formats: Record<Length, Intl.DateTimeFormatOptions[]> = {
  long: [
    { year: 'numeric' },
    { year: 'numeric', month: 'long' },
    { year: 'numeric', month: 'long', day: 'numeric' },
  ],
  short: [{ year: 'numeric' }, { month: 'short' }, { month: 'short', day: 'numeric' }],
  shortWithYear: [
    { year: 'numeric' },
    { year: 'numeric', month: 'short' },
    { year: 'numeric', month: 'short', day: 'numeric' },
  ],
}

/** Making one takes longer than all that it writes afterwards. */
const made = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: string, length: Length, known: number, isBc: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${length} ${known} ${isBc}`
  const found = made.get(key)
  if (found) return found
  const options = { ...formats[length][known], ...(isBc && { era: 'short' as const }), timeZone: 'UTC' }
  const format = new Intl.DateTimeFormat(locale, options)
  made.set(key, format)
  return format
}

/**
 * A date of one to three parts (year, month from 1, day) in the reader's language; what is not known is not named.
 * Empty where there is no year. A `short` date leaves the year out when it has a month.
 */
export function formatPartialDate(
  parts: readonly number[] | undefined,
  locale: string,
  length: Length = 'long',
): string {
  const [year, month = 1, day = 1] = parts ?? []
  if (year === undefined) return ''
  const date = new Date(0)
  // CSL has no year 0: -1 is the year before 1.
  date.setUTCFullYear(year < 0 ? year + 1 : year, month - 1, day)
  return formatOf(locale, length, Math.min(parts?.length ?? 1, 3) - 1, year < 0).format(date)
}

/**
 * A date in words: `23 May 2025`, `about 1943`, `1941 – 1943`, `spring 2025`. `spoken` leaves nothing to signs, and says
 * what is not known: `May 2025, day not known`. Empty where there is none.
 */
export function formatDate(
  date: CslDate | undefined,
  locale: string,
  length: 'long' | 'shortWithYear' | 'spoken' = 'long',
): string {
  const [first, last] = date?.['date-parts'] ?? []
  if (date === undefined) return ''
  if (first === undefined) return date.literal ? i18next.t('dates:words', { words: date.literal }) : ''
  const isSpoken = length === 'spoken'
  const point = (parts: readonly number[]) => formatPartialDate(parts, locale, isSpoken ? 'long' : length)
  const about = length === 'shortWithYear' ? 'dates:aboutShort' : 'dates:about'
  const withAbout = (words: string): string => (date.circa ? i18next.t(about, { date: words }) : words)
  if (last === undefined) return withAbout(onePoint(date, first, point, isSpoken))
  // “about between” is no English.
  if (isSpoken) return range(first, last, (parts) => withAbout(point(parts)), true)
  return withAbout(range(first, last, point, false))
}

type Point = (parts: readonly number[]) => string

function onePoint(date: CslDate, parts: readonly number[], point: Point, isSpoken: boolean): string {
  if (date.season !== undefined && parts.length === 1) {
    return i18next.t(`dates:season.${date.season}`, { year: point(parts) })
  }
  const words = point(parts)
  if (!isSpoken || date.circa || parts.length === 3) return words
  return i18next.t(parts.length === 2 ? 'dates:dayNotKnown' : 'dates:monthNotKnown', { date: words })
}

function range(first: readonly number[], last: readonly number[], point: Point, isSpoken: boolean): string {
  const from = point(first)
  if (last[0] === 0) return i18next.t(isSpoken ? 'dates:sinceSpoken' : 'dates:since', { date: from })
  return i18next.t(isSpoken ? 'dates:between' : 'dates:range', { from, to: point(last) })
}

/** Where a source appeared: its periodical or site, else its publisher; empty where neither is known. */
export function publisherOf(metadata: SourceMetadata): string {
  return metadata['container-title'] ?? metadata.publisher ?? ''
}

/** The day, month or year of publication in words; empty where it is not known. */
export function publishedOn(metadata: SourceMetadata, locale: string): string {
  return formatDate(metadata.issued, locale)
}

/** Publisher and publication date, as far as they are known: `Mercury Gazette · 23 May 2025`. */
export function sourceByline(metadata: SourceMetadata, locale: string): string {
  return [publisherOf(metadata), publishedOn(metadata, locale)].filter(Boolean).join(' · ')
}
