import iconv from 'iconv-lite'
import { commonChinese, commonHangul, commonKanji } from './alphabets.ts'
import type { Decoded } from './decoded.ts'

/** The byte order marks; UTF-32's little-endian one begins like UTF-16's and so comes first. */
const marks: [encoding: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Reads a file that begins with a byte order mark; null where there is none, or it is not true of what follows. */
export function decodeMarked(bytes: Uint8Array): Decoded | null {
  const found = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (found === undefined) return null
  const [encoding, mark] = found
  const text = decodeAs(bytes.subarray(mark.length), encoding)
  return isMostlyText(text) ? { text, encoding, certain: true } : null
}

/**
 * Reads UTF-16 or UTF-32 without a byte order mark, which is known by where the zero bytes stand, or, where a script has
 * hardly any, by the letters that come out; null where nothing speaks for it.
 */
export function decodeUnmarkedWide(bytes: Uint8Array): Decoded | null {
  const encoding = wideEncoding(bytes)
  if (encoding === null) return null
  const text = decodeAs(bytes, encoding)
  return text.includes('\0') || !isMostlyText(text) ? null : { text, encoding, certain: true }
}

/** How many bytes are looked at. */
const sample = 65_536

function wideEncoding(bytes: Uint8Array): string | null {
  const looked = bytes.subarray(0, sample)
  const zeros = [0, 0, 0, 0]
  looked.forEach((byte, index) => {
    if (byte === 0) zeros[index % 4] = (zeros[index % 4] ?? 0) + 1
  })
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros.map((count) => count / (looked.length / 4))
  if (bytes.length % 4 === 0 && fourth > 0.9 && third > 0.8 && first < 0.2) return 'utf-32le'
  if (bytes.length % 4 === 0 && first > 0.9 && second > 0.8 && fourth < 0.2) return 'utf-32be'
  if (bytes.length % 2 !== 0) return null
  const even = (first + third) / 2
  const odd = (second + fourth) / 2
  if (odd > 0.3 && even < 0.05) return 'utf-16le'
  if (even > 0.3 && odd < 0.05) return 'utf-16be'
  return wideByLetters(looked.subarray(0, 2_048))
}

/** Scripts other than Latin have no zero bytes but for spaces: read in the right order, they make sense. */
function wideByLetters(bytes: Uint8Array): string | null {
  const little = shareOfSense(decodeAs(bytes, 'utf-16le'))
  const big = shareOfSense(decodeAs(bytes, 'utf-16be'))
  if (Math.max(little, big) < 0.6 || Math.min(little, big) > 0.3) return null
  return little > big ? 'utf-16le' : 'utf-16be'
}

const ordinary = /[\t\n\r -~\u00a0-\u00bf\u0370-\u06ff\u0900-\u0e7f\u2010-\u203a\u3001-\u30ff\uff01-\uff5e]/

/** How much of a text is made of alphabets and of common East Asian letters. */
function shareOfSense(text: string): number {
  let sensible = 0
  for (const character of text) {
    const isCommon =
      ordinary.test(character) ||
      commonChinese.has(character) ||
      commonKanji.has(character) ||
      commonHangul.has(character)
    if (isCommon) sensible++
  }
  return sensible / text.length
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding.startsWith('utf-32'))
    return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, {
      stripBOM: false,
    })
  return new TextDecoder(encoding).decode(bytes)
}

/** A mark can stand by chance before something else: nothing but text decodes almost without errors. */
function isMostlyText(text: string): boolean {
  const errors = text.split('\ufffd').length - 1
  return errors * 20 <= text.length
}
