import { classAt, digit } from './characters.ts'

const fullStop = 0x2e

/** A number written with thousands separators: where it ends, and its digits without them. */
export interface GroupedNumber {
  end: number
  digits: string
}

/**
 * The number with thousands separators that begins at `start`; null where there is none. It has one to three digits, then
 * groups of exactly three, all set off by the same separator: `4,500 300` are two numbers.
 *
 * A space separates thousands too, and yet `June 12 300 soldiers` is a day and a number: digits that can be a day behind
 * the name of a month are not joined to what follows a space.
 */
export function groupedNumberAt(text: string, start: number): GroupedNumber | null {
  const first = skipDigits(text, start)
  const separator = separatorAt(text, first)
  if (first - start > 3 || separator === null) return null
  let end = first
  let digits = text.slice(start, end)
  while (separatorAt(text, end) === separator && skipDigits(text, end + 1) === end + 4) {
    digits += text.slice(end + 1, end + 4)
    end += 4
  }
  if (end === first || (separator === 'space' && isDayOfMonth(text, start, first))) return null
  return { end, digits }
}

const month =
  /(?:^|[^\p{L}\p{M}])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+$/iu
/** The longest month, a full stop, two spaces and what stands before it. */
const monthReach = 13

/** Whether the digits `[start, end)` are a day behind the name of a month, as in `Oct. 12`. */
export function isDayOfMonth(text: string, start: number, end: number): boolean {
  return end - start <= 2 && month.test(text.slice(Math.max(0, start - monthReach), start))
}

/** Comma, full stop, apostrophe, or one of the spaces that stand inside numbers: ordinary, no-break, thin, narrow no-break. */
function separatorAt(text: string, at: number): ',' | '.' | "'" | 'space' | null {
  const unit = text.charCodeAt(at)
  if (unit === 0x2c) return ','
  if (unit === fullStop) return '.'
  if (unit === 0x20 || unit === 0xa0 || unit === 0x2009 || unit === 0x202f) return 'space'
  return unit === 0x27 || unit === 0x2019 || unit === 0x2bc ? "'" : null
}

/** Digits outside the basic plane take two units each and are no part of a number with separators. */
function skipDigits(text: string, from: number): number {
  let at = from
  while (at < text.length && classAt(text, at) === digit && (text.codePointAt(at) ?? 0) < 0x10000) at++
  return at
}
