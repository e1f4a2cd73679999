import iconv from 'iconv-lite'
import type { Decoded } from './decoded.ts'

const escapeByte = 0x1b
const shiftOut = 0x0e
const shiftIn = 0x0f

/** What follows an escape, and which set of characters it calls up. */
const japaneseSets: [sequence: string, set: 'ascii' | 'kanji' | 'kana' | 'rare-kanji'][] = [
  ['(B', 'ascii'],
  ['(J', 'ascii'],
  ['$@', 'kanji'],
  ['$B', 'kanji'],
  ['(I', 'kana'],
  ['$(D', 'rare-kanji'],
]

/**
 * Reads the 7-bit encodings of old East Asian mail, ISO-2022-JP and ISO-2022-KR, which call up their sets of characters by
 * escape sequences (RFC 1468, RFC 1557). Null where there are no such sequences. Nothing else begins them.
 */
export function decodeIso2022(bytes: Uint8Array): Decoded | null {
  const index = bytes.indexOf(escapeByte)
  if (index < 0 || bytes[index + 1] === undefined) return null
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (/[\x80-\xff]/.test(text)) return null
  if (text.includes('\x1b$)C'))
    return reading(fromKorean(text.replaceAll('\x1b$)C', '')), 'euc-kr', 'iso-2022-kr')
  const calls = ['\x1b$@', '\x1b$B', '\x1b(I'].some((call) => text.includes(call))
  return calls ? reading(fromJapanese(text), 'euc-jp', 'iso-2022-jp') : null
}

function reading(bytes: number[], inner: string, encoding: string): Decoded {
  return { text: iconv.decode(Buffer.from(bytes), inner), encoding, certain: true }
}

/** The same in EUC-JP, where the upper half of the bytes says what the escapes said. */
function fromJapanese(text: string): number[] {
  const bytes: number[] = []
  let set: (typeof japaneseSets)[number][1] = 'ascii'
  for (let index = 0; index < text.length; index++) {
    const byte = text.charCodeAt(index)
    const called =
      byte === escapeByte && japaneseSets.find(([sequence]) => text.startsWith(sequence, index + 1))
    if (called) {
      set = called[1]
      index += called[0].length
    } else if (set === 'ascii' || byte <= 0x20) bytes.push(byte)
    else if (set === 'kana') bytes.push(0x8e, byte | 0x80)
    else {
      if (set === 'rare-kanji') bytes.push(0x8f)
      bytes.push(byte | 0x80, text.charCodeAt(++index) | 0x80)
    }
  }
  return bytes
}

function fromKorean(text: string): number[] {
  const bytes: number[] = []
  let shifted = false
  for (let index = 0; index < text.length; index++) {
    const byte = text.charCodeAt(index)
    if (byte === shiftOut || byte === shiftIn) shifted = byte === shiftOut
    else bytes.push(shifted && byte > 0x20 ? byte | 0x80 : byte)
  }
  return bytes
}
