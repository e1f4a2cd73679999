import { classAt, digit, ideograph, letter, other, unspaced } from './characters.ts'
import { groupedNumberAt } from './numbers.ts'

/** One term of a text and where it stands: UTF-16, half-open. */
export interface Token {
  term: string
  start: number
  end: number
}

/** To be raised with every change of what is a term or of what is indexed: indexes made by another version are built anew. */
export const tokenizerVersion = '4'

/**
 * Splits a text into terms in reading order; the same for the index, the query and the marks in a result.
 *
 * A term is a run of letters, digits and combining marks, folded; with these exceptions: digits with thousands
 * separators are one number (`4,500`, `4.500`, `4 500`; see `groupedNumberAt`), initials are one word (`U.S.` is `us`), an apostrophe joins
 * (`don't` is `dont`) but a possessive's `’s` is dropped, ideographs, kana and Hangul are a term each, and scripts
 * without spaces are split by Intl.Segmenter.
 *
 * Written as a scanner rather than as one pattern because it reads every word that is imported.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  scan(text, (start, end, term) => {
    if (term !== '') tokens.push({ term: term ?? text.slice(start, end).toLowerCase(), start, end })
  })
  return tokens
}

/**
 * A text as the full-text index takes it: FTS5's own tokenizer finds in it just the terms that `tokenize` finds. Plain
 * words are left where they stand, because it splits and folds those as we do; only the exceptions are written out.
 */
export function indexTerms(text: string): string {
  let copied = 0
  let output = ''
  scan(text, (start, end, term, consumed = end) => {
    if (term === undefined) return
    output += `${text.slice(copied, start)} ${term} `
    copied = consumed
  })
  return copied === 0 ? text : output + text.slice(copied)
}

/** Folds case, width, ligatures, accents and strokes; marks that make another letter in their script stay. */
export function fold(word: string): string {
  if (isAscii(word)) return word.toLowerCase()
  return (
    word
      .normalize('NFKD')
      // Letters that are marks on nothing, such as U+037A, come apart into a space and the mark.
      .replace(/[\u0300-\u036f\s]/g, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[ßøđłħæœþðı]/g, (letter) => withoutStroke[letter] ?? letter)
  )
}

/** Letters that Unicode does not take apart, as people type them where their keyboard lacks them. */
const withoutStroke: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ħ: 'h',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ı: 'i',
}

/**
 * Without a `term`, the token is plain: letters and digits of ASCII that only want lower case. An empty term is no token
 * but characters that the index must not take for one, such as lone marks. `consumed` is where the
 * text goes on behind it, where that is not its end.
 */
type Emit = (start: number, end: number, term?: string, consumed?: number) => void

function scan(text: string, emit: Emit): void {
  const length = text.length
  let at = 0
  while (at < length) {
    const kind = classAt(text, at)
    if (kind === other) {
      const end = at + width(text, at)
      if (!isOldPunctuation(text.charCodeAt(at))) emit(at, end, '')
      at = end
    } else if (kind === ideograph) {
      const end = at + width(text, at)
      emit(at, end, fold(text.slice(at, end)))
      at = end
    } else if (kind === unspaced) at = scanUnspaced(text, at, emit)
    else {
      const special = kind === digit ? scanNumber(text, at, emit) : scanInitials(text, at, emit)
      at = special ?? scanWord(text, at, emit)
    }
  }
}

function scanNumber(text: string, start: number, emit: Emit): number | null {
  const number = groupedNumberAt(text, start)
  if (number === null) return null
  emit(start, number.end, fold(number.digits))
  return number.end
}

/** Single letters of the basic plane with a full stop between each: at least two. */
function scanInitials(text: string, start: number, emit: Emit): number | null {
  let end = start + 1
  if (text.charCodeAt(end) !== fullStop) return null
  let letters = text.charAt(start)
  while (
    text.charCodeAt(end) === fullStop &&
    end + 1 < text.length &&
    classAt(text, end + 1) === letter &&
    width(text, end + 1) === 1 &&
    !isWordAt(text, end + 2)
  ) {
    letters += text.charAt(end + 1)
    end += 2
  }
  if (letters.length === 1) return null
  emit(start, end, fold(letters))
  return end
}

function scanWord(text: string, start: number, emit: Emit): number {
  let end = start
  let apostrophe = -1
  let isPlain = true
  while (end < text.length) {
    const unit = text.charCodeAt(end)
    if (isWordAt(text, end)) {
      if (unit > 0x7f) isPlain = false
      end += width(text, end)
    } else if (isApostrophe(unit) && isWordAt(text, end + 1)) {
      apostrophe = end
      end++
    } else break
  }
  if (apostrophe >= 0) emitApostrophe(text, start, end, apostrophe, emit)
  else if (isPlain) emit(start, end)
  else emit(start, end, fold(text.slice(start, end)))
  return end
}

/** A possessive's `’s` is no part of the word; any other apostrophe is left out of it. */
function emitApostrophe(text: string, start: number, end: number, last: number, emit: Emit): void {
  const possessive = end === last + 2 && /s/i.test(text.charAt(last + 1))
  const wordEnd = possessive ? last : end
  // The token ends where the word does, but what was dropped must not stay behind as a word of its own.
  emit(start, wordEnd, fold(text.slice(start, wordEnd).replace(/['’ʼ]/g, '')), end)
}

const thai = new Intl.Segmenter('th', { granularity: 'word' })

function scanUnspaced(text: string, start: number, emit: Emit): number {
  let end = start
  while (end < text.length && classAt(text, end) === unspaced) end++
  for (const { segment, index, isWordLike } of thai.segment(text.slice(start, end))) {
    emit(start + index, start + index + segment.length, isWordLike ? fold(segment) : '')
  }
  return end
}

const fullStop = 0x2e

/** White space and punctuation that every version of Unicode knows; FTS5's tables are older than ours, and doubt the rest. */
function isOldPunctuation(unit: number): boolean {
  return unit < 0xc0 || (unit >= 0x2010 && unit < 0x205f)
}

function isWordAt(text: string, at: number): boolean {
  if (at >= text.length) return false
  const kind = classAt(text, at)
  return kind === letter || kind === digit
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
