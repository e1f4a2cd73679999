import type { SourceMetadata } from '#shared/model.ts'
import type { BlockRow } from '../store/sources.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const anyMonth = months
  .flatMap((name) => (name === 'May' ? [name] : [name, `${name.slice(0, 3)}\\.?`]))
  .concat('Sept\\.?')
  .flatMap((name) => [name, name.toUpperCase()])
  .join('|')

const particle =
  'of|the|de|del|della|la|las|los|el|al|da|do|dos|di|du|des|le|les|van|von|der|den|and|y|upon|on|sur|am'
/** One to four words that begin with a capital letter; particles between them do not count. */
const name = `\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:(?:${particle}) ){0,2}\\p{Lu}[\\p{L}\\p{M}.'’-]*){0,3}`
const capitals = `\\p{Lu}[\\p{Lu}\\p{M}.'’-]+(?: \\p{Lu}[\\p{Lu}\\p{M}.'’-]*){0,3}`
/** A place and perhaps its country or state, then a comma; in capitals the comma may be missing. */
const place = `(?:(?<place>${name}(?:, ${name})?), ?|(?<capitals>${capitals}) )`
const day = '(?<day>\\d{1,2})'
const dateline = new RegExp(
  `^${place}(?:(?<month>${anyMonth}) ${day},|${day.replace('day', 'firstDay')} (?<laterMonth>${anyMonth})) (?<year>\\d{4}) ?[—–-]`,
  'u',
)

/** What stands before a date in a sentence or a notice, and is no place. */
const noPlace =
  /^(?:(?:On|In|At|By|Since|Until|From|Before|After|Today|Yesterday|Tomorrow|Published|Updated|Posted)\b|(?:.* )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$)/i

/** Place and day of a dateline such as `Seoul, May 23, 2025 —` in the first few blocks; nothing where there is none. */
export function findDateline(blocks: readonly BlockRow[]): SourceMetadata {
  for (const block of blocks.slice(0, 4)) {
    const groups = dateline.exec(block.text)?.groups
    const found = groups?.place ?? groups?.capitals
    if (groups === undefined || found === undefined || noPlace.test(found)) continue
    const month = monthNumber(groups.month ?? groups.laterMonth ?? '')
    const date = [Number(groups.year), month, Number(groups.day ?? groups.firstDay)] as const
    if (isDay(...date)) return { 'publisher-place': found, issued: { 'date-parts': [[...date]] } }
  }
  return {}
}

function monthNumber(written: string): number {
  const start = written.slice(0, 3).toLowerCase()
  return months.findIndex((month) => month.toLowerCase().startsWith(start)) + 1
}

function isDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
