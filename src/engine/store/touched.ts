import type { Db } from './database.ts'
import type { Changes } from './journal.ts'

type Step = Pick<Changes, 'commandId' | 'from'>

/**
 * The sources that a change touched, by themselves or by what belongs to them, those that it removed included. Null where
 * they are more than `most`, or where it touched what any source may show.
 */
export function sourcesTouched(db: Db, { commandId, from }: Step, most: number): string[] | null {
  const wide = db
    .prepare(
      "SELECT 1 FROM journal WHERE command_id = ? AND id > ? AND object_table IN ('tag', 'origin') LIMIT 1",
    )
    .get(commandId, from)
  if (wide !== undefined) return null
  const ids = db
    .prepare(
      `SELECT CASE object_table WHEN 'source' THEN object_id
         WHEN 'tagging' THEN coalesce(after, before) ->> '$.target_id'
         ELSE coalesce(after, before) ->> '$.source_id' END
       FROM journal WHERE command_id = @commandId AND id > @from AND object_table IN ('source', 'annotation', 'flag', 'tagging')
       -- Who leaves an origin, or joins one, changes how many the others there are.
       UNION SELECT source.id FROM journal
         JOIN source ON origin_id IN (before ->> '$.origin_id', after ->> '$.origin_id')
       WHERE command_id = @commandId AND journal.id > @from AND object_table = 'source'
         AND before ->> '$.origin_id' IS NOT after ->> '$.origin_id'
       LIMIT @limit`,
    )
    .pluck()
    .all({ commandId, from, limit: most + 1 }) as string[]
  return ids.length > most ? null : ids
}

/**
 * The annotations that a change touched, by themselves, their tags or their links, those that it removed included; other ids
 * may be among them. Null where they are more than `most`, or where it changed what any annotation may show.
 */
export function annotationsTouched(db: Db, { commandId, from }: Step, most: number): string[] | null {
  const wide = db
    .prepare(
      "SELECT 1 FROM journal WHERE command_id = ? AND id > ? AND object_table = 'tag' AND before IS NOT NULL LIMIT 1",
    )
    .get(commandId, from)
  if (wide !== undefined) return null
  const ids = db
    .prepare(
      `WITH image (of_table, id, row) AS MATERIALIZED (
         SELECT object_table, object_id, before FROM journal
         WHERE command_id = @commandId AND id > @from AND object_table IN ('annotation', 'tagging', 'link') AND before IS NOT NULL
         UNION ALL
         SELECT object_table, object_id, after FROM journal
         WHERE command_id = @commandId AND id > @from AND object_table IN ('annotation', 'tagging', 'link') AND after IS NOT NULL)
       SELECT id FROM image WHERE of_table = 'annotation'
       UNION SELECT row ->> '$.target_id' FROM image WHERE of_table = 'tagging'
       UNION SELECT row ->> '$.from_id' FROM image WHERE of_table = 'link'
       UNION SELECT row ->> '$.to_id' FROM image WHERE of_table = 'link'
       LIMIT @limit`,
    )
    .pluck()
    .all({ commandId, from, limit: most + 1 }) as string[]
  return ids.length > most ? null : ids
}
