import { CrossreadError } from '#shared/errors.ts'
import type { HistoryState, HistoryStep } from '#shared/model.ts'
import type { Db } from './database.ts'
import { attachJournal, type JournaledTable, quoted } from './journal-triggers.ts'

export interface Change {
  table: JournaledTable
  id: string
}

/** What one command did, for those who want to be told. */
export interface Changes {
  commandId: number
  rows: Change[]
  /** The images of this change have ids above this one: a step of many transactions has many more. */
  from: number
}

/** What is derived from the rows and has to change in the same transaction. */
export interface TransactionFollower {
  settle(): void
  forget(): void
}

interface ImageRow {
  object_table: JournaledTable
  object_id: string
  before: string | null
  after: string | null
}

/** Edits under one merge key that follow each other within this time are one step: typing is not undone letter by letter. */
const mergeWindowMs = 5_000
/** And a step goes on no longer than this, so that undoing it from elsewhere does not take a whole page back. */
const longestMergeMs = 30_000

/**
 * Unlimited undo and redo. Triggers write the image of every row before and after a change, grouped by command; undo
 * puts the images before back in reverse order, redo the images after in order (the idea: sqlite.org/undoredo.html).
 */
export class Journal {
  readonly #db: Db
  readonly #follower: TransactionFollower | null
  #current: number | null = null
  /** Who takes the steps that follow; null where nobody says. */
  author: string | null = null
  /** Steps that are still being added to. */
  readonly #open = new Set<number>()

