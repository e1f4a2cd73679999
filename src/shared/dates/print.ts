import type { CslDate } from '../model.ts'

/** A date as EDTF, as `readDate` reads it: `2025-05`, `1941/1943`, `1943~`, `2025-21`, `1941/..`; words in quotation marks. Empty where there is none. */
export function dateToEdtf(date: CslDate | undefined): string {
  const [first, last] = date?.['date-parts'] ?? []
  if (date === undefined) return ''
  if (first === undefined) return date.literal ? `"${date.literal}"` : ''
  const circa = date.circa ? '~' : ''
  if (last === undefined) {
    const season = first.length === 1 && date.season !== undefined ? `-${20 + date.season}` : ''
    return `${written(first)}${season}${circa}`
  }
  const end = last[0] === 0 ? '..' : `${written(last)}${circa}`
  return `${written(first)}${circa}/${end}`
}

/** As much of a date as ISO 8601 itself can say: `2025`, `2025-05-23`, `1941/1943`; of a season its year. Undefined of words. */
export function plainDate(date: CslDate | undefined): string | undefined {
  const [first, last] = date?.['date-parts'] ?? []
  if (first === undefined) return undefined
  if (last === undefined) return written(first)
  return `${written(first)}/${last[0] === 0 ? '..' : written(last)}`
}

function written([year = 0, ...rest]: readonly number[]): string {
  const counted = year < 0 ? year + 1 : year
  const digits = String(Math.abs(counted)).padStart(4, '0')
  const parts = rest.map((part) => String(part).padStart(2, '0'))
  return [`${counted < 0 ? '-' : ''}${digits}`, ...parts].join('-')
}
