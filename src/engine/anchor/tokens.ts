/**
 * A text cut into tokens: words, and everything else one character at a time. Scripts that put no spaces between words
 * are cut into characters. Combining marks and the parts of a joined emoji stay with what they follow, so that no token
 * begins with half a character.
 */
export interface Tokens {
  /** Where each token starts, and at the end the text's length. */
  starts: Int32Array
  /** The same number for the same token, in every text that was cut with the same `Dictionary`. */
  ids: Int32Array
  count: number
}

/**
 * The number of each token met so far. A hash table of its own: it looks at a token where it stands in its text, where
 * a Map would first have to be given a string of its own for each of the hundred thousand tokens of a text.
 */
export class Dictionary {
  readonly #tokens: string[] = []
  readonly #hashes: number[] = []
  /** Open addressing; 0 is a free place, otherwise a token's number and 1. */
  #slots = new Int32Array(4_096)

  get size(): number {
    return this.#tokens.length
  }

  /** The number of the token `[start, end)` of `text`, a new one where it has none. */
  numberOf(text: string, start: number, end: number): number {
    let hash = end - start
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    let slot = this.#slotOf(hash)
    for (let found = this.#slots[slot] ?? 0; found !== 0; found = this.#slots[slot] ?? 0) {
      if (this.#hashes[found - 1] === hash && this.#isToken(found - 1, text, start, end)) return found - 1
      slot = (slot + 1) & (this.#slots.length - 1)
    }
    this.#slots[slot] = this.#tokens.push(text.slice(start, end))
    this.#hashes.push(hash)
    if (this.#tokens.length * 2 > this.#slots.length) this.#grow()
    return this.#tokens.length - 1
  }

  #isToken(number: number, text: string, start: number, end: number): boolean {
    const token = this.#tokens[number] ?? ''
    if (token.length !== end - start) return false
    for (let at = start; at < end; at++) {
      if (token.charCodeAt(at - start) !== text.charCodeAt(at)) return false
    }
    return true
  }

  #slotOf(hash: number): number {
    return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) & (this.#slots.length - 1)
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4)
    for (const [number, hash] of this.#hashes.entries()) {
      let slot = this.#slotOf(hash)
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1)
      this.#slots[slot] = number + 1
    }
  }
}

/** Kinds of UTF-16 units. 0 is a character of its own. */
const word = 1
const mark = 2
const joiner = 3
const highSurrogate = 4

const wordLetter = /[\p{L}\p{N}]/u
const combining = /\p{M}/u
/** Thai, Lao, Burmese, Khmer, kana and Han. */
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/
const zeroWidthJoiner = 0x200d

let classes: Uint8Array | null = null

/** What every UTF-16 unit is; asking a pattern for each unit of a text would cost twenty times as much. */
function unitClasses(): Uint8Array {
  if (classes !== null) return classes
  classes = new Uint8Array(0x10000)
  for (let unit = 0; unit < classes.length; unit++) {
    const character = String.fromCharCode(unit)
    if (unit >= 0xd800 && unit < 0xdc00) classes[unit] = highSurrogate
    else if (combining.test(character)) classes[unit] = mark
    else if (wordLetter.test(character) && !unspaced.test(character)) classes[unit] = word
  }
  classes[zeroWidthJoiner] = joiner
  return classes
}

export function tokenise(text: string, dictionary: Dictionary): Tokens {
  const kinds = unitClasses()
  const starts = new Int32Array(text.length + 1)
  const ids = new Int32Array(text.length)
  let count = 0
  for (let at = 0; at < text.length; count++) {
    const end = tokenEnd(text, at, kinds)
    starts[count] = at
    ids[count] = dictionary.numberOf(text, at, end)
    at = end
  }
  starts[count] = text.length
  return { starts: starts.slice(0, count + 1), ids: ids.slice(0, count), count }
}

function tokenEnd(text: string, start: number, kinds: Uint8Array): number {
  const isWord = kinds[text.charCodeAt(start)] === word
  let at = afterCharacter(text, start, kinds)
  for (; at < text.length; at = afterCharacter(text, at, kinds)) {
    if (!joinsPrevious(text, at, kinds) && !(isWord && kinds[text.charCodeAt(at)] === word)) break
  }
  return at
}

function afterCharacter(text: string, at: number, kinds: Uint8Array): number {
  const next = text.charCodeAt(at + 1)
  const isPair = kinds[text.charCodeAt(at)] === highSurrogate && next >= 0xdc00 && next < 0xe000
  return isPair ? at + 2 : at + 1
}

/** Whether the character at `at` is no character of its own but belongs to the one before it. */
function joinsPrevious(text: string, at: number, kinds: Uint8Array): boolean {
  const kind = kinds[text.charCodeAt(at)]
  if (kind === mark || kind === joiner) return true
  if (kinds[text.charCodeAt(at - 1)] === joiner) return true
  const isSkinTone = text.charCodeAt(at) === 0xd83c && text.charCodeAt(at + 1) >= 0xdffb
  return isSkinTone && text.charCodeAt(at + 1) <= 0xdfff
}

/** Whether nothing that belongs together is cut in two at `offset`: a word, or a character of several parts. */
export function isBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const kinds = unitClasses()
  if (!isCharacterBoundary(text, offset)) return false
  return kinds[text.charCodeAt(offset)] !== word || !endsWord(text, offset, kinds)
}

/** Whether `offset` stands neither inside a surrogate pair nor before a mark or a part of a joined emoji. */
export function isCharacterBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const kinds = unitClasses()
  const next = text.charCodeAt(offset)
  if (next >= 0xdc00 && next < 0xe000 && kinds[text.charCodeAt(offset - 1)] === highSurrogate) return false
  return !joinsPrevious(text, offset, kinds)
}

const digit = /\p{Nd}/u

/** Whether `offset` stands beside a point or comma inside a number, as in `4,500` and `14.5`. */
export function cutsNumber(text: string, offset: number): boolean {
  const isPoint = (at: number) => text[at] === '.' || text[at] === ','
  const isDigit = (at: number) => digit.test(text[at] ?? '')
  if (isPoint(offset)) return isDigit(offset - 1) && isDigit(offset + 1)
  return isPoint(offset - 1) && isDigit(offset - 2) && isDigit(offset)
}

/** Whether a word's letter, with or without marks on it, ends at `offset`. */
function endsWord(text: string, offset: number, kinds: Uint8Array): boolean {
  let at = offset - 1
  while (at > 0 && kinds[text.charCodeAt(at)] === mark) at--
  return kinds[text.charCodeAt(at)] === word
}
