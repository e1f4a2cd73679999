import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Piscina } from 'piscina'
import { CrossreadError } from '#shared/errors.ts'
import type { Followed, FollowTask } from '../sources/follow.ts'
import type { InsideFile, InsideTask } from './inside.ts'
import type { KnownFiles } from './known.ts'
import { type MemoryWatch, watchMemory } from './memory-watch.ts'
import type { WorkerFile, WorkerResult, WorkerTask } from './worker.ts'

/** What one file may take before it is given up. */
export interface ReadingLimits {
  longestReadMs: number
  mostMemoryMb: number
}

const usualLimits: ReadingLimits = { longestReadMs: 30_000, mostMemoryMb: 1_024 }
/**
 * A heap that reaches its own limit in the middle of one built-in function takes the whole process with it. So the limit
 * that is kept is watched from outside, and this one is only there to be far away.
 */
const farawayMemoryMb = 3_072
/** One thread more than there are cores beside the engine's would only slow that. */
const threads = Math.max(1, Math.min(4, availableParallelism() - 1))
/** Threads that had nothing to do for this long go away, with all that the extractors loaded. */
const idleMs = 20_000

/**
 * Threads that read files into documents, away from the engine's own. A file that takes too long or too much memory
 * costs its thread, and nothing else.
 */
export class ReaderPool {
  readonly #log: (line: string) => void
  readonly #limits: ReadingLimits
  readonly #memory: MemoryWatch
  readonly #stopping = new AbortController()

  constructor(log: (line: string) => void, limits = usualLimits) {
    this.#log = log
    this.#limits = limits
    this.#memory = watchMemory(limits.mostMemoryMb)
  }

  /** How many tasks are worked on at the same time. */
  readonly threads = threads

  /**
   * Reads files, in order. Never rejects for what a file does: where a thread was lost, its files are read again one by
   * one, to find out which it was. Rejects with `cancelled` when `signal` aborts or the pool is closed.
   */
  async read(
    files: readonly WorkerFile[],
    known: KnownFiles | null,
    signal: AbortSignal,
  ): Promise<WorkerResult[]> {
    const read = await inTurn(() => this.#run<WorkerResult>({ files: [...files], known }, signal))
    if (Array.isArray(read)) return read
    const [only, ...others] = files
    if (only !== undefined && others.length === 0) return [this.#lost(only.name, read)]
    const results: WorkerResult[] = []
    for (const file of files) results.push(...(await this.read([file], known, signal)))
    return results
  }

  /** The files inside a stored mail; none where it costs its thread. Rejects with `cancelled` as `read` does. */
  async readInside(task: InsideTask, signal: AbortSignal): Promise<InsideFile[]> {
    const found = await inTurn(() => this.#run<InsideFile>(task, signal))
    if (Array.isArray(found)) return found
    this.#lost('a stored mail', found)
    return []
  }

  /**
   * What becomes of what stands on a text when the text changes. Rejects with `conflict` where that costs its thread, and
   * with `cancelled` as `read` does.
   */
  async follow(task: FollowTask, signal: AbortSignal): Promise<Followed> {
    const followed = await inTurn(() => this.#run<Followed>(task, signal))
    const [first] = Array.isArray(followed) ? followed : []
    if (first !== undefined) return first
    this.#log(`following a text cost its thread: ${String(followed)}`)
    throw new CrossreadError(
      'conflict',
      'Finding the annotations again in the changed text takes too long. Nothing was changed. Change less of the text at once.',
    )
  }

  /** The results, or how the thread was lost. The time counts from here, not from when the task began to wait. */
  async #run<Result>(
    task: WorkerTask | InsideTask | FollowTask,
    signal: AbortSignal,
  ): Promise<Result[] | Lost> {
    const late = AbortSignal.timeout(this.#limits.longestReadMs)
    const large = this.#memory.begin()
    try {
      shared ??= startThreads()
      const started = await shared
      const stops = AbortSignal.any([signal, this.#stopping.signal, late, large.signal])
      // A thread answers a task with what that task is for.
      return (await started.run(task, { signal: stops })) as Result[]
    } catch (error) {
      if (signal.aborted || this.#stopping.signal.aborted) {
        throw new CrossreadError('cancelled', 'The import was cancelled.')
      }
      return { error, tookMemory: large.signal.aborted }
    } finally {
      large.end()
    }
  }

  /** Ends what is being read. Threads that nobody uses go away by themselves, and keep no process alive. */
  async close(): Promise<void> {
    this.#stopping.abort()
  }

  #lost(name: string, { error, tookMemory }: Lost): WorkerResult {
    this.#log(`reading ${name} cost its thread: ${String(error)}`)
    const code = error instanceof Error && 'code' in error ? error.code : ''
    const message =
      tookMemory || code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? `Reading this file takes more than ${this.#limits.mostMemoryMb} MB of memory. Split it and import the parts.`
        : `Reading this file takes longer than ${this.#limits.longestReadMs / 1_000} seconds. Split it and import the parts.`
    return { outcome: 'failed', error: { code: 'file_unreadable', message }, detail: String(error) }
  }
}

interface Lost {
  error: unknown
  tookMemory: boolean
}

let busy = 0
const waiting: (() => void)[] = []

/** Runs as much at the same time as there are threads, so that nobody's time runs while it waits for one. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (busy >= threads) await new Promise<void>((resolve) => waiting.push(resolve))
  busy++
  try {
    return await work()
  } finally {
    busy--
    waiting.shift()?.()
  }
}

/** One pool for all engines of a process: what the extractors load is loaded once a thread. */
let shared: Promise<Threads> | null = null

type Threads = Piscina<WorkerTask | InsideTask | FollowTask, unknown[]>

/** Loaded only now: most commands of a terminal read no file. */
async function startThreads(): Promise<Threads> {
  const { Piscina } = await import('piscina')
  return new Piscina({
    filename: workerEntry(),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: farawayMemoryMb },
  })
}

/** The worker's file: beside this one among the sources; in a build an entry of its own, beside or above this chunk. */
function workerEntry(): string {
  const here = import.meta.url
  const names = here.endsWith('.ts') ? ['./worker.ts'] : ['./import-worker.js', '../import-worker.js']
  const found = names.map((name) => new URL(name, here)).find((url) => existsSync(url))
  if (found === undefined) throw new Error(`no import worker beside ${here}`)
  return found.href
}
