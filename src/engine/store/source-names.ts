import type { SourceMetadata } from '#shared/model.ts'
import type { Db } from './database.ts'

/** What a source is called, by whom, and where it was published. */
export interface SourceName {
  id: string
  title: string
  metadata: SourceMetadata
}

/** Ranking more than so many takes longer than a person types; of more the newest come first. */
const mostRanked = 2_000

/** Sources whose title, authors or place of publication match an FTS5 expression, the best first: titles count most. */
export function sourcesNamed(db: Db, match: string, limit: number): SourceName[] {
  const matching = 'FROM source_index WHERE source_index MATCH ?'
  const count = db.prepare(`SELECT count(*) FROM (SELECT 1 ${matching} LIMIT ?)`).pluck()
  const isRanked = Number(count.get(match, mostRanked + 1)) <= mostRanked
  const order = isRanked ? 'bm25(source_index, 3.0, 1.0, 1.0), rowid DESC' : 'rowid DESC'
  const texts = db.prepare(`SELECT rowid ${matching} ORDER BY ${order} LIMIT ?`).pluck().all(match, limit)
  return namesOf(
    db,
    'JOIN json_each(?) AS wanted ON wanted.value = source.text_id ORDER BY wanted.key',
    JSON.stringify(texts),
  )
}

/** Sources with a tag whose name begins with `text`, the newest first. */
export function sourcesTagged(db: Db, text: string, limit: number): SourceName[] {
  const tagged = `WHERE source.id IN (SELECT target_id FROM tagging JOIN tag ON tag.id = tag_id
    WHERE tag.name COLLATE NOCASE >= ? AND tag.name COLLATE NOCASE < ?)`
  return namesOf(db, `${tagged} ORDER BY source.id DESC LIMIT ?`, text, `${text}\u{10ffff}`, limit)
}

/** The sources that came last. */
export function newestSources(db: Db, limit: number): SourceName[] {
  return namesOf(db, 'ORDER BY source.id DESC LIMIT ?', limit)
}

/** The titles of sources, by id. */
export function titlesOf(db: Db, ids: readonly string[]): Map<string, string> {
  const found = namesOf(
    db,
    'JOIN json_each(?) AS wanted ON wanted.value = source.id',
    JSON.stringify([...new Set(ids)]),
  )
  return new Map(found.map(({ id, title }) => [id, title]))
}

/** Sources by id, each with the origin that it is a voice of: its own id where it shares none. */
export function voicesOf(db: Db, ids: readonly string[]): Map<string, SourceName & { originId: string }> {
  const rows = db
    .prepare(
      `SELECT id, title, coalesce(origin_id, id) AS originId, metadata FROM source
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify([...new Set(ids)])) as (Omit<SourceName, 'metadata'> & {
    originId: string
    metadata: string
  })[]
  return new Map(
    rows.map((row) => [row.id, { ...row, metadata: JSON.parse(row.metadata) as SourceMetadata }]),
  )
}

function namesOf(db: Db, which: string, ...params: (string | number)[]): SourceName[] {
  const rows = db.prepare(`SELECT source.id, title, metadata FROM source ${which}`).all(...params)
  return (rows as { id: string; title: string; metadata: string }[]).map((row) => ({
    ...row,
    metadata: JSON.parse(row.metadata) as SourceMetadata,
  }))
}
