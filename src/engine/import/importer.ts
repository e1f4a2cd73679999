import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportLine, ImportReport } from '#shared/model.ts'
import { compareNew } from '../compare/compare-new.ts'
import type { Job } from '../jobs.ts'
import type { Session } from '../session.ts'
import { listOriginalHashes } from '../store/sources.ts'
import { setBulkWriting } from '../store/store.ts'
import { alreadyHere, Batch } from './batch.ts'
import { entriesHere } from './entries.ts'
import { knownFiles } from './known.ts'
import { Places } from './places.ts'
import type { ReaderPool } from './pool.ts'
import { ImportProgress } from './progress.ts'
import type { ImportItem } from './read.ts'
import { listFiles } from './read.ts'
import { type FileRead, readAgain, readInOrder, type Sized } from './reading.ts'
import type { WorkerResult } from './worker.ts'

/**
 * Imports files and folders. Every file ends as one line of the report, a bibliography as one for each of its entries;
 * what one file does wrong stops no other. The whole import is one step of the history. When `job.signal` aborts, what
 * is done stays. Waits until an import that runs already is done, or until it is cancelled itself.
 */
export function importFiles(
  session: Session,
  pool: ReaderPool,
  items: readonly ImportItem[],
  job: Job,
): Promise<ImportReport> {
  let hasBegun = false
  const done = session.importInTurn(async () => {
    hasBegun = true
    return job.signal.aborted ? nothingDone() : importNow(session, pool, items, job)
  })
  const given = new Promise<ImportReport>((resolve) => {
    job.signal.addEventListener('abort', () => {
      if (!hasBegun) resolve(nothingDone())
    })
  })
  return Promise.race([done, given])
}

function nothingDone(): ImportReport {
  return { lines: [], summary: summarise([]), cancelled: true }
}

async function importNow(
  session: Session,
  pool: ReaderPool,
  items: readonly ImportItem[],
  job: Job,
): Promise<ImportReport> {
  const progress = new ImportProgress(job)
  const files = await collect(items, job.signal, progress)
  const lines: ImportLine[] = []
  const batch = new Batch(session)
  const work: Work = { session, pool, batch, places: new Places(session.store.db), signal: job.signal }
  try {
    setBulkWriting(session.store, true)
    const known = knownFiles(listOriginalHashes(session.store.db))
    for await (const read of readInOrder(files, { pool, known, signal: job.signal })) {
      if (job.signal.aborted) break
      for (const line of await take(work, read)) lines.push(line)
      progress.done(read)
      if (batch.isFull) {
        batch.flush()
        await nextTurn()
      }
    }
    batch.flush()
    await compare(work, lines, progress).catch((error) => {
      // What was read is stored; the next import compares what this one could not.
      session.log(`comparing what was imported failed: ${String(error)}`)
    })
  } finally {
    // Where the notebook can no longer be written, these fail as well, and must not hide what is known so far.
    attempt(session, () => setBulkWriting(session.store, false))
    attempt(session, () => batch.end())
  }
  return { lines, summary: summarise(lines), cancelled: job.signal.aborted }
}

interface Work {
  session: Session
  pool: ReaderPool
  batch: Batch
  places: Places
  signal: AbortSignal
}

/** Puts what was read of a file on its way into the notebook, and gives its lines of the report. */
async function take(work: Work, { file, result }: FileRead): Promise<ImportLine[]> {
  const { session, pool, batch, signal } = work
  const { path } = file
  if (result.outcome === 'failed') {
    session.log(`import of ${path} failed: ${result.detail}`)
    return [{ path, outcome: 'failed', reason: result.error.message }]
  }
  const twin = batch.findTwin(path, result.outcome === 'known' ? result.hash : result.original.hash)
  if (twin !== null) return [twin]
  if (result.outcome === 'read') return takeDocuments(work, path, result)
  // Another file whose hash begins alike, one that was taken out meanwhile, or a bibliography: it is read after all.
  const again = await readAgain(file, { pool, signal })
  return again === null ? [] : take(work, again)
}

/** A bibliography may have thousands of entries: others get their turn between so many of them. */
const entriesATime = 50

async function takeDocuments(
  { session, batch, places, signal }: Work,
  path: string,
  { original, documents }: Extract<WorkerResult, { outcome: 'read' }>,
): Promise<ImportLine[]> {
  const here = entriesHere(session.store.db, original.hash, documents)
  const [first] = here
  if (first && here.every((entry) => entry !== null)) return [alreadyHere(path, first)]
  const lines: ImportLine[] = []
  for (const [index, document] of documents.entries()) {
    const known = here[index] ?? null
    if (known !== null) {
      lines.push({ ...alreadyHere(path, known), kind: document.kind })
      continue
    }
    const place = await places.find(document)
    const line = batch.add(path, original, document, place)
    // An entry that only adds details leaves its source what it is, with its text.
    if (place.as !== 'details') places.taken(document, line.sourceId ?? '')
    lines.push(line)
    if (lines.length % entriesATime > 0) continue
    batch.flush()
    await nextTurn()
    if (signal.aborted) break
  }
  return lines
}

/** Finds copies and retellings among what came in; their lines of the report say so. */
async function compare(
  { session, batch, signal }: Work,
  lines: ImportLine[],
  progress: ImportProgress,
): Promise<void> {
  const found = await compareNew({
    db: session.store.db,
    write: (work) => batch.extend(work),
    signal,
    progress: (done, total) => progress.comparing(done, total),
  })
  const byId = new Map(
    lines.filter(({ outcome }) => outcome !== 'skipped').map((line) => [line.sourceId, line]),
  )
  for (const { sourceId, kind, message } of found) {
    const line = byId.get(sourceId)
    if (line !== undefined) line.flags = [...(line.flags ?? []), { kind, message }]
  }
}

function attempt(session: Session, work: () => void): void {
  try {
    work()
  } catch (error) {
    session.log(`ending an import failed: ${String(error)}`)
  }
}

/** Every file there is to import, so that progress can say how many; a large tree is reported while it is walked. */
async function collect(
  items: readonly ImportItem[],
  signal: AbortSignal,
  progress: ImportProgress,
): Promise<Sized[]> {
  const files: Sized[] = []
  for await (const file of listFiles(items, signal)) {
    // Asked for here and awaited much later: nobody waits for the disk ten thousand times.
    const size = file.size().then((bytes) => {
      progress.measured(bytes)
      return bytes
    })
    files.push({ file, size })
    progress.found(file.name)
  }
  return files
}

function summarise(lines: readonly ImportLine[]): ImportReport['summary'] {
  const count = (outcome: ImportLine['outcome']) => lines.filter((line) => line.outcome === outcome).length
  return {
    imported: count('imported'),
    updated: count('updated'),
    skipped: count('skipped'),
    failed: count('failed'),
    flags: lines.reduce((sum, { flags }) => sum + (flags?.length ?? 0), 0),
  }
}
