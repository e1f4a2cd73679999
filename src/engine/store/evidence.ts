import type { ObjectKind } from '#shared/model.ts'
import type { Db } from './database.ts'

/** A link to a claim: where it starts, and the source that speaks there, where it is one. */
export interface ClaimLink {
  claimId: string
  relationId: string
  fromKind: ObjectKind
  fromId: string
  sourceId: string | null
  /** What counts as one voice; of a source that shares none, its own id. */
  originId: string | null
}

/** The links that lead to a claim, or with null to any claim. */
export function readClaimLinks(db: Db, claimId: string | null): ClaimLink[] {
  if (claimId !== null) {
    return db
      .prepare(
        `SELECT to_id AS claimId, relation_id AS relationId, from_kind AS fromKind, from_id AS fromId,
           source.id AS sourceId, coalesce(source.origin_id, source.id) AS originId
         FROM link LEFT JOIN annotation ON from_kind = 'annotation' AND annotation.id = from_id
         LEFT JOIN source ON source.id = coalesce(annotation.source_id, CASE from_kind WHEN 'source' THEN from_id END)
         WHERE to_kind = 'claim' AND to_id = ?`,
      )
      .all(claimId) as ClaimLink[]
  }
  // Of all of them each table is read once: looking up two rows for each link takes twice as long.
  const sources = sourcesOfAnnotations(db)
  const origins = pairs(db, 'SELECT id, origin_id FROM source WHERE origin_id IS NOT NULL')
  const rows = db
    .prepare(`SELECT to_id, relation_id, from_kind, from_id FROM link WHERE to_kind = 'claim'`)
    .raw()
    .all() as [string, string, ObjectKind, string][]
  return rows.map(([to, relationId, fromKind, fromId]) => {
    const sourceId = sourceBehind(fromKind, fromId, sources)
    const originId = sourceId === null ? null : (origins.get(sourceId) ?? sourceId)
    return { claimId: to, relationId, fromKind, fromId, sourceId, originId }
  })
}

/** The source of every annotation. */
export function sourcesOfAnnotations(db: Db): Map<string, string> {
  return pairs(db, 'SELECT id, source_id FROM annotation')
}

/** The source that stands behind an end of a link: itself, or the one its passage is in. */
export function sourceBehind(
  kind: ObjectKind,
  id: string,
  sources: ReadonlyMap<string, string>,
): string | null {
  if (kind === 'source') return id
  return kind === 'annotation' ? (sources.get(id) ?? null) : null
}

/** Which relations speak for their target (+1) and which against it (-1). */
export function readStances(db: Db): Map<string, number> {
  return new Map(db.prepare('SELECT id, stance FROM relation').raw().all() as [string, number][])
}

function pairs(db: Db, sql: string): Map<string, string> {
  return new Map(db.prepare(sql).raw().all() as [string, string][])
}
