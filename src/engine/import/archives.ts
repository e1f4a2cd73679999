import { setImmediate as nextTurn } from 'node:timers/promises'
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { type Entry, fromRandomAccessReader, type ZipFile } from 'yauzl'
import { CrossreadError } from '#shared/errors.ts'
import { type Bytes, BytesReader, bytesOf, type KeptArchives } from './archive-bytes.ts'
import { decodeNames, harmlessName } from './archive-names.ts'
import { displayPath } from './display-path.ts'
import type { ImportFile } from './import-file.ts'
import { explainReading, largestFile, tooLarge } from './read-file.ts'
import { isHidden, partsOfPages } from './saved-page.ts'
import { endOfZip } from './zip-end.ts'

/** What an archive and those inside it may hold. An archive is a stranger's: it may be made to do harm. */
export interface ArchiveLimits {
  /** In bytes, unpacked, together. */
  total: number
  /** How many times its packed size a file may have, once it is larger than `harmless` bytes. */
  ratio: number
  harmless: number
  entries: number
  /** How many archives may stand one in the other. */
  depth: number
}

const usualLimits: ArchiveLimits = {
  total: 2_000_000_000,
  ratio: 200,
  harmless: 10_000_000,
  entries: 100_000,
  depth: 3,
}

/** An archive on the way through it, and what it and those around it used up of the limits. */
interface Walk {
  label: string
  depth: number
  used: { bytes: number; entries: number }
  limits: ArchiveLimits
  kept: KeptArchives
  signal: AbortSignal
}

/** One file in an archive. */
interface Member {
  name: string
  entry: Entry
  read: () => Promise<Uint8Array>
}

export function isArchiveName(name: string): boolean {
  return /\.zip$/i.test(name)
}

/**
 * The files in a zip, and in zips inside it, in the order of their directories. `archive` is the zip itself, given back
 * alone where it turns out to be a document (a .docx, .odt or .epub is a zip as well). What is wrong with the archive,
 * or too much, is given as a file that fails with the reason. Files are unpacked when they are read, one by one.
 */
export async function* listArchive(
  archive: ImportFile,
  options: { kept: KeptArchives; signal: AbortSignal; limits?: Partial<ArchiveLimits> },
): AsyncGenerator<ImportFile> {
  const walk: Walk = {
    label: archive.path,
    depth: 1,
    used: { bytes: 0, entries: 0 },
    limits: { ...usualLimits, ...options.limits },
    kept: options.kept,
    signal: options.signal,
  }
  try {
    yield* members(archive, await bytesOf(archive), walk)
  } catch (error) {
    yield failing(
      archive,
      error instanceof CrossreadError ? error : unreadable(explainReading(error, 'file')),
    )
  }
}

async function* members(archive: ImportFile, bytes: Bytes, walk: Walk): AsyncGenerator<ImportFile> {
  const { found, names, trouble } = await readDirectory(bytes, walk)
  if (isDocument(names)) {
    yield archive
    return
  }
  const visible = withoutClutter(found)
  for (const member of visible) {
    if (walk.signal.aborted) return
    walk.used.bytes += member.entry.uncompressedSize
    if (walk.used.bytes > walk.limits.total) {
      yield failing(archive, unreadable(overflow(walk.limits.total)))
      return
    }
    const file = asFile(member, walk)
    if (file.failure !== undefined || !isArchiveName(member.name)) yield file
    else yield* nested(file, member, walk)
  }
  if (trouble !== null) yield failing(archive, trouble)
  else if (visible.length === 0) yield failing(archive, unreadable('There are no files in this archive.'))
}

async function* nested(file: ImportFile, { entry, read }: Member, walk: Walk): AsyncGenerator<ImportFile> {
  if (walk.depth >= walk.limits.depth) {
    const reason = `This archive is inside ${walk.limits.depth} others. Unpack those and import it by itself.`
    yield failing(file, unreadable(reason))
    return
  }
  try {
    const bytes = walk.kept.bytes(entry.uncompressedSize, read)
    yield* members(file, bytes, { ...walk, label: file.path, depth: walk.depth + 1 })
  } catch (error) {
    yield failing(file, error instanceof CrossreadError ? error : damaged())
  }
}

/** Reads what the archive says is in it. Where that breaks off, what was read until there is given with the trouble. */
async function readDirectory(
  bytes: Bytes,
  { used, limits }: Walk,
): Promise<{ found: Member[]; names: string[]; trouble: CrossreadError | null }> {
  const entries: Entry[] = []
  const reader = new BytesReader(bytes)
  const zip = await openZip(reader, await lengthOfZip(bytes))
  let trouble: CrossreadError | null = null
  try {
    for await (const entry of zip.eachEntry()) {
      used.entries += 1
      if (used.entries > limits.entries) {
        trouble = unreadable(
          `The archive holds more than ${limits.entries} files. Unpack it and import the folder.`,
        )
        break
      }
      entries.push(entry)
    }
  } catch (error) {
    trouble = explainZip(error)
  }
  reader.stopReadingAhead()
  const names = decodeNames(entries)
  const found = entries.flatMap((entry, index) => {
    const name = names[index] ?? ''
    if (name.endsWith('/') || isLink(entry) || harmlessName(name) === '') return []
    return [{ name: harmlessName(name), entry, read: () => readMember(zip, bytes, entry) }]
  })
  if (found.length === 0 && trouble !== null) throw trouble
  return { found, names, trouble }
}

