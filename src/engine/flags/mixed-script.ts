import { type FlagDocument, type FoundFlag, shorten } from './types.ts'

/** Cheap signs that a rule below can apply at all. */
const cyrillicOrGreek = /[\u0370-\u03ff\u0400-\u052f]/
/** A word with a letter of either: words without one are passed over without being cut out. */
const word = /[\p{L}\p{M}\p{Nd}]*[\u0370-\u03ff\u0400-\u052f][\p{L}\p{M}\p{Nd}]*/gu

const latin = /\p{Script=Latin}/u
const cyrillic = /\p{Script=Cyrillic}/u
const greek = /\p{Script=Greek}/u

/** Letters that look like a Latin one. */
const cyrillicTwins = /^[АВЕЅІЈКМНОРСТУХаеорсухіјѕԁһ]$/u
const greekTwins = /^[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]$/u

/** Most words flagged one by one. */
const mostWords = 8

/**
 * Words whose letters come from two alphabets: left by bad copying, or put there to deceive. A word of another alphabet
 * that stands whole is no mixture, nor are the symbols of science (`μm`, `TNFα`, `β-blocker`).
 */
export function findMixedScript({ blocks, language }: FlagDocument): FoundFlag[] {
  const found: FoundFlag[] = []
  let isLatinText: boolean | null = null
  for (const block of blocks) {
    if (block.kind === 'code' || !cyrillicOrGreek.test(block.text)) continue
    isLatinText ??= isMostlyLatin(blocks, language)
    for (const { 0: text, index } of block.text.matchAll(word)) {
      const message = judge(text, isLatinText)
      if (message === null || found.length === mostWords) continue
      const start = block.start + index
      found.push({ kind: 'mixed-script', start, end: start + text.length, message })
    }
  }
  return found
}

/** What is wrong with a word, as a sentence; null where nothing is. */
function judge(text: string, isLatinText: boolean): string | null {
  const shown = `“${shorten(text, 40)}”`
  if (cyrillic.test(text)) {
    if (latin.test(text))
      return isCyrillicMixture(text) ? `The word ${shown} mixes Latin and Cyrillic letters.` : null
    const isBroken = isLatinText && /\p{Ll}{2}\d+$|^\d+\p{Ll}{3}/u.test(text)
    return isBroken
      ? `A piece of a word in Cyrillic letters, ${shown}, stands in a text in Latin ones.`
      : null
  }
  if (!greek.test(text) || !latin.test(text)) return null
  return isGreekMixture(text) ? `The word ${shown} mixes Latin and Greek letters that look alike.` : null
}

/**
 * Whether a word of Latin and Cyrillic letters is a mistake. `PDFом` is none: capitals or a name of three letters and more
 * with a Cyrillic ending, as Russian has it.
 */
function isCyrillicMixture(text: string): boolean {
  const runs = text.match(/\p{Script=Latin}+|\p{Script=Cyrillic}+/gu) ?? []
  const [first = '', second = ''] = runs
  if (runs.length !== 2) return true
  const isTwin = [first, second].some(
    (run) => cyrillic.test(run) && [...run].every((one) => cyrillicTwins.test(one)),
  )
  const isDeclined =
    latin.test(first) && /^(?:\p{Lu}{2,}|\p{L}{3,})$/u.test(first) && /^\p{Ll}{1,4}$/u.test(second)
  return !isDeclined || (isTwin && first.length + second.length > 4 && !/^\p{Lu}+$/u.test(first))
}

/** Whether Greek letters pass for Latin ones or the other way round: a capital or an `ο` between letters of the other. */
function isGreekMixture(text: string): boolean {
  const letters = [...text].filter((one) => !/\p{Nd}|\p{M}/u.test(one))
  const greeks = letters.filter((one) => greek.test(one))
  if (letters.length < 5) return false
  const isMostlyLatinWord = greeks.length * 2 < letters.length
  if (!isMostlyLatinWord)
    return letters.length - greeks.length === 1 && /^[ABEZHIKMNOPTYXov]\p{Script=Greek}{3,}$/u.test(text)
  return greeks.every((one) => greekTwins.test(one)) && /\p{Ll}/u.test(text.slice(1)) && !/\p{Nd}/u.test(text)
}

const charactersToLookAt = 400

/** Whether a text is in Latin letters, but for what it quotes. */
function isMostlyLatin(blocks: FlagDocument['blocks'], language: string | null): boolean {
  if (language !== null && /^(?:ru|uk|be|bg|sr|mk|kk|ky|tg|mn|el)\b/.test(language)) return false
  let latins = 0
  let others = 0
  for (const { text } of blocks.slice(0, 20)) {
    for (let at = Math.min(text.length, charactersToLookAt) - 1; at >= 0; at--) {
      const unit = text.charCodeAt(at) | 0x20
      if (unit >= 0x61 && unit <= 0x7a) latins++
      else if (unit >= 0x370) others++
    }
  }
  return latins > others * 8
}
