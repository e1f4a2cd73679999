import iconv from 'iconv-lite'
import type { Decoded } from './decoded.ts'
import { readMultiBytes } from './multi-byte.ts'
import { type Sample, takeSample } from './sample.ts'
import { type Reading, readSingleBytes } from './single-byte.ts'

/** How much a document's own word for its encoding counts, in nats: more than a letter or two, less than a sentence. */
const trustInHint = 15
/** A reading is certain where the next best is so much less likely, in nats. */
const clearMargin = 10

/**
 * Reads a text that is not valid Unicode: in whichever encoding the letters that come out are likeliest to be somebody's
 * language. An encoding whose reading is the same, letter for letter, is no rival.
 */
export function decodeLegacy(bytes: Uint8Array, hint: string | undefined): Decoded {
  const sample = takeSample(bytes)
  const named = hint === undefined ? undefined : encodingNamed(hint)
  const readings = [readDamagedUtf8(sample), ...readSingleBytes(sample), ...readMultiBytes(sample)]
  if (named !== undefined && !readings.some(({ encoding }) => encoding === named)) {
    readings.push({ encoding: named, score: scoreUnknown(sample, named) })
  }
  for (const reading of readings) if (reading.encoding === named) reading.score += trustInHint
  readings.sort((a, b) => b.score - a.score)
  const best = readings[0] ?? { encoding: 'windows-1252', score: 0 }
  return {
    text: decodeAs(bytes, best.encoding),
    encoding: best.encoding,
    certain: isCertain(sample, best, readings),
  }
}

function isCertain(sample: Sample, best: Reading, readings: Reading[]): boolean {
  const text = decodeAs(sample.bytes, best.encoding)
  if (text.includes('\ufffd')) return false
  const near = readings.filter(({ score }) => score > best.score - clearMargin)
  return near.every(({ encoding }) => decodeAs(sample.bytes, encoding) === text)
}

/** Names of the web and of mail for what is in truth a larger encoding; and those that nobody can mean here. */
const trueNames: Record<string, string | undefined> = {
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-8': 'windows-1255',
  'iso-8859-8-i': 'windows-1255',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
  cp932: 'shift_jis',
  ks_c_5601: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  cp949: 'euc-kr',
  'big5-hkscs': 'big5',
  'x-mac-roman': 'macintosh',
  'x-mac-cyrillic': 'maccyrillic',
}

function encodingNamed(hint: string): string | undefined {
  const name = hint
    .trim()
    .toLowerCase()
    .replaceAll('_', hint.toLowerCase().startsWith('ks_c') ? '_' : '-')
  const known = trueNames[name] ?? (name === 'shift-jis' ? 'shift_jis' : name)
  return /^utf-?(?:7|16|32)/.test(known) || !iconv.encodingExists(known) ? undefined : known
}

const perCharacter = -6
const invalid = -14

/** UTF-8 that was cut, or had a few bytes of something else put into it. */
function readDamagedUtf8(sample: Sample): Reading {
  return { encoding: 'utf-8', score: scoreUnknown(sample, 'utf-8') }
}

function scoreUnknown(sample: Sample, encoding: string): number {
  const buffer = Buffer.from(sample.bytes.buffer, sample.bytes.byteOffset, sample.bytes.byteLength)
  let score = 0
  for (const character of iconv.decode(buffer, encoding)) {
    if (character >= '\x80') score += /[\ufffd\u0080-\u009f]/.test(character) ? invalid : perCharacter
  }
  return score
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (encoding === 'utf-8') return decodeDamagedUtf8(buffer)
  const text = iconv.decode(buffer, encoding)
  // The sign of currency gave way to the euro's when there was one.
  return encoding === 'macintosh' ? text.replaceAll('¤', '€') : text
}

/** A byte beyond ASCII that stands alone is never UTF-8: somebody pasted a letter of Windows' there. */
function decodeDamagedUtf8(buffer: Buffer): string {
  const repaired = buffer
    .toString('latin1')
    .replace(/(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])/g, (byte) =>
      Buffer.from(iconv.decode(Buffer.from(byte, 'latin1'), 'windows-1252')).toString('latin1'),
    )
  return new TextDecoder().decode(Buffer.from(repaired, 'latin1'))
}
