import type { Job } from '../jobs.ts'
import type { FileRead } from './reading.ts'

/** Speed is judged by what the last so many milliseconds brought, at least by this long a stretch. */
const shortestJudgedMs = 1_500
/** A small file takes as long as this many bytes, whatever its size. */
const costOfAFile = 4_000

/** Tells how far an import is: files, bytes, and how long it will take at the speed so far. */
export class ImportProgress {
  readonly #job: Job
  readonly #startedAt = performance.now()
  #files = 0
  #filesTotal = 0
  #bytes = 0
  #bytesTotal = 0

  constructor(job: Job) {
    this.#job = job
  }

  /** One more file is to be imported. */
  found(name: string): void {
    this.#filesTotal++
    if (this.#filesTotal % 1_000 === 0) this.#tell(name)
  }

  /** One of the files that were found has so many bytes. */
  measured(bytes: number): void {
    this.#bytesTotal += bytes
  }

  /** A file is behind. */
  done({ file, size }: Pick<FileRead, 'file' | 'size'>): void {
    this.#files++
    this.#bytes += size
    this.#tell(file.name)
  }

  /** The sources that came in are compared with what is here. */
  comparing(done: number, total: number): void {
    this.#job.progress(done, total, '', { stage: 'comparing' })
  }

  #tell(name: string): void {
    this.#job.progress(this.#files, this.#filesTotal, name, {
      stage: 'reading',
      bytes: this.#bytes,
      bytesTotal: this.#bytesTotal,
      secondsLeft: this.#secondsLeft(),
    })
  }

  #secondsLeft(): number | undefined {
    const elapsed = performance.now() - this.#startedAt
    const done = this.#bytes + this.#files * costOfAFile
    if (elapsed < shortestJudgedMs || done === 0) return undefined
    const left = this.#bytesTotal - this.#bytes + (this.#filesTotal - this.#files) * costOfAFile
    return Math.ceil((elapsed / 1_000) * (left / done))
  }
}
