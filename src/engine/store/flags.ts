import { newId } from '#shared/ids.ts'
import type { Flag, FlagKind, FlagState } from '#shared/model.ts'
import type { Db } from './database.ts'

/** A flag as import or the reader raises it. A passage is UTF-16, half-open, in the canonical text. */
export interface NewFlag {
  kind: FlagKind
  start: number | null
  end: number | null
  message: string
  state?: FlagState
  otherSourceId?: string | null
  similarity?: number | null
}

/** A passage: UTF-16, half-open. */
export interface Range {
  start: number
  end: number
}

const columns = `id, source_id AS sourceId, kind, start, "end", message, state,
  other_source_id AS otherSourceId, similarity`

/** Flags of a source, or of all, in the order of the text; those without a passage first. */
export function listFlags(db: Db, sourceId: string | null): Flag[] {
  if (sourceId === null)
    return db.prepare(`SELECT ${columns} FROM flag ORDER BY source_id, start, id`).all() as Flag[]
  return db
    .prepare(`SELECT ${columns} FROM flag WHERE source_id = ? ORDER BY start, id`)
    .all(sourceId) as Flag[]
}

export function findFlag(db: Db, id: string): Flag | null {
  return (db.prepare(`SELECT ${columns} FROM flag WHERE id = ?`).get(id) as Flag | undefined) ?? null
}

/** Raises flags on a source, and gives their ids. */
export function insertFlags(db: Db, sourceId: string, flags: readonly NewFlag[]): string[] {
  const insert = db.prepare(
    `INSERT INTO flag (id, source_id, kind, start, "end", message, state, other_source_id, similarity)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return flags.map((flag) => {
    const id = newId()
    const { kind, start, end, message, state = 'open', otherSourceId = null, similarity = null } = flag
    insert.run(id, sourceId, kind, start, end, message, state, otherSourceId, similarity)
    return id
  })
}

export function setFlagState(db: Db, id: string, state: FlagState): void {
  db.prepare('UPDATE flag SET state = @state WHERE id = @id AND state <> @state').run({ id, state })
}

/** Says anew what a comparison found: of a text that changed, how much it shares with the other changed too. */
export function updateFlag(db: Db, id: string, message: string, similarity: number): void {
  db.prepare(
    'UPDATE flag SET message = @message, similarity = @similarity WHERE id = @id AND (message, similarity) IS NOT (@message, @similarity)',
  ).run({ id, message, similarity })
}

/** Puts a flag on the passage it is about in another version of the text. */
export function moveFlag(db: Db, id: string, flag: Range & { message: string }): void {
  db.prepare('UPDATE flag SET start = @start, "end" = @end, message = @message WHERE id = @id').run({
    start: flag.start,
    end: flag.end,
    message: flag.message,
    id,
  })
}

export function deleteFlag(db: Db, id: string): void {
  db.prepare('DELETE FROM flag WHERE id = ?').run(id)
}

/** Passages of a source that the reader took out, ascending and joined where they touch. */
export function excludedRanges(db: Db, sourceId: string): Range[] {
  const rows = db
    .prepare(
      `SELECT start, "end" FROM flag
       WHERE source_id = ? AND state = 'excluded' AND "end" > start ORDER BY start, "end"`,
    )
    .all(sourceId) as Range[]
  return joinRanges(rows)
}

/** Joins ascending ranges that overlap or touch. */
export function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  for (const { start, end } of ranges) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** What comparisons found about a source, in whatever state it is. */
export function listComparisons(db: Db, sourceId: string): Flag[] {
  return db
    .prepare(
      `SELECT ${columns} FROM flag WHERE source_id = ? AND kind IN ('near-duplicate', 'same-story') ORDER BY id`,
    )
    .all(sourceId) as Flag[]
}

/** Same-story flags of other sources that name this one. */
export function listPointingFlags(db: Db, otherSourceId: string): Flag[] {
  return db
    .prepare(`SELECT ${columns} FROM flag WHERE other_source_id = ? ORDER BY id`)
    .all(otherSourceId) as Flag[]
}

/** Dismisses what says that a source is a copy of another of its origin, or another a copy of it. */
export function dismissCopies(db: Db, sourceId: string): void {
  db.prepare(
    `UPDATE flag SET state = 'dismissed'
     WHERE kind = 'near-duplicate' AND state = 'open' AND (source_id = @sourceId OR other_source_id = @sourceId)`,
  ).run({ sourceId })
}

/** Remembers, or forgets, that a source is a voice of its own whatever import finds: part of the history, as the source is. */
export function setOwnVoice(db: Db, sourceId: string, ownVoice: boolean): void {
  const changed = ownVoice
    ? "json_set(details, '$.ownVoice', json('true'))"
    : "json_remove(details, '$.ownVoice')"
  db.prepare(
    `UPDATE source SET details = ${changed} WHERE id = ? AND (details ->> '$.ownVoice' IS NOT NULL) <> ?`,
  ).run(sourceId, ownVoice ? 1 : 0)
}
