import { classAt, digit, ideograph, letter, unspaced } from '../search/characters.ts'

/** What a UTF-16 unit is, where it is not part of a word; of a letter or digit `codes` holds its small form. */
export const gap = -1
/** A character that counts as a word: of a script without spaces. */
export const lone = -2
export const surrogate = -3
export const apostrophe = -4

const unknown = 0
const codes = new Int32Array(0x10000)

/**
 * The code of a UTF-16 unit: above 0 the small form of a letter or digit, otherwise one of the constants above. Found once
 * for each unit, because asking a Unicode property costs fifty times as much as a look-up.
 */
export function codeOf(unit: number): number {
  const code = codes[unit] as number
  return code === unknown ? learn(unit) : code
}

function learn(unit: number): number {
  const code = classify(unit, String.fromCharCode(unit))
  codes[unit] = code
  return code
}

function classify(unit: number, character: string): number {
  if (unit === 0x27 || unit === 0x2019 || unit === 0x2bc) return apostrophe
  if (unit >= 0xd800 && unit < 0xe000) return surrogate
  const found = classAt(character, 0)
  if (found === ideograph || found === unspaced) return lone
  if (found !== letter && found !== digit) return gap
  const small = character.toLowerCase()
  return small.length === 1 ? small.charCodeAt(0) : unit
}

const longestPiece = 65_536

/** A text in pieces that memory is not wasted on: cut at a space where there is one near. */
export function* piecesOf(text: string): Generator<string> {
  let at = 0
  while (text.length - at > longestPiece) {
    const space = text.lastIndexOf(' ', at + longestPiece)
    const end = space > at + longestPiece / 2 ? space : at + longestPiece
    yield text.slice(at, end)
    at = end
  }
  yield at === 0 ? text : text.slice(at)
}

/** A text laid out as numbers: reading them from an array costs half of what `charCodeAt` does. Used again and again. */
export class Units {
  /** UTF-16 units; only the first `length` are of the text, and behind them stands one space. */
  units = new Uint16Array(16_384)
  length = 0
  #bytes = Buffer.from(this.units.buffer)

  load(text: string): this {
    if (text.length >= this.units.length) {
      this.units = new Uint16Array(text.length * 2)
      this.#bytes = Buffer.from(this.units.buffer)
    }
    this.length = text.length
    if (isLittleEndian) this.#bytes.write(text, 0, 'utf16le')
    else for (let at = 0; at < text.length; at++) this.units[at] = text.charCodeAt(at)
    this.units[text.length] = 0x20
    return this
  }
}

export const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1
