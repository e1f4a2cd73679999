import type { CslDate } from '../model.ts'
import { spanOfParts } from './bounds.ts'

/** Why a text is no date: it is not understood, names a day that there is not, ends before it begins, or says what CSL cannot. */
export type DateFault = 'unknown' | 'noSuchDay' | 'backwards' | 'seasonRange' | 'openStart'

/** One end of a range, or all of a date that is none. */
interface Point {
  parts: number[]
  season?: number
  circa?: boolean
  /** Of `194X` the last year; a range by itself. */
  until?: number[]
}

const longestLiteral = 500

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
const seasons = ['spring', 'summer', 'autumn', 'winter']

/** Reads a date somebody typed, as `readDate` does; null where it is none. */
export function parseDate(text: string): CslDate | null {
  const date = readDate(text)
  return isFault(date) ? null : date
}

export function isFault(date: CslDate | DateFault): date is DateFault {
  return typeof date === 'string'
}

/**
 * Reads EDTF (`2025`, `2025-05-23`, `1943~`, `1943?`, `1941/1943`, `1941/..`, `2025-21`, `194X`) and what people write
 * instead: `c. 1943`, `spring 2025`, `23 May 2025`, `1941–1943`, `between 1941 and 1943`, `since 1941`, `the 1940s`, `44 BC`.
 * Words in quotation marks are kept as words.
 */
export function readDate(text: string): CslDate | DateFault {
  const written = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const quoted = /^["“„«](.+)["”“»]$/u.exec(written)?.[1]?.trim()
  if (quoted) return { 'date-parts': [], literal: quoted.slice(0, longestLiteral) }
  const { rest, circa } = withoutCirca(written.replace(/[\u2010-\u2012\u2212]/g, '-').toLowerCase())
  const ends = splitRange(rest)
  if (ends === null) return single(rest, circa)
  const [first, last] = ends
  // `5/2025` is no range, but a month of somebody's.
  if ([first, last].some((end) => /^\d{1,2}$/.test(end))) return 'unknown'
  if (isOpenEnd(first)) return isOpenEnd(last) ? 'unknown' : 'openStart'
  return ranged(first, last, circa)
}

function withoutCirca(text: string): { rest: string; circa: boolean } {
  const rest = text.replace(
    /^(?:~|(?:circa|about|around|approximately|approx\.?|ca?\.?) ?(?=[\p{L}\d-]))/u,
    '',
  )
  return { rest: rest.trim(), circa: rest !== text }
}

function single(text: string, circa: boolean): CslDate | DateFault {
  const point = readPoint(text)
  if (typeof point === 'string') return point
  return {
    'date-parts': point.until ? [point.parts, point.until] : [point.parts],
    ...(point.season !== undefined && { season: point.season }),
    ...((circa || point.circa) && { circa: true }),
  }
}

function ranged(first: string, last: string, aboutAll: boolean): CslDate | DateFault {
  const start = readPoint(withoutCirca(first).rest)
  if (typeof start === 'string') return start
  const isOpen = isOpenEnd(last)
  const end: Point | DateFault = isOpen ? { parts: [0] } : readPoint(withoutCirca(last).rest)
  if (typeof end === 'string') return end
  if (start.season !== undefined || end.season !== undefined) return 'seasonRange'
  const until = end.until ?? end.parts
  const circa = aboutAll || start.circa || end.circa || withoutCirca(first).circa || withoutCirca(last).circa
  const marks = circa ? { circa: true } : {}
  if (isOpen) return { 'date-parts': [start.parts, [0]], ...marks }
  if (start.parts.join() === until.join()) return { 'date-parts': [start.parts], ...marks }
  const [from, to] = [spanOfParts(start.parts), spanOfParts(until)]
  if (from === null || to === null) return 'noSuchDay'
  if (to.end <= from.start || to.start < from.start) return 'backwards'
  return { 'date-parts': [start.parts, until], ...marks }
}

