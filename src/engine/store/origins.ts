import type { Origin } from '#shared/model.ts'
import type { Db } from './database.ts'

export function insertOrigin(db: Db, id: string, label: string, how: Origin['how']): void {
  db.prepare('INSERT INTO origin (id, label, how) VALUES (?, ?, ?)').run(id, label, how)
}

export function setOrigin(db: Db, sourceId: string, originId: string | null): void {
  db.prepare(
    'UPDATE source SET origin_id = @originId WHERE id = @sourceId AND origin_id IS NOT @originId',
  ).run({
    originId,
    sourceId,
  })
}

/** Whether a source's origin is one that somebody made, and not import. */
export function isGroupedByHand(db: Db, sourceId: string): boolean {
  const row = db
    .prepare(
      "SELECT 1 FROM source JOIN origin ON origin.id = origin_id WHERE source.id = ? AND how = 'by-hand'",
    )
    .get(sourceId)
  return row !== undefined
}

/** Every source of one origin becomes part of another. */
export function moveOrigin(db: Db, fromId: string, toId: string): void {
  db.prepare('UPDATE source SET origin_id = ? WHERE origin_id = ?').run(toId, fromId)
}

/** Origins that no source names any more, or only one: no group. */
export function deleteLonelyOrigins(db: Db): void {
  db.prepare('DELETE FROM origin WHERE (SELECT count(*) FROM source WHERE origin_id = origin.id) < 2').run()
}

/** The origins that several sources share, with those sources' ids by title. */
export function listOrigins(
  db: Db,
): { id: string; label: string; how: Origin['how']; sourceIds: string[] }[] {
  const rows = db
    .prepare(
      `SELECT origin.id, label, how, json_group_array(source.id ORDER BY source.title, source.id) AS sourceIds
       FROM origin JOIN source ON source.origin_id = origin.id
       GROUP BY origin.id HAVING count(*) > 1 ORDER BY label COLLATE NOCASE, origin.id`,
    )
    .all() as { id: string; label: string; how: Origin['how']; sourceIds: string }[]
  return rows.map((row) => ({ ...row, sourceIds: JSON.parse(row.sourceIds) as string[] }))
}

/** Names an origin. False where there is none of this id. */
export function renameOrigin(db: Db, id: string, label: string): boolean {
  return db.prepare('UPDATE origin SET label = ? WHERE id = ?').run(label, id).changes > 0
}

/** What an origin is called; null where there is none of this id. */
export function readOriginLabel(db: Db, id: string): string | null {
  const label = db.prepare('SELECT label FROM origin WHERE id = ?').pluck().get(id)
  return label === undefined ? null : String(label)
}
