import iconv from 'iconv-lite'
import type { Decoded } from '../encoding.ts'

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
 * none, by its spaces and line ends; null where nothing speaks for it.
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
  /** 16-bit units that are a space or an end of line, by byte order: Chinese has no zero bytes but in these. */
  let little = 0
  let big = 0
  looked.forEach((byte, index) => {
    if (byte === 0) zeros[index % 4] = (zeros[index % 4] ?? 0) + 1
    const isBlank = byte === 0x20 || byte === 0x0a
    if (isBlank && index % 2 === 0 && looked[index + 1] === 0) little++
    if (isBlank && index % 2 === 1 && looked[index - 1] === 0) big++
  })
  const [first, second, third, fourth] = zeros.map((count) => count / (looked.length / 4)) as [
    number,
    number,
    number,
    number,
  ]
  if (bytes.length % 4 === 0 && third > 0.9 && fourth > 0.9 && first < 0.2) return 'utf-32le'
  if (bytes.length % 4 === 0 && first > 0.9 && second > 0.9 && fourth < 0.2) return 'utf-32be'
  if (bytes.length % 2 !== 0) return null
  const even = (first + third) / 2
  const odd = (second + fourth) / 2
  if (odd > 0.3 && even < 0.05) return 'utf-16le'
  if (even > 0.3 && odd < 0.05) return 'utf-16be'
  if (little > 0 && little * 4 > odd * looked.length && big === 0) return 'utf-16le'
  return big > 0 && big * 4 > even * looked.length && little === 0 ? 'utf-16be' : null
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