  /** `follower` is told before each commit and after each rollback. A read-only file has none and gets no triggers. */
  constructor(db: Db, follower: TransactionFollower | null) {
    this.#db = db
    this.#follower = follower
    if (follower === null) return
    db.function('current_command', () => this.#current)
    attachJournal(db)
    this.#dropInterrupted()
  }

  /**
   * Runs `work` in one transaction and records what it changes as one step of the history. `mergeKey` lets it join the
   * step before when that has the same key and is only seconds old.
   */
  record<T>(label: string, work: () => T, mergeKey: string | null = null): { value: T; changes: Changes } {
    return this.#transaction(() => {
      const { commandId, isMerged } = this.#openCommand(label, mergeKey)
      const result = this.#recordInto(commandId, work)
      if (isMerged) {
        this.#fold(commandId)
        result.changes.from = 0
      } else if (result.changes.rows.length === 0) this.#dropIfEmpty(commandId)
      return result
    })
  }

  /** Adds to a step that is already in the history: a long import is one step in many transactions. */
  extend<T>(commandId: number, work: () => T): { value: T; changes: Changes } {
    return this.#transaction(() => this.#recordInto(commandId, work))
  }

  /** Opens an empty step for `extend`. */
  begin(label: string): number {
    const commandId = this.#transaction(() => this.#openCommand(label, null).commandId)
    this.#open.add(commandId)
    return commandId
  }

  /**
   * Closes a step of many transactions; an empty one leaves the history again. Always writes, so that a commit with full
   * durability stands behind everything the step did.
   */
  end(commandId: number): void {
    this.#open.delete(commandId)
    this.#transaction(() => {
      this.#db.prepare('UPDATE command SET at = ? WHERE id = ?').run(new Date().toISOString(), commandId)
      this.#dropIfEmpty(commandId)
    })
  }

  /** Undoes the newest step that stands. Throws `nothing_to_undo`. */
  undo(): { step: HistoryStep; changes: Changes } {
    return this.#replay(this.state().undo, 'undone', 'nothing_to_undo', 'There is nothing to undo.')
  }

  /** Does the step that was undone last again. Throws `nothing_to_redo`. */
  redo(): { step: HistoryStep; changes: Changes } {
    return this.#replay(this.state().redo, 'done', 'nothing_to_redo', 'There is nothing to redo.')
  }

  state(): HistoryState {
    const step = (sql: string) => (this.#db.prepare(sql).get() as HistoryStep | undefined) ?? null
    return {
      undo: step(
        "SELECT id, label, at, state, author FROM command WHERE state = 'done' ORDER BY id DESC LIMIT 1",
      ),
      redo: step(
        "SELECT id, label, at, state, author FROM command WHERE state = 'undone' ORDER BY id LIMIT 1",
      ),
    }
  }

  /** A mark that differs whenever something changed, was undone or done again in between. */
  mark(): string {
    const row = this.#db
      .prepare(
        `SELECT coalesce((SELECT max(id) FROM journal), 0) AS image, coalesce(max(id), 0) AS step,
           coalesce(sum(state = 'undone'), 0) AS undone FROM command`,
      )
      .get() as { image: number; step: number; undone: number }
    return `${row.image} ${row.step} ${row.undone}`
  }

  /** The newest steps first. */
  list(limit: number): HistoryStep[] {
    return this.#db
      .prepare('SELECT id, label, at, state, author FROM command ORDER BY id DESC LIMIT ?')
      .all(limit) as HistoryStep[]
  }

  /** Makes everything so far the beginning: it stays in the history and cannot be undone. */
  settle(): void {
    this.#db.prepare("UPDATE command SET state = 'discarded'").run()
  }

  #transaction<T>(work: () => T): T {
    try {
      return this.#db
        .transaction(() => {
          const value = work()
          this.#follower?.settle()
          return value
        })
        .immediate()
    } catch (error) {
      this.#follower?.forget()
      throw error
    }
  }

  #recordInto<T>(commandId: number, work: () => T): { value: T; changes: Changes } {
    const from = this.#lastImage()
    this.#current = commandId
    try {
      const value = work()
      const rows = this.#rowsSince(from)
      if (rows.length > 0) this.#discardUndone()
      return { value, changes: { commandId, rows, from } }
    } finally {
      this.#current = null
    }
  }

  /** What was undone cannot be done again once something else has changed; the audit trail keeps it. */
  #discardUndone(): void {
    this.#db.prepare("UPDATE command SET state = 'discarded' WHERE state = 'undone'").run()
  }

  /** Keeps of a merged step's images of one object only the first before and the last after: typing goes on for long. */
  #fold(commandId: number): void {
    const images = this.#db
      .prepare(
        `SELECT min(id) AS first, max(id) AS last, count(*) AS count, count(DISTINCT object_id) AS objects
         FROM journal WHERE command_id = ?`,
      )
      .get(commandId) as { first: number; last: number; count: number; objects: number }
    if (images.objects !== 1 || images.count < 2) return
    this.#db
      .prepare('UPDATE journal SET after = (SELECT after FROM journal WHERE id = ?) WHERE id = ?')
      .run(images.last, images.first)
    this.#db.prepare('DELETE FROM journal WHERE command_id = ? AND id > ?').run(commandId, images.first)
  }

  #openCommand(label: string, mergeKey: string | null): { commandId: number; isMerged: boolean } {
    const now = new Date()
    const merged = mergeKey === null ? null : this.#mergeTarget(mergeKey, now)
    if (merged !== null) {
      this.#db.prepare('UPDATE command SET at = ? WHERE id = ?').run(now.toISOString(), merged)
      return { commandId: merged, isMerged: true }
    }
    const { lastInsertRowid } = this.#db
      .prepare(
        "INSERT INTO command (label, merge_key, started_at, at, state, author) VALUES (?, ?, ?, ?, 'done', ?)",
      )
      .run(label, mergeKey, now.toISOString(), now.toISOString(), this.author)
    return { commandId: Number(lastInsertRowid), isMerged: false }
  }

  #mergeTarget(mergeKey: string, now: Date): number | null {
    const last = this.#db
      .prepare('SELECT id, merge_key, started_at, at, state FROM command ORDER BY id DESC LIMIT 1')
      .get() as
      | { id: number; merge_key: string | null; started_at: string; at: string; state: string }
      | undefined
    if (last?.state !== 'done' || last.merge_key !== mergeKey) return null
    const isFresh = now.getTime() - Date.parse(last.at) <= mergeWindowMs
    const isShort = now.getTime() - Date.parse(last.started_at) <= longestMergeMs
    return isFresh && isShort ? last.id : null
  }

  #dropIfEmpty(commandId: number): void {
    this.#db
      .prepare(
        'DELETE FROM command WHERE id = ? AND NOT EXISTS (SELECT 1 FROM journal WHERE command_id = command.id)',
      )
      .run(commandId)
  }

  /** Steps of many transactions that were begun and had changed nothing yet when their process ended. */
  #dropInterrupted(): void {
    this.#db
      .prepare(
        "DELETE FROM command WHERE state = 'done' AND NOT EXISTS (SELECT 1 FROM journal WHERE command_id = command.id)",
      )
      .run()
  }

  #lastImage(): number {
    return (this.#db.prepare('SELECT coalesce(max(id), 0) AS id FROM journal').get() as { id: number }).id
  }

  #rowsSince(imageId: number): Change[] {
    return this.#db
      .prepare('SELECT DISTINCT object_table AS "table", object_id AS id FROM journal WHERE id > ?')
      .all(imageId) as Change[]
  }

  #replay(
    step: HistoryStep | null,
    state: 'undone' | 'done',
    code: 'nothing_to_undo' | 'nothing_to_redo',
    message: string,
  ): { step: HistoryStep; changes: Changes } {
    if (this.#open.size > 0) {
      throw new CrossreadError(
        'conflict',
        'An import is still running. Undo and redo when it is done, or stop it first.',
      )
    }
    if (step === null) throw new CrossreadError(code, message)
    const order = state === 'undone' ? 'DESC' : 'ASC'
    const rows = this.#transaction(() => {
      // Rows come back in the order they went, which need not be the order that foreign keys want.
      this.#db.pragma('defer_foreign_keys = ON')
      const images = this.#db
        .prepare(
          `SELECT object_table, object_id, before, after FROM journal WHERE command_id = ? ORDER BY id ${order}`,
        )
        .all(step.id) as ImageRow[]
      for (const row of images) {
        if (state === 'undone') this.#restore(row, row.after, row.before)
        else this.#restore(row, row.before, row.after)
      }
      this.#db.prepare('UPDATE command SET state = ? WHERE id = ?').run(state, step.id)
      return images.map((row) => ({ table: row.object_table, id: row.object_id }))
    })
    return { step: { ...step, state }, changes: { commandId: step.id, rows, from: 0 } }
  }

  /**
   * Takes a row from one image to the other; null stands for no row. Of a row that stays only what differs between the
   * images is written, so that a step that ran at the same time as a long import keeps what it changed.
   */
  #restore(row: ImageRow, from: string | null, to: string | null): void {
    const { object_table: table, object_id: id } = row
    if (to === null) {
      this.#db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id)
      return
    }
    const values = parseImage(to)
    const old = from === null ? null : parseImage(from)
    const columns = Object.keys(values).filter((name) => old === null || old[name] !== values[name])
    const bound = columns.map((name) => values[name] ?? null)
    if (old === null) {
      const names = columns.map(quoted).join(', ')
      const marks = columns.map(() => '?').join(', ')
      this.#db.prepare(`INSERT INTO ${table} (${names}) VALUES (${marks})`).run(...bound)
    } else {
      const updates = columns.map((name) => `${quoted(name)} = ?`).join(', ')
      this.#db.prepare(`UPDATE ${table} SET ${updates} WHERE id = ?`).run(...bound, id)
    }
  }
}

type Image = Record<string, string | number | null>

function parseImage(image: string): Image {
  return JSON.parse(image) as Image
}
