import type { NotebookInfo } from '#shared/model.ts'
import type { Db } from './database.ts'
import { findDamagedImages } from './images.ts'
import { findIndexProblems } from './index-check.ts'

export function readNotebook(db: Db): Pick<NotebookInfo, 'id' | 'name' | 'counts'> {
  const count = (table: string) => `(SELECT count(*) FROM ${table}) AS ${table}`
  const row = db
    .prepare(
      `SELECT id, name, ${['source', 'annotation', 'claim', 'note', 'link'].map(count).join(', ')} FROM notebook`,
    )
    .get() as {
    id: string
    name: string
    source: number
    annotation: number
    claim: number
    note: number
    link: number
  }
  return {
    id: row.id,
    name: row.name,
    counts: {
      sources: row.source,
      annotations: row.annotation,
      claims: row.claim,
      notes: row.note,
      links: row.link,
    },
  }
}

export function renameNotebook(db: Db, name: string): void {
  db.prepare('UPDATE notebook SET name = @name WHERE name <> @name').run({ name })
}

export function readSetting(db: Db, key: string): unknown {
  const row = db.prepare('SELECT value FROM setting WHERE key = ?').get(`window.${key}`) as
    | { value: string }
    | undefined
  return row === undefined ? null : JSON.parse(row.value)
}

/** The settings whose keys begin with `prefix`, by the rest of their keys. */
export function listSettings(db: Db, prefix: string): Record<string, unknown> {
  const whole = `window.${prefix}`
  const rows = db
    .prepare('SELECT key, value FROM setting WHERE substr(key, 1, length(?)) = ?')
    .all(whole, whole) as { key: string; value: string }[]
  return Object.fromEntries(rows.map(({ key, value }) => [key.slice(whole.length), JSON.parse(value)]))
}

export function writeSetting(db: Db, key: string, value: unknown): void {
  db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(`window.${key}`, JSON.stringify(value))
}

/** What SQLite and our own invariants have to say against the file; an empty list is a clean bill. */
export function findProblems(db: Db): { kind: string; message: string }[] {
  const problems: { kind: string; message: string }[] = []
  for (const row of db.pragma('integrity_check') as { integrity_check: string }[]) {
    if (row.integrity_check !== 'ok') problems.push({ kind: 'file', message: row.integrity_check })
  }
  for (const row of db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]) {
    problems.push({
      kind: 'reference',
      message: `${row.table} row ${row.rowid} names a ${row.parent} that is gone`,
    })
  }
  problems.push(...findIndexProblems(db), ...findDanglingEnds(db), ...findDamagedImages(db))
  return problems
}

function findDanglingEnds(db: Db): { kind: string; message: string }[] {
  const everyObject = ['source', 'annotation', 'claim', 'note']
    .map((table) => `SELECT id FROM ${table}`)
    .join(' UNION ALL ')
  const links = db
    .prepare(
      `WITH object AS (${everyObject})
       SELECT id FROM link WHERE from_id NOT IN (SELECT id FROM object) OR to_id NOT IN (SELECT id FROM object)`,
    )
    .all() as { id: string }[]
  return links.map(({ id }) => ({ kind: 'link', message: `link ${id} has an end that is gone` }))
}
