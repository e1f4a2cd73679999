import { endOf, type FlagDocument, type FoundFlag, shorten } from './types.ts'

/**
 * What the bytes of UTF-8 become when they are read as one of the old encodings: pairs of characters that no language
 * writes one after the other. The second of a pair is a symbol, or a letter that cannot follow the first.
 */
const symbols = '\u00a1-\u00a9\u00ab-\u00b9\u00bc-\u00bf€ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ'
/** The Cyrillic letters and signs that windows-1251 has where UTF-8 has its continuation bytes. */
const cyrillicSymbols = '\u0401-\u040f\u0451-\u045f\u0490\u0491\u00a0-\u00bf‚„†‡€‰‹›™‘’“”•–—'

const patterns = [
  // A character that no decoder could make sense of, or what three more bytes made of it.
  '\ufffd+',
  'ï¿½',
  'ï»¿',
  // Letters with accents, of UTF-8 read as windows-1252 or ISO 8859-1: Ã© for é, Ã¼ for ü; twice over ÃƒÂ©.
  `Ã[${symbols}]`,
  // A closing quotation mark can follow a capital of Portuguese: only between small letters it must be û or ú.
  '\\p{Ll}Ã[»º ]\\p{Ll}',
  `Â[\u00a1-\u00a9\u00ab-\u00b1\u00b4-\u00b7\u00bf]`,
  // The no-break space of UTF-8.
  '[\\p{Ll}\\d.,;:!?]Â(?= )',
  // Punctuation: â€™ for ’, â€œ for “, â€” for —; â‚¬ for €; Å¡ for š.
  'â€',
  'â‚¬',
  'â„¢',
  `[ÅÄ][${'\u00a1-\u00a9\u00ab-\u00b9\u00bc-\u00bfˆ‰Š‹ŒŽ™š›œžŸ'}](?=\\p{Ll})`,
  'ðŸ',
  // Cyrillic and Greek read as windows-1252: pairs that begin with Ð, Ñ, Î or Ï.
  `(?:[ÐÑ][${symbols}\u00aa\u00ba\u00bb°\u00a0“”‘’•–—…‚]){2,}`,
  '(?:[ÐÑ][^\\p{L}\\s\\d]?){4,}',
  `(?:[ÎÏ][${symbols}\u00aa\u00ba\u00bb“”‘’•–—…‚]){2,}`,
  // Cyrillic in an old encoding read as a western one: no word has five such letters in a row.
  '[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]{6,}',
  // Cyrillic of UTF-8 read as windows-1251.
  `(?:[РС][${cyrillicSymbols}]){3,}`,
  // UTF-8 read as Mac Roman.
  '√[©®°±¢£§¶ßÑ∂º]',
  '‚Ä[ôúùìîò¶]',
].join('|')

const garbled = new RegExp(patterns, 'gu')
/** Half of the characters that the patterns need: looking for one costs a tenth of trying them all. */
const suspicious = /[\ufffdÃÂâïðÅÄÐÑÎÏÀ-ÿ√‚РС]/

/** Most passages that are flagged one by one; where there are more the first stands for all. */
const mostPlaces = 5

/** Letters garbled by a wrong encoding: one flag for each block that has some, or one for all where they are many. */
export function findMojibake({ blocks }: FlagDocument): FoundFlag[] {
  const places: { start: number; end: number; word: string; count: number }[] = []
  for (const block of blocks) {
    if (block.kind === 'code' || !suspicious.test(block.text)) continue
    const hits = findHits(block.text)
    const [first] = hits
    const last = hits.at(-1)
    if (first === undefined || last === undefined) continue
    const start = wordStart(block.text, first.index)
    const end = wordEnd(block.text, last.index + last[0].length)
    const word = block.text.slice(start, wordEnd(block.text, first.index + first[0].length))
    places.push({
      start: block.start + start,
      end: Math.min(block.start + end, endOf(block)),
      word,
      count: hits.length,
    })
  }
  const count = places.reduce((sum, place) => sum + place.count, 0)
  const shown = places.length > mostPlaces ? places.slice(0, 1) : places
  return shown.map(({ start, end, word, count: here }) => ({
    kind: 'mojibake',
    start,
    end,
    message: sentence(word, shown.length < places.length ? count : here),
  }))
}

/** A text that is garbled throughout need not be read to its end. */
const mostHits = 1_000

function findHits(text: string): RegExpExecArray[] {
  const hits: RegExpExecArray[] = []
  for (const hit of text.matchAll(garbled)) {
    if (!isDrawl(hit[0])) hits.push(hit)
    if (hits.length === mostHits) break
  }
  return hits
}

/** Letters that are drawn out for effect, as in `nagyoooon jóóóóóóó`: many, but hardly any different ones. */
function isDrawl(hit: string): boolean {
  return hit.length > 5 && /^\p{L}+$/u.test(hit) && new Set(hit).size < 4
}

function sentence(word: string, count: number): string {
  const example = `“${shorten(word, 30)}”`
  return count === 1
    ? `Letters were garbled by a wrong encoding: ${example}.`
    : `Letters were garbled by a wrong encoding in ${count} places, such as ${example}.`
}

function wordStart(text: string, at: number): number {
  const before = text.lastIndexOf(' ', Math.max(0, at - 1))
  return before < 0 ? 0 : Math.min(before + 1, at)
}

function wordEnd(text: string, at: number): number {
  const after = text.indexOf(' ', at)
  return after < 0 ? text.length : after
}
