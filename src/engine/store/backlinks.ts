import type { ObjectKind } from '#shared/model.ts'
import type { Db } from './database.ts'

export interface MentioningRow {
  kind: Exclude<ObjectKind, 'source'>
  id: string
  /** A note's title, a claim's `C2 statement`, an annotation's quote. */
  label: string
  /** Rich text as JSON. */
  content: string
}

/**
 * What was written with the id in it, the newest change first. Ids are random enough that no other words hold one, so the
 * texts are simply looked through: there is no second place that would have to be kept in step with them.
 */
export function listMentioning(db: Db, id: string): MentioningRow[] {
  return db
    .prepare(
      `SELECT kind, id, label, content FROM (
         SELECT 'note' AS kind, id, title AS label, content, updated_at FROM note
         UNION ALL SELECT 'claim', id, 'C' || number || ' ' || statement, reasoning, updated_at FROM claim
         UNION ALL SELECT 'annotation', id, quote, comment, updated_at FROM annotation
       ) WHERE id <> @id AND instr(content, @id) > 0 ORDER BY updated_at DESC, id DESC`,
    )
    .all({ id }) as MentioningRow[]
}
