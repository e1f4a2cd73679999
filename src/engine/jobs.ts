import type { JobProgress } from '#shared/contract/events.ts'
import { CrossreadError } from '#shared/errors.ts'
import type { Emit } from './session.ts'

/** Progress is told at most this often, so that ten thousand small files do not make ten thousand messages. */
const progressEveryMs = 50

export type ProgressDetails = {
  [Key in 'bytes' | 'bytesTotal' | 'secondsLeft' | 'stage']?: JobProgress[Key] | undefined
}

export interface Job {
  signal: AbortSignal
  /** `more` is what only some kinds of work can tell; what it does not name is not told. */
  progress(done: number, total: number, current: string, more?: ProgressDetails): void
}

/** Long work that can be watched and cancelled. */
export class Jobs {
  readonly #emit: Emit
  readonly #running = new Map<string, { controller: AbortController; finished: Promise<unknown> }>()
  #stopped = false

  constructor(emit: Emit) {
    this.#emit = emit
  }

  /** Runs `work` as the job `jobId`. Throws `conflict` when a job of that name runs already, and whatever `work` throws. */
  async run<T>(jobId: string, kind: JobProgress['kind'], work: (job: Job) => Promise<T>): Promise<T> {
    if (this.#stopped) {
      throw new CrossreadError('conflict', 'Another notebook is just being opened. Try again.')
    }
    if (this.#running.has(jobId))
      throw new CrossreadError('conflict', 'A job of this name is running already.')
    const controller = new AbortController()
    let last: JobProgress = { jobId, kind, state: 'running', done: 0, total: 0, current: '' }
    let toldAt = 0
    const promise = work({
      signal: controller.signal,
      progress: (done, total, current, more) => {
        last = { jobId, kind, state: 'running', done, total, current, ...more } as JobProgress
        if (performance.now() - toldAt < progressEveryMs) return
        toldAt = performance.now()
        this.#emit('job', { ...last })
      },
    })
    this.#running.set(jobId, { controller, finished: promise.catch(() => undefined) })
    try {
      const result = await promise
      const state = controller.signal.aborted ? 'cancelled' : 'done'
      this.#emit('job', { ...last, done: state === 'done' ? last.total : last.done, state })
      return result
    } catch (error) {
      this.#emit('job', { ...last, state: controller.signal.aborted ? 'cancelled' : 'failed' })
      throw error
    } finally {
      this.#running.delete(jobId)
    }
  }

  /** Asks a job to stop. False when no such job runs. */
  cancel(jobId: string): boolean {
    const job = this.#running.get(jobId)
    job?.controller.abort()
    return job !== undefined
  }

  /** Stops every job, waits until each has put its work away, and runs `work` before another may start. */
  async whileStopped(work: () => void): Promise<void> {
    this.#stopped = true
    try {
      const jobs = [...this.#running.values()]
      for (const job of jobs) job.controller.abort()
      await Promise.all(jobs.map((job) => job.finished))
      work()
    } finally {
      this.#stopped = false
    }
  }
}
