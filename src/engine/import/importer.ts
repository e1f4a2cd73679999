import { setImmediate as nextTurn } from 'node:timers/promises'
import { toWireError } from '#shared/errors.ts'
import type { ImportLine, ImportReport } from '#shared/model.ts'
import type { Session } from '../session.ts'
import { findSourceByOriginal } from '../store/sources.ts'
import { setBulkWriting } from '../store/store.ts'
import { decodeText } from './decode.ts'
import type { ImportFile, ImportItem } from './read.ts'
import { listFiles, mediaTypeOf } from './read.ts'
import { hashBytes, type PreparedSource, prepareSource, saveSource } from './save.ts'

export interface ImportJob {
  signal: AbortSignal
  /** Called before each file with how many are behind and how many there are. */
  progress(done: number, total: number, current: string): void
}

/** A batch is written when it holds this many files or has taken this long: other calls get their turn in between. */
const batchFiles = 100
const batchMs = 30

/**
 * Imports files and folders. Every file ends as one line of the report; what one file does wrong stops no other. The
 * whole import is one step of the history. When `job.signal` aborts, what is done stays.
 */
export async function importFiles(
  session: Session,
  items: readonly ImportItem[],
  job: ImportJob,
): Promise<ImportReport> {
  const files = await listFiles(items)
  const lines: ImportLine[] = []
  const step = session.beginStep('import.run')
  setBulkWriting(session.store, true)
  let batch: Ready[] = []
  let batchStart = performance.now()
  const flush = () => {
    if (batch.length > 0) session.extendStep(step, () => saveBatch(session, batch))
    batch = []
  }
  try {
    for (const [index, file] of files.entries()) {
      if (job.signal.aborted) break
      job.progress(index, files.length, file.name)
      const ready = await prepareFile(session, file, batch)
      lines.push(ready.line)
      if (ready.prepared !== null) batch.push({ line: ready.line, prepared: ready.prepared })
      if (batch.length >= batchFiles || performance.now() - batchStart > batchMs) {
        flush()
        await nextTurn()
        batchStart = performance.now()
      }
    }
    flush()
  } finally {
    setBulkWriting(session.store, false)
    session.endStep(step)
  }
  return { lines, summary: summarise(lines), cancelled: job.signal.aborted }
}

/** A file that only has to be stored, and the line of the report that waits for its id. */
interface Ready {
  prepared: PreparedSource
  line: ImportLine
}

async function prepareFile(
  session: Session,
  file: ImportFile,
  batch: readonly Ready[],
): Promise<{ line: ImportLine; prepared: PreparedSource | null }> {
  const { path } = file
  try {
    const mediaType = mediaTypeOf(file.name)
    const bytes = await file.read()
    const text = decodeText(bytes)
    const twin = findTwin(session, hashBytes(bytes), batch)
    if (twin !== null)
      return { line: { path, outcome: 'skipped', ...twin, reason: 'already here' }, prepared: null }
    const prepared = prepareSource(file.name, mediaType, bytes, text)
    return { line: { path, outcome: 'imported', title: prepared.title }, prepared }
  } catch (error) {
    session.log(`import of ${path} failed: ${String(error)}`)
    return { line: { path, outcome: 'failed', reason: toWireError(error).message }, prepared: null }
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

function saveBatch(session: Session, batch: readonly Ready[]): void {
  const at = new Date().toISOString()
  for (const { prepared, line } of batch) line.sourceId = saveSource(session.store, prepared, at)
}

function summarise(lines: readonly ImportLine[]): ImportReport['summary'] {
  const count = (outcome: ImportLine['outcome']) => lines.filter((line) => line.outcome === outcome).length
  return { imported: count('imported'), skipped: count('skipped'), failed: count('failed') }
}
