import { tokenize } from './tokenizer.ts'

/** What a word of the question that is not in the label counts: it was misspelt, or stands in a comment, a tag, a name. */
const elsewhere = 0.2
/** A label's words beyond the question's make it a little less what was asked for. */
const perWord = 0.02

/**
 * How near a label is to what was typed, 0 to 1: whole words count 1, beginnings by how much of the word is there. Makes
 * lists comparable that were ranked by indexes of their own.
 */
export function closeness(label: string, typed: readonly string[]): number {
  if (typed.length === 0) return 0
  const words = tokenize(label).map(({ term }) => term)
  let sum = 0
  for (const term of typed) {
    let best = elsewhere
    for (const word of words) {
      if (word.startsWith(term)) best = Math.max(best, 0.5 + term.length / word.length / 2)
    }
    sum += best
  }
  return sum / typed.length / (1 + perWord * Math.max(0, words.length - typed.length))
}
