import { type Entry, getFileNameLowLevel } from 'yauzl'

/** The code page of DOS, which a zip that says nothing of its names means to have: yauzl decodes it. */
const dos = 'cp437'

/**
 * The names in an archive, decoded, with `/` between folders. What an entry declares (UTF-8, or the name once more in
 * Unicode) is believed. For the others one encoding is found for the whole archive: tools on Windows wrote, and some
 * still write, whatever the system of the writer used.
 */
export function decodeNames(entries: readonly Entry[]): string[] {
  const undeclared = entries.filter((entry) => !saysEncoding(entry)).map((entry) => entry.fileNameRaw)
  const encoding = guessEncoding(undeclared)
  return entries.map((entry) => {
    if (encoding === dos || saysEncoding(entry)) {
      return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
    }
    return new TextDecoder(encoding).decode(entry.fileNameRaw).replaceAll('\\', '/')
  })
}

/** `../` and what leads to the root of a disk is taken off: a name is a label here, nothing is ever written there. */
export function harmlessName(name: string): string {
  return name
    .replace(/^[a-z]:(?=\/)/i, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
}

const unicodePathField = 0x7075

function saysEncoding({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): boolean {
  if ((generalPurposeBitFlag & 0x800) !== 0) return true
  return fileNameRaw.every((byte) => byte < 0x80) || extraFields.some(({ id }) => id === unicodePathField)
}

function guessEncoding(names: readonly Uint8Array[]): string {
  if (names.length === 0) return dos
  const joined = Buffer.concat(names.flatMap((name) => [name, Buffer.from('\n')]))
  if (decodes(joined, 'utf-8') !== null) return 'utf-8'
  const japanese = decodes(joined, 'shift_jis') ?? ''
  if (isJapanese(japanese, /[\u3041-\u30f6]/g)) return 'shift_jis'
  if (isCommonChinese(joined)) return 'gb18030'
  if (isJapanese(japanese, /[\u4e00-\u9fff]/g)) return 'shift_jis'
  return isCyrillicDos(joined) ? 'ibm866' : dos
}

function decodes(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Half-width letters are what Russian and much else looks like when it is read as Japanese. */
function isJapanese(text: string, letters: RegExp): boolean {
  const halfWidth = text.match(/[\uff61-\uff9f]/g)?.length ?? 0
  return (text.match(letters)?.length ?? 0) > halfWidth
}

/** Whether all that is not ASCII is pairs of the bytes that GB 2312 has its characters at. */
function isCommonChinese(bytes: Uint8Array): boolean {
  return /^(?:[^\u0080-\u00ff]|[\u00a1-\u00a9\u00b0-\u00f7][\u00a1-\u00fe])*$/.test(latin1(bytes))
}

/** Whether most letters that are not ASCII stand in runs, as in Russian; accents of the West stand alone. */
function isCyrillicDos(bytes: Uint8Array): boolean {
  const text = latin1(bytes)
  const letters = text.match(/[\u0080-\u00af\u00e0-\u00f1]/g)?.length ?? 0
  const inRuns = (text.match(/[\u0080-\u00af\u00e0-\u00f1]{3,}/g) ?? []).join('').length
  return letters > 0 && inRuns * 2 > letters
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