async function openZip(reader: BytesReader, size: number): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, autoClose: false }
    fromRandomAccessReader(reader, size, options, (error, zip) => {
      if (error === null) resolve(zip)
      else reject(explainZip(error))
    })
  })
}

/** The length without what downloads and mail gateways append behind a zip, which yauzl does not forgive. In bytes. */
async function lengthOfZip(bytes: Bytes): Promise<number> {
  const start = Math.max(0, bytes.size - 66_000)
  const tail = await bytes.read(start, bytes.size - start)
  return start + endOfZip(tail)
}

/** Whether a zip is one document: of Office, of OpenDocument or an e-book. */
function isDocument(names: readonly string[]): boolean {
  return (
    names[0] === 'mimetype' ||
    names.includes('[Content_Types].xml') ||
    names.includes('META-INF/container.xml')
  )
}

/** Without hidden files, what systems leave behind, and the parts of saved pages. */
function withoutClutter(found: readonly Member[]): Member[] {
  const inFolder = new Map<string, string[]>()
  for (const { name } of found) {
    const folder = name.slice(0, name.lastIndexOf('/') + 1)
    const names = inFolder.get(folder)
    if (names === undefined) inFolder.set(folder, [name.slice(folder.length)])
    else names.push(name.slice(folder.length))
  }
  const parts = new Map([...inFolder].map(([folder, names]) => [folder, partsOfPages(names)]))
  const isClutter = (name: string) => {
    let folder = ''
    for (const part of name.split('/')) {
      if (isHidden(part) || parts.get(folder)?.(part)) return true
      folder += `${part}/`
    }
    return false
  }
  return found.filter(({ name }) => !isClutter(name))
}

function asFile({ name, entry, read }: Member, { label, limits }: Walk): ImportFile {
  const shown = displayPath(name)
  const file = {
    path: `${label} › ${shown}`,
    name: shown.slice(shown.lastIndexOf('/') + 1),
    size: async () => entry.uncompressedSize,
    read,
  }
  const reason = refusal(entry, limits)
  return reason === null ? file : failing(file, unreadable(reason))
}

function refusal(entry: Entry, limits: ArchiveLimits): string | null {
  const { uncompressedSize, compressedSize } = entry
  if (entry.isEncrypted()) {
    return 'This file is protected by a password in its archive. Unpack the archive and import the file by itself.'
  }
  if (uncompressedSize > limits.harmless && uncompressedSize > limits.ratio * compressedSize) {
    return `The file unpacks to more than ${limits.ratio} times its size, so it was not opened. It may have been made to do harm.`
  }
  if (uncompressedSize > largestFile) return tooLarge
  if (entry.canDecodeFileData()) return null
  return 'The file is packed in a way that only few programs know. Unpack the archive and import the file by itself.'
}

const inflate = promisify(inflateRaw)

/** Unpacks one file, to no more than it is said to have. Throws `file_unreadable` where that is not what is in it. */
async function readMember(zip: ZipFile, bytes: Bytes, entry: Entry): Promise<Uint8Array> {
  const { compressedSize, uncompressedSize, compressionMethod } = entry
  let unpacked: Uint8Array
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const packed = await bytes.read(fileDataStart, compressedSize)
    const most = { maxOutputLength: Math.max(1, uncompressedSize), chunkSize: 131_072 }
    unpacked = compressionMethod === 0 ? packed : await inflate(packed, most)
  } catch (error) {
    throw error instanceof CrossreadError ? error : damaged('This file in the archive cannot be unpacked')
  }
  const isWhole = unpacked.length === uncompressedSize && (await checksum(unpacked)) === entry.crc32
  if (!isWhole) throw damaged('This file in the archive is not what it was when it was packed')
  return unpacked
}

/** In pieces, so that nobody waits for a long one. */
async function checksum(bytes: Uint8Array): Promise<number> {
  const piece = 16_000_000
  let sum = 0
  for (let start = 0; start < bytes.length; start += piece) {
    sum = crc32(bytes.subarray(start, start + piece), sum)
    if (start + piece < bytes.length) await nextTurn()
  }
  return sum
}

function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

function failing(file: ImportFile, failure: CrossreadError): ImportFile {
  const { path, name } = file
  return { path, name, failure, size: async () => 0, read: () => Promise.reject(failure) }
}

function explainZip(error: unknown): CrossreadError {
  const message = error instanceof Error ? error.message : ''
  if (message.includes('strong encryption')) {
    return unreadable('This archive is protected by a password. Unpack it and import the folder.')
  }
  if (message.includes('multi-disk')) {
    return unreadable(
      'This is one part of an archive in several. Unpack them together and import the folder.',
    )
  }
  return damaged()
}

function damaged(what = 'This archive is damaged or incomplete'): CrossreadError {
  return unreadable(`${what}. Get it again, or unpack it with another program and import the folder.`)
}

function overflow(total: number): string {
  const size = Math.round(total / 1_000_000)
  return `The archive unpacks to more than ${size} MB, so the rest of it was left out. Unpack it and import the folder.`
}

function unreadable(reason: string): CrossreadError {
  return new CrossreadError('file_unreadable', reason)
}
