import { classAt, digit, ideograph, letter, other, unspaced } from './characters.ts'

/** One term of a text and where it stands: UTF-16, half-open. */
export interface Token {
  term: string
  start: number
  end: number
}

/**
 * Splits a text into terms in reading order; the same for the index, the query and the marks in a result.
 *
 * A term is a run of letters, digits and combining marks, folded; with these exceptions: digits with thousands
 * separators are one number (`4,500`, `4.500`, `4 500`), initials are one word (`U.S.` is `us`), an apostrophe joins
 * (`don't` is `dont`) but a possessive's `’s` is dropped, ideographs, kana and Hangul are a term each, and scripts
 * without spaces are split by Intl.Segmenter.
 *
 * Written as a scanner rather than as one pattern because it reads every word that is imported: it is fifteen times as fast.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  scan(text, (term, start, end) => tokens.push({ term, start, end }))
  return tokens
}

/** A text's terms joined by spaces, as the full-text index takes them. */
export function indexTerms(text: string): string {
  let joined = ''
  scan(text, (term) => {
    joined += joined === '' ? term : ` ${term}`
  })
  return joined
}

/** Folds case, width, ligatures and accents; marks that make another letter in their script stay. */
export function fold(word: string): string {
  if (isAscii(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
}

type Emit = (term: string, start: number, end: number) => void

function scan(text: string, emit: Emit): void {
  let at = 0
  while (at < text.length) {
    const kind = classAt(text, at)
    if (kind === other) at += width(text, at)
    else if (kind === ideograph) {
      const end = at + width(text, at)
      emitFolded(text, at, end, emit)
      at = end
    } else if (kind === unspaced) at = scanUnspaced(text, at, emit)
    else at = scanNumber(text, at, emit) ?? scanInitials(text, at, emit) ?? scanWord(text, at, emit)
  }
}

/** A number with thousands separators; null where there is none. One to three digits, then groups of exactly three. */
function scanNumber(text: string, start: number, emit: Emit): number | null {
  let end = skipDigits(text, start)
  if (end === start || end - start > 3) return null
  let digits = text.slice(start, end)
  while (
    end < text.length &&
    isThousandsSeparator(text.charCodeAt(end)) &&
    skipDigits(text, end + 1) === end + 4
  ) {
    digits += text.slice(end + 1, end + 4)
    end += 4
  }
  if (digits.length === end - start) return null
  emit(fold(digits), start, end)
  return end
}

/** Single letters with a full stop between each: at least two. */
function scanInitials(text: string, start: number, emit: Emit): number | null {
  let end = start + 1
  let letters = text.charAt(start)
  if (classAt(text, start) !== letter || text.charCodeAt(end) !== fullStop) return null
  while (
    text.charCodeAt(end) === fullStop &&
    end + 1 < text.length &&
    classAt(text, end + 1) === letter &&
    !isWordAt(text, end + 2)
  ) {
    letters += text.charAt(end + 1)
    end += 2
  }
  if (letters.length === 1) return null
  emit(fold(letters), start, end)
  return end
}

function scanWord(text: string, start: number, emit: Emit): number {
  let end = start
  let apostrophe = -1
  while (end < text.length) {
    if (isWordAt(text, end)) end += width(text, end)
    else if (isApostrophe(text.charCodeAt(end)) && isWordAt(text, end + 1)) {
      apostrophe = end
      end++
    } else break
  }
  if (apostrophe < 0) {
    emitFolded(text, start, end, emit)
    return end
  }
  const possessive = end === apostrophe + 2 && /s/i.test(text.charAt(apostrophe + 1))
  const wordEnd = possessive ? apostrophe : end
  emit(fold(text.slice(start, wordEnd).replace(/['’ʼ]/g, '')), start, wordEnd)
  return end
}

const thai = new Intl.Segmenter('th', { granularity: 'word' })

function scanUnspaced(text: string, start: number, emit: Emit): number {
  let end = start
  while (end < text.length && classAt(text, end) === unspaced) end++
  for (const { segment, index, isWordLike } of thai.segment(text.slice(start, end))) {
    if (isWordLike) emit(fold(segment), start + index, start + index + segment.length)
  }
  return end
}

function emitFolded(text: string, start: number, end: number, emit: Emit): void {
  const term = fold(text.slice(start, end))
  if (term !== '') emit(term, start, end)
}

const fullStop = 0x2e

function isWordAt(text: string, at: number): boolean {
  if (at >= text.length) return false
  const kind = classAt(text, at)
  return kind === letter || kind === digit
}

function skipDigits(text: string, from: number): number {
  let at = from
  while (at < text.length && classAt(text, at) === digit) at++
  return at
}

/** Comma, full stop, apostrophes, and the spaces that stand inside numbers: ordinary, no-break, thin, narrow no-break. */
function isThousandsSeparator(unit: number): boolean {
  return (
    unit === 0x2c ||
    unit === fullStop ||
    unit === 0x20 ||
    unit === 0xa0 ||
    unit === 0x2009 ||
    unit === 0x202f ||
    isApostrophe(unit)
  )
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2bc
}

function width(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length ? 2 : 1
}

function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 0x7e) return false
  return true
}
