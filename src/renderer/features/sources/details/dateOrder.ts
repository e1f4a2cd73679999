import type { CslDate } from '#shared/model.ts'

/** A number that sorts dates, an unknown month before any known one. Undated sorts first. */
export function dateOrder(date: CslDate | undefined): number {
  const [year, month = 0, day = 0] = date?.['date-parts'][0] ?? []
  return year === undefined ? Number.NEGATIVE_INFINITY : year * 10_000 + month * 100 + day
}