/** The two ends of a range; null of a text that is none. */
function splitRange(text: string): [string, string] | null {
  const worded = /^(?:between (.+) and|from (.+) (?:to|until)|(.+) (?:to|until)) (.+)$/.exec(text)
  if (worded) return [worded[1] ?? worded[2] ?? worded[3] ?? '', worded[4] ?? '']
  const since = /^since (.+)$/.exec(text)?.[1]
  if (since) return [since, '..']
  const before = /^(?:before|until|by) (.+)$/.exec(text)?.[1]
  if (before) return ['..', before]
  const years = /^(\d{4})-(\d{4})$/.exec(text)
  if (years) return [years[1] ?? '', years[2] ?? '']
  const marked = /^([^/–—]*) ?[/–—] ?([^/–—]*)$/.exec(text) ?? /^(.+) - (.+)$/.exec(text)
  return marked ? [(marked[1] ?? '').trim(), (marked[2] ?? '').trim()] : null
}

function isOpenEnd(text: string): boolean {
  return text === '' || text === '..' || text === 'now' || text === 'today'
}

function readPoint(text: string): Point | DateFault {
  const marked = /^(.*?)[?~%]$/.exec(text)
  const point = readUnmarked((marked?.[1] ?? text).trim())
  if (typeof point === 'string') return point
  const ends = [spanOfParts(point.parts), point.until ? spanOfParts(point.until) : true]
  if (ends.includes(null)) return 'noSuchDay'
  return marked ? { ...point, circa: true } : point
}

function readUnmarked(text: string): Point | DateFault {
  if (/^(?:the )?(?:\d{2}xx|\d{3}x|\d{3}0s)$/.test(text)) return decadeOrCentury(text)
  const numbers = /^(-?\d{1,4})(?:-(\d{1,2}|xx)(?:-(\d{1,2}|xx))?)?$/.exec(text)
  if (numbers) return fromNumbers(numbers[1] ?? '', numbers[2], numbers[3])
  const bc = /^(\d{1,4}) ?(?:bce?|b\.c\.(?:e\.)?)$/.exec(text)?.[1]
  if (bc) return { parts: [-Number(bc)] }
  return fromWords(text)
}

function fromNumbers(yearText: string, monthText?: string, dayText?: string): Point | DateFault {
  const counted = Number(yearText)
  // EDTF's year 0 is 1 BC; what is written without a sign and four digits is a year as people count.
  const year = counted <= 0 ? counted - 1 : counted
  if (monthText === undefined || monthText === 'xx') return { parts: [year] }
  const month = Number(monthText)
  if (month >= 21 && month <= 24) return dayText ? 'noSuchDay' : { parts: [year], season: month - 20 }
  if (dayText === undefined || dayText === 'xx') return { parts: [year, month] }
  return { parts: [year, month, Number(dayText)] }
}

/** `194x`, `the 1940s`: ten years. `19xx`: a hundred; `1900s` could be either and is read as a decade. */
function decadeOrCentury(text: string): Point {
  const digits = /\d+/.exec(text)?.[0] ?? ''
  const known = digits.slice(0, 3)
  const unit = 10 ** (4 - known.length)
  const first = Number(known) * unit
  return { parts: [Math.max(1, first)], until: [first + unit - 1] }
}

function fromWords(text: string): Point | DateFault {
  const words = text.replace(/[,.]/g, ' ').split(' ').filter(Boolean)
  const season = words.findIndex((word) => seasonOf(word) > 0)
  if (season !== -1) {
    const others = words.filter((word, at) => at !== season && word !== 'of')
    const year = yearIn(others)
    if (others.length !== 1 || year === null) return 'unknown'
    return { parts: [year], season: seasonOf(words[season] ?? '') }
  }
  const at = words.findIndex((word) => monthOf(word) > 0)
  if (at === -1) return 'unknown'
  const month = monthOf(words[at] ?? '')
  const others = words.filter((_, index) => index !== at)
  const year = yearIn(others)
  if (year === null || others.length > 2) return 'unknown'
  if (others.length === 1) return { parts: [year, month] }
  const day = others.map((word) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1]).find(Boolean)
  return day === undefined ? 'unknown' : { parts: [year, month, Number(day)] }
}

function yearIn(words: readonly string[]): number | null {
  const year = words.find((word) => /^\d{4}$/.test(word))
  return year === undefined || Number(year) === 0 ? null : Number(year)
}

function seasonOf(word: string): number {
  return (word === 'fall' ? 2 : seasons.indexOf(word)) + 1
}

function monthOf(word: string): number {
  return word.length < 3 ? 0 : months.findIndex((month) => month === word || word === short(month, word)) + 1
}

/** `Sept` and `Sep`, as months are cut short in English. */
function short(month: string, word: string): string {
  return month.slice(0, Math.min(4, Math.max(3, word.length)))
}
