import type { SourceMetadata } from '#shared/model.ts'
import type { Db } from './database.ts'

/** What a bibliography's entries are compared with. */
export interface MatchableSource {
  id: string
  title: string
  metadata: SourceMetadata
  /** False for a source that was made of an entry of a bibliography. */
  hasText: boolean
}

/** Sources in the order of their ids, from the one behind `after` on; those without a text alone where that is wanted. */
export function listMatchable(
  db: Db,
  { after, limit, withoutText }: { after: string; limit: number; withoutText: boolean },
): MatchableSource[] {
  const rows = db
    .prepare(
      `SELECT source.id, title, metadata, text.length FROM source JOIN text ON text.id = text_id
       WHERE source.id > ? ${withoutText ? 'AND text.length = 0' : ''} ORDER BY source.id LIMIT ?`,
    )
    .all(after, limit) as { id: string; title: string; metadata: string; length: number }[]
  return rows.map(({ id, title, metadata, length }) => ({
    id,
    title,
    metadata: JSON.parse(metadata) as SourceMetadata,
    hasText: length > 0,
  }))
}
