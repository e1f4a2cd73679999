import iconv from 'iconv-lite'
import { type Alphabet, arabic, cyrillic, greek, hebrew, latin, thai } from './alphabets.ts'
import type { Sample } from './sample.ts'

/** Encodings of one byte a letter, with how unlikely they are before anything was read, in nats. */
const encodings: [name: string, unlikely: number, alphabets: Alphabet[]][] = [
  ['windows-1252', 0, latin],
  ['windows-1250', 1, latin],
  ['windows-1251', 1, cyrillic],
  ['windows-1253', 1, greek],
  ['windows-1254', 1, latin],
  ['windows-1255', 1, hebrew],
  ['windows-1256', 1, arabic],
  ['windows-1257', 1, latin],
  ['windows-874', 1, thai],
  ['iso-8859-2', 1, latin],
  ['iso-8859-15', 2, latin],
  ['iso-8859-5', 2, cyrillic],
  ['iso-8859-6', 2, arabic],
  ['iso-8859-7', 2, greek],
  ['koi8-r', 1, cyrillic],
  ['koi8-u', 2, cyrillic],
  ['iso-8859-3', 4, latin],
  ['iso-8859-4', 4, latin],
  ['iso-8859-13', 4, latin],
  ['iso-8859-14', 4, latin],
  ['macintosh', 6, latin],
  ['maccyrillic', 4, cyrillic],
  ['maccenteuro', 8, latin],
  ['cp866', 4, cyrillic],
  ['cp850', 8, latin],
  ['cp852', 8, latin],
  ['cp437', 9, latin],
]

export interface Reading {
  encoding: string
  /** The logarithm of how likely it is that somebody wrote this: higher is better. */
  score: number
}

/** How well a sample reads in each of the encodings of one byte a letter. */
export function readSingleBytes(sample: Sample): Reading[] {
  return encodings.map(([encoding, unlikely, alphabets]) => {
    const table = tableOf(encoding, alphabets)
    return { encoding, score: scoreLetters(sample, table) + scorePairs(sample, table) - unlikely }
  })
}

/** All that scoring needs to know of an encoding, by byte. Likelihoods are logarithms. */
interface Table {
  classes: number[]
  /** The likelihood of what is no letter. */
  signs: Float64Array
  /** The likelihood of letters in each of the alphabets. */
  alphabets: { share: number; letters: Float64Array }[]
}
const tables = new Map<string, Table>()

function tableOf(encoding: string, alphabets: Alphabet[]): Table {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const characters = Array.from({ length: 256 }, (_, byte) => iconv.decode(Buffer.from([byte]), encoding))
  const classes = characters.map(classify)
  const isLetter = (byte: number) => byte >= 0x80 && (classes[byte] ?? 0) >= 4
  const table = {
    classes,
    signs: Float64Array.from(characters, (character, byte) =>
      byte < 0x80 || isLetter(byte) ? 0 : classes[byte] === broken ? brokenByte : likelihoodOfSign(character),
    ),
    alphabets: alphabets.map((alphabet) => {
      const likely = likelihoods(alphabet)
      return {
        share: alphabet.share,
        letters: Float64Array.from(characters, (character, byte) =>
          isLetter(byte)
            ? (likely.get(character.toLowerCase()) ?? alienLetter) -
              ((classes[byte] ?? 0) % 4 === upper ? 1.5 : 0)
            : 0,
        ),
      }
    }),
  }
  tables.set(encoding, table)
  return table
}

/** What a character is to its neighbours; `opening` signs have no letter before them. Letters of a script are told by `script * 4 + case`. */
const broken = -1
const blank = 0
const symbol = 1
const mark = 2
const opening = 3
const lower = 0
const upper = 1
const uncased = 2
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{L}|\p{M}/u]

function classify(character: string): number {
  if (/[\ufffd\u0080-\u009f\ue000-\uf8ff]/.test(character) || character === '') return broken
  if (/[ªº]/.test(character)) return mark
  if (/[‚„‹«¿¡]/.test(character)) return opening
  const script = scripts.findIndex((pattern) => pattern.test(character))
  if (script >= 0) return (script + 1) * 4 + caseOf(character)
  if (/[\s\p{P}\p{N}\0-\x7f]/u.test(character) && !/[‡†§¶]/.test(character)) return blank
  return /[©®™€£°]/.test(character) ? mark : symbol
}

function caseOf(character: string): number {
  if (character.toLowerCase() !== character) return upper
  return character.toUpperCase() === character ? uncased : lower
}

const brokenByte = -16
const alienLetter = -12
const rareSymbol = -10
const densityLimit = 12

/** The best of the alphabets: each letter as likely as it is in that language, and as many of them as it has. */
function scoreLetters(sample: Sample, { classes, signs, alphabets }: Table): number {
  let beside = 0
  let letters = 0
  for (const byte of sample.used) {
    beside += (sample.counts[byte] ?? 0) * (signs[byte] ?? 0)
    if ((classes[byte] ?? 0) >= 4) letters += sample.counts[byte] ?? 0
  }
  let best = Number.NEGATIVE_INFINITY
  for (const alphabet of alphabets) {
    let score = -Math.min(densityLimit, surprise(letters, letters + sample.asciiLetters, alphabet.share))
    for (const byte of sample.used) score += (sample.counts[byte] ?? 0) * (alphabet.letters[byte] ?? 0)
    best = Math.max(best, score)
  }
  return beside + best
}

/** How surprising it is to find `found` of `all` where `share` of them was to be expected, in nats. */
function surprise(found: number, all: number, share: number): number {
  const rest = all - found
  const part = (count: number, expected: number) =>
    count === 0 ? 0 : count * Math.log(count / all / expected)
  return part(found, share) + part(rest, 1 - share)
}

function likelihoodOfSign(character: string): number {
  if (/[’“”–—\u00a0«»]/.test(character)) return -4.5
  if (/[„‚‘‹›…€£©®™°§·•²³½¼¾×¿¡ºª´№]/.test(character)) return -6.5
  return rareSymbol
}

/** The logarithm of each letter's share of them: shares fall about as the inverse of the rank. */
function likelihoods({ letters }: Alphabet): Map<string, number> {
  const weights = [...letters].map((letter, rank): [string, number] => [letter, 1 / (rank + 3)])
  const sum = weights.reduce((total, [, weight]) => total + weight, 0)
  return new Map(weights.map(([letter, weight]) => [letter, Math.log(weight / sum)]))
}

const capitalInWord = -5
const mixedScripts = -6
const symbolInWord = -3

/** What never stands side by side in a word: a capital behind a small letter, letters of two scripts, a symbol. */
function scorePairs(sample: Sample, table: Table): number {
  let score = 0
  for (const [pair, count] of sample.pairs) {
    const left = table.classes[pair >> 8] ?? broken
    const right = table.classes[pair & 255] ?? broken
    if (left >= 4 && right >= 4) {
      if (left >> 2 !== right >> 2) score += count * mixedScripts
      else if (left % 4 === lower && right % 4 === upper) score += count * capitalInWord
    } else if (left >= 4 ? right === symbol || right === opening : left === symbol && right >= 4) {
      score += count * symbolInWord
    }
  }
  return score
}
