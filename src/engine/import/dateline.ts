import type { SourceMetadata } from '#shared/model.ts'
import type { BlockRow } from '../store/sources.ts'

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const pattern = new RegExp(
  `^(?<place>\\p{Lu}[\\p{L} .'’-]{1,40}?)(?:, ?|\\s)(?<month>${months.join('|')}) (?<day>\\d{1,2}), (?<year>\\d{4}) ?[—–-]`,
  'iu',
)
const dayFirst = new RegExp(
  `^(?<place>\\p{Lu}[\\p{L} .'’-]{1,40}?)(?:, ?|\\s)(?<day>\\d{1,2}) (?<month>${months.join('|')}) (?<year>\\d{4}) ?[—–-]`,
  'iu',
)

/** Place and day of a dateline such as `Seoul, May 23, 2025 —` in the first few blocks; nothing where there is none. */
export function findDateline(blocks: readonly BlockRow[]): SourceMetadata {
  for (const block of blocks.slice(0, 4)) {
    const groups = (pattern.exec(block.text) ?? dayFirst.exec(block.text))?.groups
    if (groups?.place === undefined || groups.month === undefined) continue
    const date = [Number(groups.year), months.indexOf(groups.month.toLowerCase()) + 1, Number(groups.day)]
    return { 'publisher-place': groups.place.trim(), issued: { 'date-parts': [date] } }
  }
  return {}
}
