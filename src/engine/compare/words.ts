import { classAt, other } from '../search/characters.ts'
import { apostrophe, codeOf, lone, piecesOf, surrogate, Units } from './units.ts'

/** FNV-1a's start, as int32: a number beyond that range would make every step of the loop a floating-point one. */
const seed = 0x811c9dc5 | 0
/** FNV-1a's prime: one multiplication a letter is enough, since shingles are mixed once more. */
const prime = 0x01000193

/**
 * Hashes of a text's words in reading order, 32 bits each. A word is a run of letters and digits in any case; where a
 * script has no spaces between words every character counts as one. Apostrophes are passed over, so that the typewriter's
 * and the printer's agree.
 */
export class WordHashes {
  /** Only the first `length` are of this text. */
  hashes = new Int32Array(2_048)
  length = 0

  clear(): void {
    this.length = 0
  }

  /** Reads on: the words of one block follow those of the block before. */
  add(text: Units): void {
    const { units, length: end } = text
    if (this.length + end > this.hashes.length) this.#grow(this.length + end)
    const hashes = this.hashes
    let count = this.length
    let hash = seed
    // One further, where a space ends the last word.
    for (let at = 0; at <= end; at++) {
      const unit = units[at] as number
      const code = codeOf(unit)
      if (code > 0) hash = Math.imul(hash ^ code, prime)
      else if (code !== apostrophe) {
        if (hash !== seed) hashes[count++] = hash
        hash = seed
        if (code === lone) hashes[count++] = Math.imul(seed ^ unit, prime)
        else if (code === surrogate && isLetterPair(unit, units[at + 1] as number))
          hashes[count++] = Math.imul(Math.imul(seed ^ unit, prime) ^ (units[++at] as number), prime)
      }
    }
    this.length = count
  }

  #grow(wanted: number): void {
    const larger = new Int32Array(Math.ceil(wanted * 1.5))
    larger.set(this.hashes.subarray(0, this.length))
    this.hashes = larger
  }
}

/** Whether two units are a character beyond the basic plane that words are made of: rare, so nothing is remembered. */
function isLetterPair(high: number, low: number): boolean {
  return high < 0xdc00 && classAt(String.fromCharCode(high, low), 0) !== other
}

/** The hashes of the words of some texts read one after the other. */
export function hashWords(texts: Iterable<string>): WordHashes {
  const words = new WordHashes()
  const units = new Units()
  for (const text of texts) for (const piece of piecesOf(text)) words.add(units.load(piece))
  return words
}
