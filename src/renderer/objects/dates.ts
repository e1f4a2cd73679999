import type { SourceMetadata } from '#shared/model.ts'

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
  date.setUTCFullYear(year, month - 1, day)
  const known = Math.min(parts?.length ?? 1, 3) - 1
  return new Intl.DateTimeFormat(locale, { ...formats[length][known], timeZone: 'UTC' }).format(date)
}

/** Where a source appeared: its periodical or site, else its publisher; empty where neither is known. */
export function publisherOf(metadata: SourceMetadata): string {
  return metadata['container-title'] ?? metadata.publisher ?? ''
}

/** The day, month or year of publication in words; empty where it is not known. */
export function publishedOn(metadata: SourceMetadata, locale: string): string {
  return formatPartialDate(metadata.issued?.['date-parts'][0], locale)
}

/** Publisher and publication date, as far as they are known: `Mercury Gazette · 23 May 2025`. */
export function sourceByline(metadata: SourceMetadata, locale: string): string {
  return [publisherOf(metadata), publishedOn(metadata, locale)].filter(Boolean).join(' · ')
}
