import { isMarked } from './marks.ts'

const longestHeadline = 200

/**
 * Whether a line reads as a headline: short, not ended like a sentence, with a longer paragraph, a list or a deck behind
 * it. A dateline's dash or a colon at the end speaks against it, and so does a byline's beginning.
 * @param next the text that follows; undefined at the end.
 */
export function looksLikeHeading(line: string, next: string | undefined): boolean {
  if (line.length > longestHeadline || next === undefined) return false
  if (endsOtherwise(line.charCodeAt(line.length - 1)) || !/\p{L}/u.test(line)) return false
  if (isCapitals(line)) return wordsOf(line) <= 20
  if (noHeading.test(line)) return false
  return wordsOf(line) <= 25 && (next.length > line.length || isMarked(next) || looksShort(next))
}

/**
 * A headline with capitals throughout, but for its small words.
 * @param small how many letters these may have; `from` and `with` have four.
 */
export function isTitleCase(line: string, small: 3 | 4 = 3): boolean {
  const tooLong = small === 3 ? smallOfFour : smallOfFive
  return !tooLong.test(line) && twoLongWords.test(line)
}
const smallOfFour = /(?:^| )\p{Ll}[^ ]{3}/u
const smallOfFive = /(?:^| )\p{Ll}[^ ]{4}/u
const twoLongWords = /[^ ]{4} (?:.* )?[^ ]{4}/

/** Chapters and parts, which are headings whatever follows them. */
export const namedPart =
  /^(?:chapter|part|book|section|appendix|annex|kapitel|teil|anhang|chapitre|partie|annexe|capítulo|parte|capitolo|глава|часть|раздел) (?:\d{1,3}|[IVXLC]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten)(?:[.:]? .{0,100})?$/iu

/** Headings that number themselves: `2.1 Sources` is one level below `2 Sources`. Gives the depth, 0 where it is none. */
export function numberedDepth(line: string): number {
  const found = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.? +["“]?\p{Lu}/u.exec(line)
  if (found?.[1] === undefined || line.length > 100 || endsOtherwise(line.charCodeAt(line.length - 1)))
    return 0
  return found[1].split('.').length
}

export function isCapitals(line: string): boolean {
  return line === line.toUpperCase() && line !== line.toLowerCase()
}

/** Bylines, dates, addresses of the web and of mail, and lines that only name a field. */
const noHeading =
  /^(?:(?:by|von|par|por|di|door|av|af) \p{Lu}|https?:|www\.|[\w.]+@|\p{L}[\p{L} -]{1,20}: |(?:updated|published|posted)\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d)/iu

function endsOtherwise(code: number): boolean {
  return otherEnds.has(code)
}
const otherEnds = new Set([...'.!…:;,"”»’)]—–-。！；：，」』'].map((sign) => sign.charCodeAt(0)))

function wordsOf(line: string): number {
  let words = 1
  for (let index = line.indexOf(' '); index >= 0; index = line.indexOf(' ', index + 1)) words++
  return words
}

/** Two short lines one after the other are a headline and its deck, or a heading and its list. */
function looksShort(line: string): boolean {
  return line.length < 60 && !/[.!?。]$/.test(line)
}
