import { type FlagDocument, type FoundFlag, shorten } from './types.ts'

/** Cheap signs that a rule below can apply at all. */
const cyrillicOrGreek = /[\u0370-\u03ff\u0400-\u052f]/
const wordCharacter = /[\p{L}\p{M}\p{Nd}]/u

const latin = /\p{Script=Latin}/u
const cyrillic = /\p{Script=Cyrillic}/u
const greek = /\p{Script=Greek}/u

/** Letters that look like a Latin one. */
const cyrillicTwins = /^[АВЕЅІЈКМНОРСТУХаеорсухіјѕԁһ]$/u
const greekTwins = /^[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]$/u

/** Most words flagged one by one. */
const mostWords = 8
/** Most words looked at: of a text that has more, more would say nothing new. */
const mostJudged = 5_000

/**
 * Words whose letters come from two alphabets: left by bad copying, or put there to deceive. A word of another alphabet
 * that stands whole is no mixture, nor are the symbols of science (`μm`, `TNFα`, `β-blocker`).
 */
export function findMixedScript({ blocks, language }: FlagDocument): FoundFlag[] {
  const found: FoundFlag[] = []
  let isLatinText: boolean | null = null
  let judged = 0
  for (const block of blocks) {
    if (block.kind === 'code' || !cyrillicOrGreek.test(block.text)) continue
    isLatinText ??= isMostlyLatin(blocks, language)
    for (const { text, at } of suspectWords(block.text)) {
      const message = judge(text, isLatinText)
      if (++judged === mostJudged || found.length === mostWords) return found
      if (message === null) continue
      const start = block.start + at
      found.push({ kind: 'mixed-script', start, end: start + text.length, message })
    }
  }
  return found
}

const longestWord = 60

/**
 * Words with a Cyrillic or Greek letter and one of another kind, or a digit. From letter to letter rather than by one
 * pattern: that would read a text without spaces again from each of its characters.
 */
function* suspectWords(text: string): Generator<{ text: string; at: number }> {
  const letters = /[\u0370-\u03ff\u0400-\u052f]+/g
  for (let run = letters.exec(text); run !== null; run = letters.exec(text)) {
    let start = run.index
    let end = letters.lastIndex
    while (start > 0 && run.index - start < longestWord && wordCharacter.test(text.charAt(start - 1))) start--
    while (end < text.length && end - start < longestWord && wordCharacter.test(text.charAt(end))) end++
    if (end - start > run[0].length) yield { text: text.slice(start, end), at: start }
    letters.lastIndex = end
  }
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
