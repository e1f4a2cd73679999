import type { CslDate } from '#shared/model.ts'

const written = /^(\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/

/** Reads `2025`, `2025-05` or `2025-05-23`; null for anything else, such as the 31st of April. */
export function parsePartialDate(text: string): CslDate | null {
  const found = written.exec(text.trim())
  if (!found) return null
  const parts = found.slice(1).filter(Boolean).map(Number)
  const [year = 0, month = 1, day = 1] = parts
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return { 'date-parts': [parts] }
}

/** Writes the date's first point as `parsePartialDate` reads it, as precisely as it is known and no more. */
export function formatPartialDate(date: CslDate | undefined): string {
  const [year, ...rest] = date?.['date-parts'][0] ?? []
  if (year === undefined) return ''
  const parts = [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))]
  return parts.join('-')
}

/** A number that sorts dates, an unknown month before any known one. Undated sorts first. */
export function dateOrder(date: CslDate | undefined): number {
  const [year, month = 0, day = 0] = date?.['date-parts'][0] ?? []
  return year === undefined ? Number.NEGATIVE_INFINITY : year * 10_000 + month * 100 + day
}

function daysIn(year: number, month: number): number {
  const last = new Date(Date.UTC(2000, month, 0))
  last.setUTCFullYear(year, month, 0)
  return last.getUTCDate()
}
