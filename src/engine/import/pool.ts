import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { CrossreadError } from '#shared/errors.ts'
import type { KnownFiles } from './known.ts'
import type { WorkerFile, WorkerResult, WorkerTask } from './worker.ts'

/** What one file may take before it is given up. */
export interface ReadingLimits {
  longestReadMs: number
  mostMemoryMb: number
}

const usualLimits: ReadingLimits = { longestReadMs: 30_000, mostMemoryMb: 1_024 }
/** Threads that had nothing to do for this long go away, with all that the extractors loaded. */
const idleMs = 20_000

/**
 * Threads that read files into documents, away from the engine's own. A file that takes too long or too much memory
 * costs its thread, and nothing else.
 */
export class ReaderPool {
  readonly #log: (line: string) => void
  readonly #limits: ReadingLimits
  #pool: Piscina<WorkerTask, WorkerResult[]> | null = null
  readonly #stopping = new AbortController()

  constructor(log: (line: string) => void, limits = usualLimits) {
    this.#log = log
    this.#limits = limits
  }

  /** How many tasks are worked on at the same time. One thread more than there are cores would only slow the engine. */
  readonly threads = Math.max(1, Math.min(4, availableParallelism() - 1))

  /**
   * Reads files, in order. Never rejects for what a file does: where a thread was lost, its files are read again one by
   * one, to find out which it was. Rejects with `cancelled` when `signal` aborts or the pool is closed.
   */
  async read(
    files: readonly WorkerFile[],
    known: KnownFiles | null,
    signal: AbortSignal,
  ): Promise<WorkerResult[]> {
    try {
      return await this.#run({ files: [...files], known }, signal)
    } catch (error) {
      if (signal.aborted || this.#stopping.signal.aborted) {
        throw new CrossreadError('cancelled', 'The import was cancelled.')
      }
      if (files.length === 1) return [this.#lost(files[0]?.name ?? '', error)]
      const results: WorkerResult[] = []
      for (const file of files) results.push(...(await this.read([file], known, signal)))
      return results
    }
  }

  async close(): Promise<void> {
    this.#stopping.abort()
    await this.#pool?.destroy()
    this.#pool = null
  }

  #run(task: WorkerTask, signal: AbortSignal): Promise<WorkerResult[]> {
    this.#pool ??= new Piscina({
      filename: workerEntry(),
      minThreads: 0,
      maxThreads: this.threads,
      idleTimeout: idleMs,
      concurrentTasksPerWorker: 1,
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.mostMemoryMb },
    })
    const limits = [signal, this.#stopping.signal, AbortSignal.timeout(this.#limits.longestReadMs)]
    return this.#pool.run(task, { signal: AbortSignal.any(limits) })
  }

  #lost(name: string, error: unknown): WorkerResult {
    this.#log(`reading ${name} cost its thread: ${String(error)}`)
    const code = error instanceof Error && 'code' in error ? error.code : ''
    const message =
      code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? 'Reading this file takes more than 1 GB of memory. Split it and import the parts.'
        : 'Reading this file takes longer than 30 seconds. It is too large or built to be slow; split it and import the parts.'
    return { outcome: 'failed', error: { code: 'file_unreadable', message }, detail: String(error) }
  }
}

/** The worker's file: beside this one among the sources; in a build an entry of its own, beside or above this chunk. */
function workerEntry(): string {
  const here = import.meta.url
  const names = here.endsWith('.ts') ? ['./worker.ts'] : ['./import-worker.js', '../import-worker.js']
  const found = names.map((name) => new URL(name, here)).find((url) => existsSync(url))
  if (found === undefined) throw new Error(`no import worker beside ${here}`)
  return found.href
}
