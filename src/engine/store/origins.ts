import type { Db } from './database.ts'

export function insertOrigin(
  db: Db,
  id: string,
  label: string,
  how: 'same-text' | 'near-duplicate' | 'by-hand',
): void {
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
