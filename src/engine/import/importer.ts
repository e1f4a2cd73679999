import { setImmediate as nextTurn } from 'node:timers/promises'
import { toWireError } from '#shared/errors.ts'
import type { ImportLine, ImportReport } from '#shared/model.ts'
import type { Session } from '../session.ts'
import { findSourceByOriginal, type OriginalRow } from '../store/sources.ts'
import { setBulkWriting } from '../store/store.ts'
import { decodeText } from './decode.ts'
import { mediaTypeOf } from './kinds.ts'
import type { ImportFile, ImportItem } from './read.ts'
import { listFiles } from './read.ts'
import { type PreparedSource, prepareSource, saveSource, toOriginal } from './save.ts'

export interface ImportJob {
  signal: AbortSignal
  /** Called before each file with how many are behind and how many there are. */
  progress(done: number, total: number, current: string): void
}

/** Files that are read at the same time, while those before them are being stored. */
const readAhead = 16
/** They hold no more bytes than this together; one that is larger is read alone. */
const readAheadBytes = 64_000_000
/** A batch is written when it holds this much; other calls get their turn between two batches. */
const batchBytes = 200_000
const batchFiles = 100

/**
 * Imports files and folders. Every file ends as one line of the report; what one file does wrong stops no other. The
 * whole import is one step of the history. When `job.signal` aborts, what is done stays.
 */
export async function importFiles(
  session: Session,
  items: readonly ImportItem[],
  job: ImportJob,
): Promise<ImportReport> {
  const files = await collect(items, job)
  const lines: ImportLine[] = []
  const batch = new Batch(session)
  setBulkWriting(session.store, true)
  try {
    for await (const loaded of loadAhead(files, job.signal)) {
      if (job.signal.aborted) break
      job.progress(lines.length, files.length, loaded.file.name)
      lines.push(batch.add(loaded))
      if (batch.isFull) {
        batch.flush()
        await nextTurn()
      }
    }
    batch.flush()
  } finally {
    setBulkWriting(session.store, false)
    batch.end()
  }
  return { lines, summary: summarise(lines), cancelled: job.signal.aborted }
}

/** Every file there is to import, so that progress can say how many; a large tree is reported while it is walked. */
async function collect(items: readonly ImportItem[], job: ImportJob): Promise<ImportFile[]> {
  const files: ImportFile[] = []
  for await (const file of listFiles(items, job.signal)) {
    files.push(file)
    if (files.length % 1_000 === 0) job.progress(0, files.length, file.name)
  }
  return files
}

/** A file's bytes and text with what takes long and needs no notebook done: reading, hashing, compressing. */
interface Loaded {
  file: ImportFile
  content: { mediaType: string; text: string; original: OriginalRow } | null
  error: unknown
}

/** Loads files in order, a few ahead of whoever consumes them, and no more than fit into memory. */
async function* loadAhead(files: readonly ImportFile[], signal: AbortSignal): AsyncGenerator<Loaded> {
  const pending: { loaded: Promise<Loaded>; size: number }[] = []
  let bytes = 0
  for await (const { file, size } of measureAhead(files)) {
    while (pending.length >= readAhead || (pending.length > 0 && bytes + size > readAheadBytes)) {
      const next = pending.shift()
      if (next === undefined) break
      yield await next.loaded
      bytes -= next.size
    }
    if (signal.aborted) return
    pending.push({ loaded: load(file), size })
    bytes += size
  }
  for (const { loaded } of pending) yield await loaded
}

/** Asks for sizes some files ahead, so that nobody waits for one. */
async function* measureAhead(
  files: readonly ImportFile[],
): AsyncGenerator<{ file: ImportFile; size: number }> {
  const pending: Promise<{ file: ImportFile; size: number }>[] = []
  for (const file of files) {
    pending.push(file.size().then((size) => ({ file, size })))
    const next = pending.length > readAhead ? await pending.shift() : undefined
    if (next !== undefined) yield next
  }
  yield* pending
}

async function load(file: ImportFile): Promise<Loaded> {
  try {
    if (file.failure !== undefined) throw file.failure
    const mediaType = mediaTypeOf(file.name)
    const bytes = await file.read()
    const text = decodeText(bytes)
    return { file, content: { mediaType, text, original: await toOriginal(bytes) }, error: null }
  } catch (error) {
    return { file, content: null, error }
  }
}

/** A file that only has to be stored, and the line of the report that waits for its id. */
interface Ready {
  prepared: PreparedSource
  line: ImportLine
}

/** Files on their way into the notebook: stored some at a time, all as one step of the history. */
class Batch {
  readonly #session: Session
  readonly #step: number
  #waiting: Ready[] = []
  #bytes = 0

  constructor(session: Session) {
    this.#session = session
    this.#step = session.beginStep('import.run')
  }

  get isFull(): boolean {
    return this.#waiting.length >= batchFiles || this.#bytes >= batchBytes
  }

  /** Makes a loaded file ready and gives its line of the report. */
  add({ file, content, error }: Loaded): ImportLine {
    const { path } = file
    try {
      if (content === null) throw error
      const { mediaType, text, original } = content
      const twin = findTwin(this.#session, original.hash, this.#waiting)
      if (twin !== null) return { path, outcome: 'skipped', ...twin, reason: 'already here' }
      const prepared = prepareSource(file.name, mediaType, original, text)
      const line: ImportLine = { path, outcome: 'imported', title: prepared.title }
      this.#waiting.push({ line, prepared })
      this.#bytes += original.size
      return line
    } catch (failure) {
      this.#session.log(`import of ${path} failed: ${String(failure)}`)
      return { path, outcome: 'failed', reason: toWireError(failure).message }
    }
  }

  /** Stores what waits, in one transaction. */
  flush(): void {
    const batch = this.#waiting
    if (batch.length === 0) return
    const at = new Date().toISOString()
    this.#session.extendStep(this.#step, () => {
      for (const { prepared, line } of batch) line.sourceId = saveSource(this.#session.store, prepared, at)
    })
    this.#waiting = []
    this.#bytes = 0
  }

  end(): void {
    this.#session.endStep(this.#step)
  }
}

/** The source, stored or about to be, that was made of the very same bytes. */
function findTwin(
  session: Session,
  hash: string,
  batch: readonly Ready[],
): { sourceId?: string; title: string } | null {
  const stored = findSourceByOriginal(session.store.db, hash)
  if (stored !== null) return { sourceId: stored.id, title: stored.title }
  const waiting = batch.find((ready) => ready.prepared.original.hash === hash)
  return waiting === undefined ? null : { title: waiting.prepared.title }
}

function summarise(lines: readonly ImportLine[]): ImportReport['summary'] {
  const count = (outcome: ImportLine['outcome']) => lines.filter((line) => line.outcome === outcome).length
  return { imported: count('imported'), skipped: count('skipped'), failed: count('failed') }
}
