import { inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl'
import { CrossreadError } from '#shared/errors.ts'
import { endOfZip } from '../zip-end.ts'

/**
 * Zip archives from strangers, unpacked in memory and within limits. yauzl reads the directory; what its entries say
 * of their size is believed only where it is too much, and unpacking stops by itself where the limit is reached.
 */

export interface ArchiveLimits {
  /** Bytes that may be unpacked in all, counting an entry each time it is read. */
  total: number
  /** How many times its packed size an entry may unpack to, once it is larger than 16 MB. */
  ratio: number
  entries: number
}

const usualLimits: ArchiveLimits = { total: 400_000_000, ratio: 250, entries: 100_000 }

/** Below this an entry cannot do harm, however well it is packed: XML of a long table easily shrinks to a hundredth. */
const harmlessSize = 16_000_000

export interface ArchiveEntry {
  /** With `/` between folders; never absolute and never leading out of the archive. */
  name: string
  /** The name's bytes, for archives of old tools that say nothing of their encoding. */
  rawName: Uint8Array
  /** Whether `name` was certain to be decoded rightly: it is UTF-8 or ASCII. */
  nameCertain: boolean
  /** The unpacked size in bytes that the directory declares. It may lie. */
  size: number
  encrypted: boolean
  /** The Unix file type says that the entry points to another. */
  symlink: boolean
}

export interface Archive {
  /** The files in the order of the directory; folders and names that lead elsewhere are left out. */
  entries: ArchiveEntry[]
  names: string[]
  /** How many entries were left out because their names lead out of the archive or hold control characters. */
  unsafe: number
  has: (name: string) => boolean
  /** Throws `file_unreadable` where the entry is missing, encrypted, damaged or beyond the limits. */
  read: (name: string) => Promise<Uint8Array>
  /** The entry as text: by its byte order mark, by its XML declaration, otherwise UTF-8. Throws as `read` does. */
  text: (name: string) => Promise<string>
}

/**
 * Opens a zip. `what` names it in reasons of failure, as in “This Word file is damaged”.
 * Throws `file_unreadable` for anything that is not a whole zip.
 */
export async function openArchive(
  bytes: Uint8Array,
  options: Partial<ArchiveLimits> & { what?: string } = {},
): Promise<Archive> {
  const what = options.what ?? 'archive'
  const limits = { ...usualLimits, ...options }
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const buffer = whole.subarray(0, endOfZip(whole))
  const { zip, found, unsafe } = await readDirectory(buffer, limits, what)
  let left = limits.total

  const read = async (name: string): Promise<Uint8Array> => {
    const entry = found.get(name)
    if (entry === undefined) throw damaged(what, `“${name}” is missing inside it`)
    const unpacked = await unpack(zip, buffer, entry, Math.min(left, limitOf(entry, limits)), what)
    left -= unpacked.length
    return unpacked
  }
  const entries = [...found].map(([name, entry]) => entryOf(name, entry))
  return {
    entries,
    names: entries.map(({ name }) => name),
    unsafe,
    has: (name) => found.has(name),
    read,
    text: async (name) => decodeXml(await read(name)),
  }
}

async function readDirectory(
  buffer: Buffer,
  limits: ArchiveLimits,
  what: string,
): Promise<{ zip: ZipFile; found: Map<string, Entry>; unsafe: number }> {
  const found = new Map<string, Entry>()
  let unsafe = 0
  try {
    const zip = await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false })
    if (zip.entryCount > limits.entries) throw tooMuch(what, `holds more than ${limits.entries} files`)
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      if (name.endsWith('/')) continue
      if (isSafe(name)) found.set(name, entry)
      else unsafe += 1
    }
    return { zip, found, unsafe }
  } catch (error) {
    if (error instanceof CrossreadError) throw error
    if (error instanceof Error && error.message.includes('strong encryption')) throw protectedByPassword(what)
    throw damaged(what, 'what it holds cannot be listed')
  }
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
}

function isSafe(name: string): boolean {
  return name !== '' && name.length <= 4_096 && validateFileName(name) === null && !/\p{Cc}/u.test(name)
}

function entryOf(name: string, entry: Entry): ArchiveEntry {
  const isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0
  return {
    name,
    rawName: entry.fileNameRaw,
    nameCertain: isUtf8 || entry.fileNameRaw.every((byte) => byte < 0x80),
    size: entry.uncompressedSize,
    encrypted: entry.isEncrypted(),
    symlink: ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000,
  }
}

function limitOf(entry: Entry, limits: ArchiveLimits): number {
  return Math.max(harmlessSize, entry.compressedSize * limits.ratio)
}

async function unpack(
  zip: ZipFile,
  buffer: Buffer,
  entry: Entry,
  limit: number,
  what: string,
): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw protectedByPassword(what)
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw damaged(what, 'it is packed in a way that only few programs know')
  }
  const packed = await packedBytes(zip, buffer, entry, what)
  if (entry.uncompressedSize > limit || (entry.compressionMethod === 0 && packed.length > limit)) {
    throw tooMuch(what, 'unpacks to more than a document can sensibly hold')
  }
  if (entry.compressionMethod === 0) return packed
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    if (error instanceof RangeError) throw tooMuch(what, 'unpacks to more than a document can sensibly hold')
    throw damaged(what, 'a part of it cannot be unpacked')
  }
}

async function packedBytes(zip: ZipFile, buffer: Buffer, entry: Entry, what: string): Promise<Buffer> {
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const end = fileDataStart + entry.compressedSize
    if (end <= buffer.length) return buffer.subarray(fileDataStart, end)
  } catch {
    // A directory that points to nowhere: the same as one that points past the end.
  }
  throw damaged(what, 'a part of it is missing')
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (first === 0x3c && second === 0x00) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0x00 && second === 0x3c) return new TextDecoder('utf-16be').decode(bytes)
  const head = first === 0xef && second === 0xbb && third === 0xbf ? '' : latin1Head(bytes)
  const declared = /^<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  return decoderFor(declared).decode(bytes)
}

function latin1Head(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 200))
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> {
  try {
    // What declares UTF-16 and is read byte by byte up to here is not UTF-16.
    return new TextDecoder(/^utf-?16/i.test(label) ? 'utf-8' : label)
  } catch {
    return new TextDecoder()
  }
}

/** A reason of failure for a file that is broken; `why` completes the sentence “This … is damaged or incomplete: …”. */
export function damaged(what: string, why: string): CrossreadError {
  return new CrossreadError(
    'file_unreadable',
    `This ${what} is damaged or incomplete: ${why}. Get it again, or open it in the program that made it, save it anew and import that.`,
  )
}

export function protectedByPassword(what: string): CrossreadError {
  return new CrossreadError(
    'file_unreadable',
    `This ${what} is protected by a password. Remove the password and import it again.`,
  )
}

function tooMuch(what: string, why: string): CrossreadError {
  return new CrossreadError(
    'file_unreadable',
    `This ${what} ${why}, so it was not opened. It may have been made to do harm.`,
  )
}
