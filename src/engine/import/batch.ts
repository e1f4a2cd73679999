import { toWireError } from '#shared/errors.ts'
import type { ImportLine } from '#shared/model.ts'
import type { Session } from '../session.ts'
import { diskTrouble } from '../store/disk-trouble.ts'
import { findSourceByOriginal, type OriginalRow } from '../store/sources.ts'
import type { ImportFile } from './read.ts'
import { type PreparedSource, prepareSource, saveSource } from './save.ts'

/** A batch is written when it holds this much; other calls get their turn between two batches. */
const batchBytes = 200_000
const batchFiles = 100

/** A file's bytes and text with what takes long and needs no notebook done: reading, hashing, compressing. */
export interface Loaded {
  file: ImportFile
  content: { mediaType: string; text: string; original: OriginalRow } | null
  error: unknown
}

/** A file that only has to be stored, the line of the report that waits for its id, and the lines of its twins. */
interface Ready {
  prepared: PreparedSource
  line: ImportLine
  twins: ImportLine[]
}

/** Files on their way into the notebook: stored some at a time, all as one step of the history. */
export class Batch {
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

  /** Makes a loaded file ready and gives its line of the report, which `flush` completes. */
  add({ file, content, error }: Loaded): ImportLine {
    const { path } = file
    try {
      if (content === null) throw error
      const { mediaType, text, original } = content
      const twin = this.#findTwin(path, original.hash)
      if (twin !== null) return twin
      const prepared = prepareSource(file.name, mediaType, original, text)
      const line: ImportLine = { path, outcome: 'imported', title: prepared.title }
      this.#waiting.push({ line, prepared, twins: [] })
      this.#bytes += original.size
      return line
    } catch (failure) {
      this.#session.log(`import of ${path} failed: ${String(failure)}`)
      return { path, outcome: 'failed', reason: toWireError(failure).message }
    }
  }

  /** Stores what waits. What cannot be stored becomes a failed line of the report; nothing is thrown. */
  flush(): void {
    const batch = this.#waiting
    this.#waiting = []
    this.#bytes = 0
    if (batch.length > 0) this.#store(batch)
  }

  end(): void {
    this.#session.endStep(this.#step)
  }

  /** In one transaction. Where that fails for anything but the state of the disk, the file at fault is found one by one. */
  #store(batch: readonly Ready[]): void {
    const at = new Date().toISOString()
    try {
      const ids = this.#session.extendStep(this.#step, () =>
        batch.map(({ prepared }) => saveSource(this.#session.store, prepared, at)),
      )
      batch.forEach(({ line, twins }, index) => {
        for (const each of [line, ...twins]) each.sourceId = ids[index]
      })
    } catch (error) {
      this.#session.log(`storing ${batch.length} files failed: ${String(error)}`)
      if (batch.length > 1 && diskTrouble(error) === null) for (const ready of batch) this.#store([ready])
      else for (const ready of batch) fail(ready, diskTrouble(error) ?? toWireError(error).message)
    }
  }

  /** The line of a file whose very bytes are a source already, stored or about to be. */
  #findTwin(path: string, hash: string): ImportLine | null {
    const line: ImportLine = { path, outcome: 'skipped', reason: 'already here' }
    const stored = findSourceByOriginal(this.#session.store.db, hash)
    if (stored !== null) return { ...line, sourceId: stored.id, title: stored.title }
    const waiting = this.#waiting.find((ready) => ready.prepared.original.hash === hash)
    if (waiting === undefined) return null
    const twin = { ...line, title: waiting.prepared.title }
    waiting.twins.push(twin)
    return twin
  }
}

function fail({ line, twins }: Ready, reason: string): void {
  for (const each of [line, ...twins]) Object.assign(each, { outcome: 'failed', reason })
}
