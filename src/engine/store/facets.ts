import type { Facet, SearchFacets } from '#shared/model.ts'
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
    collections: count(
      `SELECT collection.name AS value FROM found JOIN collection_source ON source_id = found.id
       JOIN collection ON collection.id = collection_id`,
    ),
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
