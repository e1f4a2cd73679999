import { readDateline } from './dateline.ts'
import { isAboutText, type ReadableBlock } from './text-metadata.ts'

const longestTitle = 300
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
/** Endings that the segmenter takes for the end of a sentence. */
const abbreviation =
  /(?:\b\p{Lu}\.|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)\s*$/u

/** How many lines about the text may stand before its title. */
const linesBefore = 4

/**
 * A source's title: its first heading where the text begins with one, otherwise its first sentence, without a dateline.
 * Bylines, dates and addresses before it are passed over, and so is a word such as OPINION over a headline.
 */
export function findTitle(blocks: readonly ReadableBlock[], fallback: string): string {
  const start = blocks.slice(0, linesBefore).findIndex(({ text }) => !isAboutText(text))
  const [first, second] = start < 0 ? blocks : blocks.slice(start, start + 2)
  if (first === undefined) return fallback
  const title =
    first.kind === 'heading' ? headline(first, second) : firstSentence(withoutDateline(first.text))
  return shorten(title.trim()) || fallback
}

function headline(first: ReadableBlock, second: ReadableBlock | undefined): string {
  const isKicker = first.text === first.text.toUpperCase() && first.text.split(' ').length <= 2
  return isKicker && second?.kind === 'heading' && second.text.split(' ').length > 3
    ? second.text
    : first.text
}

function withoutDateline(text: string): string {
  return text.slice(readDateline(text)?.end ?? 0)
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
