import { dateToEdtf } from '#shared/dates/index.ts'
import type { CslDate } from '#shared/model.ts'

/** A source's details, kept as JSON, as lines of `name: value`. What is no JSON stays as it is. */
export function detailsAsText(json: string): string {
  try {
    const details: unknown = JSON.parse(json)
    if (typeof details !== 'object' || details === null) return json
    return Object.entries(details)
      .map(([name, value]) => `${name}: ${plain(value)}`)
      .join('\n')
  } catch {
    return json
  }
}

/** Any value of CSL-JSON: a date as its parts, a name as its parts, a list with commas. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = new Map(Object.entries(value))
  if (isDate(value)) return dateToEdtf(value)
  return [...entries.values()].map(plain).join(' ')
}

function isDate(value: object): value is CslDate {
  return 'date-parts' in value && Array.isArray(value['date-parts'])
}
