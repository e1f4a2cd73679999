import type { Db } from './database.ts'
import { type JournaledTable, quoted } from './journal-triggers.ts'

export type Image = Record<string, string | number | null>

/** What one step did to one row. */
export interface RowChange {
  step: number
  label: string
  at: string
  author: string | null
  before: Image | null
  after: Image | null
}

/** The row of an object as it is; null where it is gone. */
export function imageOf(db: Db, table: JournaledTable, id: string): Image | null {
  const names = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => quoted(name))
  const row = db.prepare(`SELECT ${names.join(', ')} FROM ${table} WHERE id = ?`).get(id)
  return (row as Image | undefined) ?? null
}

/**
 * The changes that brought a row to where it is, the newest first: what was undone and never done again is left out. Of
 * one step's changes to the row only the first before and the last after are kept.
 */
export function changesOf(db: Db, table: JournaledTable, id: string): RowChange[] {
  const rows = db
    .prepare(
      `SELECT command.id AS step, label, at, author, state, before, after
       FROM journal JOIN command ON command.id = command_id
       WHERE object_id = ? AND object_table = ? ORDER BY journal.id DESC`,
    )
    .all(id, table) as (Omit<RowChange, 'before' | 'after'> & {
    state: string
    before: string | null
    after: string | null
  })[]
  const standing: RowChange[] = []
  let expected = imageOf(db, table, id)
  for (const { state, ...row } of rows) {
    const change = { ...row, before: parsed(row.before), after: parsed(row.after) }
    // A step that can no longer be undone stands all the same when it led to what came after it.
    if (state !== 'done' && !isSame(change.after, expected)) continue
    expected = change.before
    const last = standing.at(-1)
    if (last?.step === change.step) last.before = change.before
    else standing.push(change)
  }
  return standing
}

function parsed(image: string | null): Image | null {
  return image === null ? null : (JSON.parse(image) as Image)
}

/** Columns that a later version of the schema added are null in neither. */
function isSame(a: Image | null, b: Image | null): boolean {
  if (a === null || b === null) return a === b
  return Object.keys(a).every((name) => a[name] === b[name])
}

/** The rows of some tables that a step touched, in the order it did, each as it was before the step and after it. */
export function rowsTouchedBy(
  db: Db,
  step: number,
  tables: readonly JournaledTable[],
  limit: number,
): { table: JournaledTable; id: string; before: Image | null; after: Image | null }[] {
  const rows = db
    .prepare(
      `WITH touched AS (
         SELECT min(id) AS first, max(id) AS last FROM journal
         WHERE command_id = @step AND object_table IN (SELECT value FROM json_each(@tables))
         GROUP BY object_table, object_id ORDER BY first LIMIT @limit
       )
       SELECT b.object_table AS "table", b.object_id AS id, b.before, a.after
       FROM touched JOIN journal AS b ON b.id = first JOIN journal AS a ON a.id = last ORDER BY first`,
    )
    .all({ step, tables: JSON.stringify(tables), limit }) as {
    table: JournaledTable
    id: string
    before: string | null
    after: string | null
  }[]
  return rows.map(({ table, id, before, after }) => ({
    table,
    id,
    before: parsed(before),
    after: parsed(after),
  }))
}

/** Writes some columns of a row. False where something that they need is gone, or something of its name has come. */
export function writeColumns(db: Db, table: JournaledTable, id: string, values: Image): boolean {
  const names = Object.keys(values)
  if (names.length === 0) return true
  const updates = names.map((name) => `${quoted(name)} = @${name}`).join(', ')
  return fits(() => db.prepare(`UPDATE ${table} SET ${updates} WHERE id = @id`).run({ ...values, id }))
}

/** Puts a row back. False where something that it needs is gone, or something of its name has come. */
export function insertImage(db: Db, table: JournaledTable, image: Image): boolean {
  const names = Object.keys(image)
  const marks = names.map((name) => `@${name}`).join(', ')
  return fits(() =>
    db.prepare(`INSERT INTO ${table} (${names.map(quoted).join(', ')}) VALUES (${marks})`).run(image),
  )
}

/** Whether the file's own rules allow a write. */
function fits(write: () => void): boolean {
  try {
    write()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')) {
      return false
    }
    throw error
  }
}

/** The sources that a step took out of an origin and left, and that are in none now. */
export function sourcesParted(db: Db, step: number, originId: string): string[] {
  return db
    .prepare(
      `SELECT DISTINCT source.id FROM journal JOIN source ON source.id = object_id
       WHERE command_id = ? AND object_table = 'source' AND source.origin_id IS NULL
         AND before ->> '$.origin_id' = ? AND after ->> '$.origin_id' IS NULL`,
    )
    .pluck()
    .all(step, originId) as string[]
}

/** Rows that a step removed, in the order that they can be put back in. */
export function rowsRemovedBy(db: Db, step: number): { table: JournaledTable; image: Image }[] {
  const rows = db
    .prepare(
      `SELECT object_table AS "table", before FROM journal
       WHERE command_id = ? AND after IS NULL AND before IS NOT NULL ORDER BY id DESC`,
    )
    .all(step) as { table: JournaledTable; before: string }[]
  return rows.map(({ table, before }) => ({ table, image: JSON.parse(before) as Image }))
}
