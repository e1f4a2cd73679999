import { newId } from '#shared/ids.ts'
import type { Collection, TaggedSources } from '#shared/model.ts'
import type { Db } from './database.ts'

/** What a collection is besides the sources in it. */
export type CollectionRow = Pick<Collection, 'id' | 'name' | 'parentId'>

export function listCollectionRows(db: Db): CollectionRow[] {
  return db
    .prepare('SELECT id, name, parent_id AS parentId FROM collection ORDER BY id')
    .all() as CollectionRow[]
}

/** Every collection with the sources that are in it itself, in the order in which they were added. */
export function listCollections(db: Db): Collection[] {
  const members = db
    .prepare('SELECT collection_id AS collectionId, source_id AS sourceId FROM collection_source ORDER BY id')
    .all() as { collectionId: string; sourceId: string }[]
  const collections = listCollectionRows(db).map((row): Collection => ({ ...row, sources: 0, sourceIds: [] }))
  const byId = new Map(collections.map((collection) => [collection.id, collection]))
  for (const { collectionId, sourceId } of members) byId.get(collectionId)?.sourceIds.push(sourceId)
  for (const collection of collections) collection.sources = collection.sourceIds.length
  return collections
}

export function insertCollection(db: Db, { id, name, parentId }: CollectionRow): void {
  db.prepare(
    `INSERT INTO collection (id, name, parent_id, position)
     VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM collection))`,
  ).run(id, name, parentId)
}

export function updateCollection(db: Db, { id, name, parentId }: CollectionRow): void {
  db.prepare('UPDATE collection SET name = ?, parent_id = ? WHERE id = ?').run(name, parentId, id)
}

/** Takes the collections inside it along. */
export function deleteCollection(db: Db, id: string): void {
  db.prepare('DELETE FROM collection WHERE id = ?').run(id)
}

/** Those of `ids` that are sources of the notebook, each once. */
export function knownSources(db: Db, ids: readonly string[]): string[] {
  const rows = db
    .prepare('SELECT id FROM source WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(ids)) as { id: string }[]
  return rows.map(({ id }) => id)
}

/** Puts sources into a collection and says how many were not in it before. */
export function addToCollection(db: Db, collectionId: string, sourceIds: readonly string[]): number {
  const insert = db.prepare(
    'INSERT INTO collection_source (id, collection_id, source_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  return sourceIds.reduce((added, sourceId) => added + insert.run(newId(), collectionId, sourceId).changes, 0)
}

/** Takes sources out of a collection and says how many were in it. */
export function removeFromCollection(db: Db, collectionId: string, sourceIds: readonly string[]): number {
  return db
    .prepare(
      'DELETE FROM collection_source WHERE collection_id = ? AND source_id IN (SELECT value FROM json_each(?))',
    )
    .run(collectionId, JSON.stringify(sourceIds)).changes
}

/** The sources of each tag that any has, by itself or by one of its annotations. */
export function listTaggedSources(db: Db): TaggedSources[] {
  const rows = db
    .prepare(
      `SELECT tag.id, tag.name, json_group_array(source_id) AS sourceIds FROM tag JOIN (
         SELECT tag_id, target_id AS source_id FROM tagging WHERE target_kind = 'source'
         UNION SELECT tag_id, source_id FROM tagging JOIN annotation ON annotation.id = target_id
       ) ON tag_id = tag.id GROUP BY tag.id ORDER BY tag.name COLLATE NOCASE`,
    )
    .all() as { id: string; name: string; sourceIds: string }[]
  return rows.map((row) => ({ ...row, sourceIds: JSON.parse(row.sourceIds) as string[] }))
}
