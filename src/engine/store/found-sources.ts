import type { Db } from './database.ts'
import type { SqlCondition } from './source-filter.ts'

/** So many matching blocks are looked at in one go: some 20 ms. */
const sliceBlocks = 20_000

/**
 * Adds the texts of the next blocks that an FTS5 expression matches, beyond the block `after`, to `texts`. Gives the block
 * to go on after, or null where that was all.
 */
export function textsMatching(db: Db, match: string, after: number, texts: Set<number>): number | null {
  const rows = db
    .prepare(
      `SELECT found.id, block.text_id AS textId FROM (
         SELECT rowid AS id FROM block_index WHERE block_index MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?
       ) AS found JOIN block ON block.id = found.id`,
    )
    .raw()
    .all(match, after, sliceBlocks) as [number, number][]
  for (const [, textId] of rows) texts.add(textId)
  const last = rows.at(-1)
  return last === undefined || rows.length < sliceBlocks ? null : last[0]
}

/** The standing sources of some texts for which a condition holds; null for any. */
export function sourcesOfTexts(db: Db, texts: readonly number[], condition: SqlCondition | null): string[] {
  const { sql, params } = condition ?? { sql: '1', params: [] }
  return db
    .prepare(`SELECT id FROM source WHERE text_id IN (SELECT value FROM json_each(?)) AND ${sql} ORDER BY id`)
    .pluck()
    .all(JSON.stringify(texts), ...params) as string[]
}

/** The sources for which a condition holds. */
export function matchingSources(db: Db, { sql, params }: SqlCondition): string[] {
  return db
    .prepare(`SELECT id FROM source WHERE ${sql} ORDER BY id`)
    .pluck()
    .all(...params) as string[]
}

/** Differs whenever anything in the file changed, by this connection or by another. */
export function changeMark(db: Db): string {
  const own = db.prepare('SELECT total_changes()').pluck().get() as number
  return `${own}:${db.pragma('data_version', { simple: true })}`
}
