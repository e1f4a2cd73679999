import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportLine, ImportReport } from '#shared/model.ts'
import type { Session } from '../session.ts'
import { setBulkWriting } from '../store/store.ts'
import { Batch, type Loaded } from './batch.ts'
import { decodeText } from './decode.ts'
import { mediaTypeOf } from './kinds.ts'
import type { ImportFile, ImportItem } from './read.ts'
import { listFiles } from './read.ts'
import { toOriginal } from './save.ts'

export interface ImportJob {
  signal: AbortSignal
  /** Called before each file with how many are behind and how many there are. */
  progress(done: number, total: number, current: string): void
}

/** Files that are read at the same time, while those before them are being stored. */
const readAhead = 16
/** They hold no more bytes than this together; one that is larger is read alone. */
const readAheadBytes = 64_000_000

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
  try {
    setBulkWriting(session.store, true)
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
    // Where the notebook can no longer be written, these fail as well, and must not hide what is known so far.
    attempt(session, () => setBulkWriting(session.store, false))
    attempt(session, () => batch.end())
  }
  return { lines, summary: summarise(lines), cancelled: job.signal.aborted }
}

function attempt(session: Session, work: () => void): void {
  try {
    work()
  } catch (error) {
    session.log(`ending an import failed: ${String(error)}`)
  }
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

function summarise(lines: readonly ImportLine[]): ImportReport['summary'] {
  const count = (outcome: ImportLine['outcome']) => lines.filter((line) => line.outcome === outcome).length
  return { imported: count('imported'), skipped: count('skipped'), failed: count('failed') }
}
