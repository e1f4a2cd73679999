import { diffArrays } from 'diff'

/** A part of two wordings: in the first one alone, in the second one alone, or in both. */
export interface DiffPiece {
  text: string
  how: 'same' | 'gone' | 'new'
}

/** Wordings that differ by more than this many words have nothing in common that anybody wants to see. */
const mostDifferences = 2_000

/** Two wordings as one line of pieces, word by word. */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostDifferences })
  if (parts === undefined) {
    return [
      { text: before, how: 'gone' },
      { text: after, how: 'new' },
    ]
  }
  return parts.map(({ value, added, removed }) => ({
    text: value.join(''),
    how: added ? 'new' : removed ? 'gone' : 'same',
  }))
}

/**
 * A character of a script that puts no spaces between words (Thai, Lao, Burmese, Khmer, kana, Han), a word, a number with
 * its points and commas, white space, or any other sign.
 */
const words =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]\p{M}*|(?:(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}])[\p{L}\p{M}])+(?:['’-][\p{L}\p{M}]+)*|\p{N}+(?:[.,]\p{N}+)*|\s+|\p{RI}{2}|\S\p{M}*(?:\u200d\S\p{M}*)*/gu

function wordsOf(text: string): string[] {
  return text.match(words) ?? []
}
