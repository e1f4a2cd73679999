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

/** Every piece of rich text in which one of these ids stands: of notes, of claims' reasoning, of comments, of why links hold. */
export function documentsThatName(db: Db, ids: readonly string[]): StoredDocument[] {
  const parts = Object.entries(places).map(
    ([table, column]) =>
      `SELECT '${table}' AS "table", id, ${column} AS json FROM ${table}
       WHERE ${column} IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(@ids) WHERE instr(${column}, value) > 0)`,
  )
  return db.prepare(parts.join(' UNION ALL ')).all({ ids: JSON.stringify(ids) }) as StoredDocument[]
}

/** Stores rich text whose references changed and nothing else: nobody wrote in it, so its time of change stays. */
export function storeReferences(db: Db, { table, id, json }: StoredDocument): void {
  db.prepare(`UPDATE ${table} SET ${places[table]} = ? WHERE id = ?`).run(json, id)
}
