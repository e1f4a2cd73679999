import { collectionNames } from '#shared/collections.ts'
import type { Facet, SearchFacets } from '#shared/model.ts'
import { listCollectionRows } from './collections.ts'
import type { Db } from './database.ts'

/** More values of one kind than this nobody reads. */
const mostValues = 30

/** How the sources that hold some texts spread over what can be filtered by: counts are of sources. */
export function countFacets(db: Db, texts: readonly number[]): Omit<SearchFacets, 'capped'> {
  const ids = JSON.stringify(texts)
  const count = (select: string): Facet[] =>
    db
      .prepare(
        `WITH found AS (SELECT source.* FROM json_each(?) AS wanted JOIN source ON source.text_id = wanted.value)
         SELECT value, count(*) AS count FROM (${select}) WHERE value IS NOT NULL
         GROUP BY value COLLATE NOCASE ORDER BY count DESC, value LIMIT ${mostValues}`,
      )
      .all(ids) as Facet[]
  return {
    sources: texts.length,
    publishers: count('SELECT container AS value FROM found'),
    years: count('SELECT CAST(issued / 10000 AS TEXT) AS value FROM found'),
    languages: count('SELECT substr(language, 1, 2) AS value FROM found'),
    types: count("SELECT details ->> '$.kind' AS value FROM found"),
    tags: count(
      `SELECT DISTINCT found.id, tag.name AS value FROM found
       JOIN tagging ON target_id = found.id OR target_id IN (SELECT id FROM annotation WHERE source_id = found.id)
       JOIN tag ON tag.id = tag_id`,
    ),
    collections: named(db, count(inCollections)),
    relations: count(
      `SELECT DISTINCT found.id, relation.name AS value FROM found
       JOIN link ON from_id = found.id OR from_id IN (SELECT id FROM annotation WHERE source_id = found.id)
       JOIN relation ON relation.id = relation_id`,
    ),
    annotated: (
      db
        .prepare(
          `SELECT count(*) AS count FROM json_each(?) AS wanted JOIN source ON source.text_id = wanted.value
           WHERE EXISTS (SELECT 1 FROM annotation WHERE source_id = source.id)`,
        )
        .get(ids) as { count: number }
    ).count,
  }
}

/** A source in a collection is in those around it, too; by their ids. */
const inCollections = `
  SELECT DISTINCT found.id, above.outer_id AS value FROM found JOIN collection_source ON source_id = found.id
  JOIN (
    WITH RECURSIVE above (id, outer_id) AS (
      SELECT id, id FROM collection
      UNION SELECT above.id, parent_id FROM above JOIN collection ON collection.id = above.outer_id
        WHERE parent_id IS NOT NULL
    ) SELECT id, outer_id FROM above
  ) AS above ON above.id = collection_id`

/** Counts of collections by name; where two have one name, by where they stand. */
function named(db: Db, counts: readonly Facet[]): Facet[] {
  const names = collectionNames(listCollectionRows(db))
  return counts.map(({ value, count }) => ({ value: names.get(value) ?? value, count }))
}
