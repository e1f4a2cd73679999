import type { FlagBlock } from './types.ts'

/** Scripts whose sentences end in a mark without fail; of others an end cannot be told from a break. */
const markedScripts = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u
/** What a sentence ends with, with the quotation marks, brackets and numbers of notes that may follow it. */
const sentenceEnd = /[.!?…:;。！？؟।]["'”’»›)\]\d\s*†‡]*$/u

/** What is looked at: a pattern that ends in `$` is tried from every place of what it is given. */
const longestEnd = 16

/** Whether a block ends as a sentence does, or in a way that is as good as an end. */
export function endsSentence(text: string): boolean {
  const end = text.slice(-longestEnd)
  return sentenceEnd.test(end) || /["”’»)\]]$/u.test(end)
}

/** Whether a block stops within a sentence: its last character is a letter or a comma of a script that marks ends. */
export function breaksOff(text: string): boolean {
  const last = text.at(-1) ?? ''
  return last === ',' || (markedScripts.test(last) && /\p{L}/u.test(last))
}

/** Whether a sentence ends within a text and another begins. */
export function holdsSentences(text: string): boolean {
  return /\p{Ll}{2}["”’»)]*[.!?]["”’»)]* ["“‘«(]*[\p{Lu}\d]/u.test(text)
}

/** Blocks that carry the text: paragraphs and quotations of some length. */
export function isBody({ kind, text }: FlagBlock): boolean {
  return (kind === 'paragraph' || kind === 'quotation') && text.length >= 80
}

const fewestBlocks = 3
const shareThatEnds = 0.8

/** Whether nearly all of some blocks end their sentences, so that one which does not is out of the ordinary. */
export function usuallyEnds(blocks: readonly FlagBlock[]): boolean {
  const body = blocks.filter(isBody)
  const ended = body.filter(({ text }) => endsSentence(text)).length
  return body.length >= fewestBlocks && ended >= body.length * shareThatEnds
}

/** How many words a text has, about: what lies between spaces. */
export function roughWords(text: string): number {
  let words = 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words++
  return words
}
