import type { Annotation } from '#shared/model.ts'
import { columns, type ListedRow, toAnnotation } from './annotations.ts'
import type { Db } from './database.ts'

/** An annotation that waits for somebody to judge what a change of its text did to it. */
export interface DriftedRow {
  annotation: Annotation
  sourceTitle: string
  oldQuote: string
}

/** Those of one source, or with null of every source, in the order of sources and texts. */
export function listDrifted(db: Db, sourceId: string | null): DriftedRow[] {
  const rows = db
    .prepare(
      `SELECT ${columns}, coalesce(old_quote, quote) AS oldQuote, source.title AS sourceTitle
       FROM annotation JOIN source ON source.id = source_id
       WHERE annotation.state <> 'exact' AND reviewed = 0 AND (@sourceId IS NULL OR source_id = @sourceId)
       ORDER BY source_id, annotation.start, annotation."end", annotation.id`,
    )
    .all({ sourceId }) as (ListedRow & Omit<DriftedRow, 'annotation'>)[]
  return rows.map(({ oldQuote, sourceTitle, ...row }) => ({
    annotation: toAnnotation(row),
    sourceTitle,
    oldQuote,
  }))
}

/**
 * Takes a moved or changed annotation as it stands, and leaves a lost one lost, judged either way. False where nothing
 * was to be judged.
 */
export function acceptAnchor(db: Db, id: string, at: string): boolean {
  const { changes } = db
    .prepare(
      `UPDATE annotation SET
         reviewed = state = 'lost',
         old_quote = CASE state WHEN 'lost' THEN old_quote END,
         updated_at = CASE state WHEN 'lost' THEN updated_at ELSE @at END,
         state = CASE state WHEN 'lost' THEN 'lost' ELSE 'exact' END
       WHERE id = @id AND state <> 'exact' AND reviewed = 0`,
    )
    .run({ id, at })
  return changes > 0
}
