import { toWireError } from '#shared/errors.ts'
import { newId } from '#shared/ids.ts'
import type { ImportLine } from '#shared/model.ts'
import type { Session } from '../session.ts'
import { diskTrouble } from '../store/disk-trouble.ts'
import { findSourceByOriginal, type OriginalRow } from '../store/sources.ts'
import type { PreparedSource } from './prepare.ts'
import { addDetails, attachText, saveSource } from './save.ts'

/** A batch is written when it holds this much; other calls get their turn between two batches. */
const batchBytes = 200_000
const batchDocuments = 100
/** What storing a document costs at least, as bytes. */
const smallestCost = 500

/** What is done with a document: it is a source of its own, the text of one that had none, or details for one. */
export type Place = { as: 'source' } | { as: 'text' | 'details'; of: string }

/** A document that only has to be stored, and the line of the report that waits for that. */
interface Ready {
  id: string
  place: Place
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

  /** Takes a document and gives its line of the report, which `flush` completes, and the id of its source. */
  add(path: string, original: OriginalRow, prepared: PreparedSource, place: Place): ImportLine {
    const { title, kind, words, notes, flags } = prepared
    const id = place.as === 'source' ? newId() : place.of
    const line: ImportLine = { path, outcome: place.as === 'source' ? 'imported' : 'updated', title, kind }
    if (words > 0) line.words = words
    if (notes.length > 0) line.notes = notes
    if (flags.length > 0) line.flags = flags.map(({ kind: flag, message }) => ({ kind: flag, message }))
    if (prepared.attachments > 0) line.attachments = prepared.attachments
    if (place.as === 'text') line.reason = 'it is the text of a source that had none'
    line.sourceId = id
    this.#waiting.push({ id, place, original, prepared, line, twins: [] })
    this.#bytes += Math.max(original.size, smallestCost)
    return line
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

  /**
   * The line of a file whose very bytes are a source already, stored or about to be. A stored entry of a bibliography
   * says nothing of the others in its file.
   */
  findTwin(path: string, hash: string): ImportLine | null {
    const stored = findSourceByOriginal(this.#session.store.db, hash)
    if (stored !== null && !stored.isEntry) return alreadyHere(path, stored)
    const waiting = this.#waiting.find(({ original }) => original.hash === hash)
    if (waiting === undefined) return null
    const twin = alreadyHere(path, { id: waiting.id, title: waiting.prepared.title })
    waiting.twins.push(twin)
    return twin
  }

  #save({ place, line, ...saving }: Ready, at: string): void {
    if (place.as === 'source') saveSource(this.#session, { ...saving, at })
    else if (place.as === 'text') attachText(this.#session, { ...saving, at })
    else {
      const gained = addDetails(this.#session, { ...saving, at })
      if (gained === 0) Object.assign(line, { outcome: 'skipped', reason: 'already here, with nothing new' })
      else line.reason = `${gained} ${gained === 1 ? 'detail' : 'details'} added`
    }
  }

  /** In one transaction. Where that fails for anything but the state of the disk, the document at fault is found one by one. */
  #store(batch: readonly Ready[]): void {
    const at = new Date().toISOString()
    try {
      this.extend(() => {
        for (const ready of batch) this.#save(ready, at)
      })
    } catch (error) {
      this.#session.log(`storing ${batch.length} documents failed: ${String(error)}`)
      if (batch.length > 1 && diskTrouble(error) === null) for (const ready of batch) this.#store([ready])
      else for (const ready of batch) fail(ready, diskTrouble(error) ?? toWireError(error).message)
    }
  }
}

/** The line of what is a source already. */
export function alreadyHere(path: string, source: { id: string; title: string }): ImportLine {
  return { path, outcome: 'skipped', reason: 'already here', sourceId: source.id, title: source.title }
}

function fail({ line, twins }: Ready, reason: string): void {
  for (const each of [line, ...twins]) {
    delete each.sourceId
    Object.assign(each, { outcome: 'failed', reason })
  }
}
