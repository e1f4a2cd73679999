import { newId } from '#shared/ids.ts'
import type { ObjectRef, Tag } from '#shared/model.ts'
import type { Db } from './database.ts'

export function listTags(db: Db): Tag[] {
  return db
    .prepare(
      `SELECT id, name, (SELECT count(*) FROM tagging WHERE tag_id = tag.id) AS uses FROM tag
       ORDER BY name COLLATE NOCASE`,
    )
    .all() as Tag[]
}

export function findTag(db: Db, id: string): Tag | null {
  return listTags(db).find((tag) => tag.id === id) ?? null
}

/** Every tag without its count. Which names are the same is decided where they are compared, not by SQLite's ASCII rule. */
export function listTagNames(db: Db): { id: string; name: string }[] {
  return db.prepare('SELECT id, name FROM tag').all() as { id: string; name: string }[]
}

export function insertTag(db: Db, id: string, name: string): void {
  db.prepare('INSERT INTO tag (id, name) VALUES (?, ?)').run(id, name)
}

export function tagIdsOf(db: Db, targetId: string): string[] {
  const rows = db.prepare('SELECT tag_id AS id FROM tagging WHERE target_id = ?').all(targetId) as {
    id: string
  }[]
  return rows.map((row) => row.id)
}

export function addTagging(db: Db, tagId: string, target: ObjectRef): void {
  db.prepare('INSERT INTO tagging (id, tag_id, target_kind, target_id) VALUES (?, ?, ?, ?)').run(
    newId(),
    tagId,
    target.kind,
    target.id,
  )
}

export function removeTagging(db: Db, tagId: string, targetId: string): void {
  db.prepare('DELETE FROM tagging WHERE tag_id = ? AND target_id = ?').run(tagId, targetId)
}

/** Gives a tag to all objects of a kind that do not have it yet. */
export function addTaggings(db: Db, tagId: string, kind: ObjectRef['kind'], ids: readonly string[]): void {
  const without = db
    .prepare(
      `SELECT value AS id FROM json_each(@ids)
       WHERE NOT EXISTS (SELECT 1 FROM tagging WHERE target_id = value AND tag_id = @tagId)`,
    )
    .all({ ids: JSON.stringify(ids), tagId }) as { id: string }[]
  const insert = db.prepare('INSERT INTO tagging (id, tag_id, target_kind, target_id) VALUES (?, ?, ?, ?)')
  for (const { id } of without) insert.run(newId(), tagId, kind, id)
}

/** Takes a tag from all objects that have it. */
export function removeTaggings(db: Db, tagId: string, ids: readonly string[]): void {
  db.prepare('DELETE FROM tagging WHERE tag_id = ? AND target_id IN (SELECT value FROM json_each(?))').run(
    tagId,
    JSON.stringify(ids),
  )
}

export function renameTag(db: Db, id: string, name: string): void {
  db.prepare('UPDATE tag SET name = ? WHERE id = ?').run(name, id)
}

export function deleteTag(db: Db, id: string): void {
  db.prepare('DELETE FROM tag WHERE id = ?').run(id)
}

export function tagNamesOf(db: Db, targetId: string): string[] {
  const rows = db
    .prepare(
      'SELECT name FROM tagging JOIN tag ON tag.id = tag_id WHERE target_id = ? ORDER BY name COLLATE NOCASE',
    )
    .all(targetId) as { name: string }[]
  return rows.map((row) => row.name)
}

/** The ids of all that have a tag of this name, however it is written. */
export function objectsTagged(db: Db, name: string): Set<string> {
  const ids = db
    .prepare(
      'SELECT target_id FROM tagging WHERE tag_id IN (SELECT id FROM tag WHERE folded(name) = folded(?))',
    )
    .pluck()
    .all(name) as string[]
  return new Set(ids)
}
