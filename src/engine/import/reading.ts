import { toWireError } from '#shared/errors.ts'
import type { KnownFiles } from './known.ts'
import type { ReaderPool } from './pool.ts'
import type { ImportFile } from './read.ts'
import type { WorkerFile, WorkerResult } from './worker.ts'

/** A file that was read, and how many bytes that was, for the progress. */
export interface FileRead {
  file: ImportFile
  size: number
  result: WorkerResult
}

/** A file whose size is being asked for. */
export interface Sized {
  file: ImportFile
  size: Promise<number>
}

interface Measured {
  file: ImportFile
  size: number
}

/** Small files go to a worker together: sending one takes as long as reading it. */
const filesATask = 32
const bytesATask = 1_000_000
/** Tasks that wait for a worker beyond those that are worked on, and how many bytes they may hold together. */
const tasksAhead = 3
const bytesAhead = 64_000_000

export interface Reading {
  pool: ReaderPool
  known: KnownFiles | null
  signal: AbortSignal
}

/** Reads files in workers, and gives them in order. Ends early when `signal` aborts. */
export async function* readInOrder(files: readonly Sized[], reading: Reading): AsyncGenerator<FileRead> {
  const { pool, signal } = reading
  const pending: { read: Promise<FileRead[]>; bytes: number }[] = []
  let bytes = 0
  for await (const task of tasks(files)) {
    const size = task.reduce((sum, each) => sum + each.size, 0)
    while (pending.length >= pool.threads + tasksAhead || (pending.length > 0 && bytes + size > bytesAhead)) {
      const next = pending.shift()
      if (next === undefined) break
      yield* await next.read
      bytes -= next.bytes
    }
    if (signal.aborted) break
    const read = readTask(task, reading)
    // Whoever stops listening must not leave a rejection behind that nobody hears.
    read.catch(() => undefined)
    pending.push({ read, bytes: size })
    bytes += size
  }
  for (const { read } of pending) {
    if (signal.aborted) return
    yield* await read
  }
}

/** Reads one file whatever is known of it; null when `signal` aborts. */
export async function readAgain(
  file: ImportFile,
  { pool, signal }: Omit<Reading, 'known'>,
): Promise<FileRead | null> {
  const [read = null] = await readTask([{ file, size: 0 }], { pool, known: null, signal })
  return read
}

async function readTask(task: readonly Measured[], { pool, known, signal }: Reading): Promise<FileRead[]> {
  const inputs = await Promise.all(task.map(({ file }) => inputOf(file)))
  const readable = inputs.filter((input): input is WorkerFile => !('outcome' in input))
  let results: WorkerResult[] = []
  try {
    if (readable.length > 0) results = await pool.read(readable, known, signal)
  } catch (error) {
    // Only a cancelled import rejects; what was not read by then is no part of it.
    if (signal.aborted) return []
    throw error
  }
  let next = 0
  return task.flatMap((each, index) => {
    const input = inputs[index]
    const result = input !== undefined && 'outcome' in input ? input : results[next++]
    return result === undefined ? [] : [{ ...each, result }]
  })
}

/** What a worker is given for a file, or why there is nothing to give. */
async function inputOf(file: ImportFile): Promise<WorkerFile | WorkerResult> {
  try {
    if (file.failure !== undefined) throw file.failure
    return { name: file.name, from: file.at ?? (await file.read()) }
  } catch (error) {
    return { outcome: 'failed', error: toWireError(error), detail: String(error) }
  }
}

async function* tasks(files: readonly Sized[]): AsyncGenerator<Measured[]> {
  let task: Measured[] = []
  let bytes = 0
  for (const { file, size: measuring } of files) {
    const size = await measuring
    if (task.length > 0 && (task.length >= filesATask || bytes + size > bytesATask)) {
      yield task
      task = []
      bytes = 0
    }
    task.push({ file, size })
    bytes += size
  }
  if (task.length > 0) yield task
}
