/**
 * A text as the letters and digits that both the page and the canonical text must show, whatever was done to the rest:
 * ligatures taken apart, case, accents, spaces, hyphens and signs left out. `from[i]` and `to[i]` are where the character
 * that gave letter `i` stands in the text (UTF-16, half-open).
 */
export interface Letters {
  letters: string
  from: readonly number[]
  to: readonly number[]
}

const counted = /[\p{L}\p{N}]/u
const plain = /^[a-z0-9]$/

/** The letters of `text[start, end)`; offsets count from the beginning of `text`. */
export function lettersOf(text: string, start = 0, end = text.length): Letters {
  let letters = ''
  const from: number[] = []
  const to: number[] = []
  for (let at = start; at < end; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const next = at + character.length
    const folded = fold(character)
    for (let i = 0; i < folded.length; i++) {
      from.push(at)
      to.push(next)
    }
    letters += folded
    at = next
  }
  return { letters, from, to }
}

/** One character as the letters it stands for; empty for a sign, a space or a mark. */
function fold(character: string): string {
  if (plain.test(character)) return character
  let folded = ''
  for (const part of character.normalize('NFKD')) if (counted.test(part)) folded += part.toLowerCase()
  return folded
}
