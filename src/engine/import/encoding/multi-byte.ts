import iconv from 'iconv-lite'
import { commonChinese, commonHangul, commonKanji } from './alphabets.ts'
import type { Sample } from './sample.ts'
import type { Reading } from './single-byte.ts'

type Likelihood = (character: string) => number

/** East Asian encodings, each with how likely a character is in the language it was made for, in nats. */
const encodings: [name: string, likelihood: Likelihood][] = [
  ['shift_jis', japanese],
  ['euc-jp', japanese],
  ['euc-kr', korean],
  ['gb18030', chinese],
  ['big5', chinese],
]

const unlikely = 6
const invalid = -14
const alien = -13
const betweenLetters = -4

/** How well a sample reads in each of the East Asian encodings. */
export function readMultiBytes(sample: Sample): Reading[] {
  const buffer = Buffer.from(sample.bytes.buffer, sample.bytes.byteOffset, sample.bytes.byteLength)
  return encodings.map(([encoding, likelihood]) => ({
    encoding,
    score: score(iconv.decode(buffer, encoding), likelihood) - unlikely,
  }))
}

function score(text: string, likelihood: Likelihood): number {
  let sum = 0
  const characters = [...text]
  // The sample may end in the middle of a character.
  if (characters.at(-1) === '\ufffd') characters.pop()
  characters.forEach((character, index) => {
    if (character < '\x80') return
    sum += /[\ufffd\u0080-\u009f\ue000-\uf8ff]/.test(character) ? invalid : likelihood(character)
    if (isAsciiLetter(characters[index - 1]) && isAsciiLetter(characters[index + 1])) sum += betweenLetters
  })
  return sum
}

function isAsciiLetter(character: string | undefined): boolean {
  return character !== undefined && /^[A-Za-z]$/.test(character)
}

function japanese(character: string): number {
  if (/[\u3041-\u3096]/.test(character)) return -3.6
  if (/[\u30a1-\u30fc]/.test(character)) return -4.6
  if (/[\uff61-\uff9f]/.test(character)) return -9
  if (commonKanji.has(character)) return -7
  return isHan(character) ? -10.5 : sign(character)
}

function chinese(character: string): number {
  if (commonChinese.has(character)) return -6.5
  return isHan(character) ? -9.8 : sign(character)
}

function korean(character: string): number {
  if (commonHangul.has(character)) return -5.5
  if (/[\uac00-\ud7a3]/.test(character)) return -9.2
  return isHan(character) ? -11 : sign(character)
}

function isHan(character: string): boolean {
  return /[\u4e00-\u9fff]/.test(character)
}

function sign(character: string): number {
  if (/[、。，「」『』《》（）：；！？“”‘’…—・　]/.test(character)) return -4.5
  return /[\uff01-\uff5e\u3000-\u303f\u2010-\u203b\u2460-\u24ff\u25a0-\u2606·]/.test(character) ? -7.5 : alien
}
