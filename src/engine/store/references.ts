import type { Db } from './database.ts'

/** Where rich text stands: the table, and its column. */
const places = {
  note: 'content',
  claim: 'reasoning',
  annotation: 'comment',
  link: 'rationale_content',
} as const
export type DocumentTable = keyof typeof places

/** A piece of rich text as it is stored, as JSON. */
export interface StoredDocument {
  table: DocumentTable
  id: string
  json: string
}

const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/**
 * Every piece of rich text in which one of these ids stands: of notes, of claims' reasoning, of comments, of why links
 * hold. Each is read once, however many ids are looked for; `mark` is a word that all that names objects has in it.
 */
export function documentsThatName(db: Db, ids: readonly string[], mark: string): StoredDocument[] {
  const parts = Object.entries(places).map(
    ([table, column]) =>
      `SELECT '${table}' AS "table", id, ${column} AS json FROM ${table} WHERE instr(${column}, @mark) > 0`,
  )
  const rows = db.prepare(parts.join(' UNION ALL ')).iterate({ mark }) as Iterable<StoredDocument>
  const wanted = new Set(ids)
  const found: StoredDocument[] = []
  for (const row of rows) if (row.json.match(anyId)?.some((id) => wanted.has(id))) found.push(row)
  return found
}

/** Stores rich text whose references changed and nothing else: nobody wrote in it, so its time of change stays. */
export function storeReferences(db: Db, { table, id, json }: StoredDocument): void {
  db.prepare(`UPDATE ${table} SET ${places[table]} = ? WHERE id = ?`).run(json, id)
}
