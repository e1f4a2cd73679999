import type { AnchorState } from '#shared/model.ts'
import type { Db } from './database.ts'

/** Where an annotation stands and how it is found again, without what was written about it. */
export interface AnchorRow {
  id: string
  start: number
  end: number
  quote: string
  prefix: string
  suffix: string
  state: AnchorState
}

/** Those of a source's annotations, in text order. */
export function listAnchors(db: Db, sourceId: string): AnchorRow[] {
  return db
    .prepare(
      `SELECT id, start, "end", quote, prefix, suffix, state FROM annotation
       WHERE source_id = ? ORDER BY start, "end", id`,
    )
    .all(sourceId) as AnchorRow[]
}
