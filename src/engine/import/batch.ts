import { toWireError } from '#shared/errors.ts'
import type { ImportLine } from '#shared/model.ts'
import type { Session } from '../session.ts'
import { diskTrouble } from '../store/disk-trouble.ts'
import { findSourceByOriginal, type OriginalRow } from '../store/sources.ts'
import type { PreparedSource } from './prepare.ts'
import { saveSource } from './save.ts'

/** A batch is written when it holds this much; other calls get their turn between two batches. */
const batchBytes = 200_000
const batchDocuments = 100

/** A document that only has to be stored, and the line of the report that waits for its id. */
interface Ready {
  original: OriginalRow
  prepared: PreparedSource
  line: ImportLine
  /** Lines of files with the same bytes. */
  twins: ImportLine[]
}

/** Documents on their way into the notebook: stored some at a time, all as one step of the history. */
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
    return this.#waiting.length >= batchDocuments || this.#bytes >= batchBytes
  }

  /** Takes a file's documents and gives their lines of the report, which `flush` completes. */
  add(path: string, original: OriginalRow, documents: readonly PreparedSource[]): ImportLine[] {
    const twin = this.findTwin(path, original.hash)
    if (twin !== null) return [twin]
    this.#bytes += original.size
    return documents.map((prepared) => {
      const { title, kind, words, notes } = prepared
      const line: ImportLine = { path, outcome: 'imported', title, kind, words }
      if (notes.length > 0) line.notes = notes
      if (prepared.attachments > 0) line.attachments = prepared.attachments
      this.#waiting.push({ original, prepared, line, twins: [] })
      return line
    })
  }

  /** Runs `work` as part of the import's step. */
  extend<T>(work: () => T): T {
    return this.#session.extendStep(this.#step, work)
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

  /** The line of a file whose very bytes are a source already, stored or about to be. */
  findTwin(path: string, hash: string): ImportLine | null {
    const line: ImportLine = { path, outcome: 'skipped', reason: 'already here' }
    const stored = findSourceByOriginal(this.#session.store.db, hash)
    if (stored !== null) return { ...line, sourceId: stored.id, title: stored.title }
    const waiting = this.#waiting.find(({ original }) => original.hash === hash)
    if (waiting === undefined) return null
    const twin = { ...line, title: waiting.prepared.title }
    waiting.twins.push(twin)
    return twin
  }

  /** In one transaction. Where that fails for anything but the state of the disk, the document at fault is found one by one. */
  #store(batch: readonly Ready[]): void {
    const at = new Date().toISOString()
    try {
      const ids = this.extend(() =>
        batch.map(({ original, prepared }) => saveSource(this.#session, original, prepared, at)),
      )
      batch.forEach(({ line, twins }, index) => {
        for (const each of [line, ...twins]) each.sourceId = ids[index]
      })
    } catch (error) {
      this.#session.log(`storing ${batch.length} documents failed: ${String(error)}`)
      if (batch.length > 1 && diskTrouble(error) === null) for (const ready of batch) this.#store([ready])
      else for (const ready of batch) fail(ready, diskTrouble(error) ?? toWireError(error).message)
    }
  }
}

function fail({ line, twins }: Ready, reason: string): void {
  for (const each of [line, ...twins]) Object.assign(each, { outcome: 'failed', reason })
}
