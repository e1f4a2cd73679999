import type { Db } from './database.ts'

export interface DatedSource {
  id: string
  title: string
  originId: string
  importedAt: string
  /** Only its dates and where it appeared, as JSON. */
  metadata: string
}

/** Every source with what places it in time, in the order of import. Abstracts and notes are not read along. */
export function readDatedSources(db: Db): DatedSource[] {
  return db
    .prepare(
      `SELECT id, title, coalesce(origin_id, id) AS originId, imported_at AS importedAt,
         json_object('issued', metadata -> '$.issued', 'accessed', metadata -> '$.accessed',
           'event-date', metadata -> '$.event-date', 'container-title', metadata ->> '$.container-title',
           'publisher', metadata ->> '$.publisher') AS metadata
       FROM source ORDER BY imported_at, id`,
    )
    .all() as DatedSource[]
}
