/** What a character is to the tokenizer. */
export const other = 0
export const letter = 1
export const digit = 2
/** Han, kana and Hangul: each character is a term of its own. */
export const ideograph = 3
/** Thai, Lao, Khmer and Burmese: no spaces between words. */
export const unspaced = 4

export type CharacterClass = 0 | 1 | 2 | 3 | 4

const unknown = 255
/** Classes of the basic plane, found once each: asking a Unicode property costs fifty times as much as a look-up. */
const known = new Uint8Array(0x10000).fill(unknown)

/** The class of the character whose first UTF-16 unit is at `index`. Half a surrogate pair alone is `other`. */
export function classAt(text: string, index: number): CharacterClass {
  const unit = text.charCodeAt(index)
  if (unit >= 0xd800 && unit < 0xdc00) return classify(String.fromCodePoint(text.codePointAt(index) ?? unit))
  const found = known[unit]
  if (found !== undefined && found !== unknown) return found as CharacterClass
  const fresh = classify(String.fromCharCode(unit))
  known[unit] = fresh
  return fresh
}

function classify(character: string): CharacterClass {
  if (!/[\p{L}\p{N}\p{M}]/u.test(character)) return other
  if (/\p{Nd}/u.test(character)) return digit
  if (/[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(character)) return unspaced
  if (/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u.test(character)) return ideograph
  return letter
}
