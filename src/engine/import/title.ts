import type { BlockRow } from '../store/sources.ts'

const longestTitle = 300
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
/** Endings that the segmenter takes for the end of a sentence. */
const abbreviation =
  /(?:\b\p{Lu}\.|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)\s*$/u

/** A source's title: its first heading where the text begins with one, otherwise its first sentence. */
export function findTitle(blocks: readonly BlockRow[], fallback: string): string {
  const first = blocks[0]
  if (first === undefined) return fallback
  const title = first.kind === 'heading' ? first.text : firstSentence(first.text)
  return shorten(title.trim()) || fallback
}

/** The first sentence of a paragraph; `U.S.` and `Dr.` do not end one. */
export function firstSentence(paragraph: string): string {
  let sentence = ''
  for (const { segment } of sentences.segment(paragraph)) {
    sentence += segment
    if (!abbreviation.test(sentence)) break
  }
  return sentence.trim()
}

function shorten(title: string): string {
  if (title.length <= longestTitle) return title
  const cut = title.slice(0, longestTitle)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`
}
