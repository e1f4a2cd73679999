import type { GraphEdge, MatrixCell, ObjectKind } from '#shared/model.ts'
import type { Db } from './database.ts'

/** The source that stands behind the `end` of a link: itself, or the one its passage is in. */
const sourceOf = (end: 'from' | 'to') => `
  CASE ${end}_kind WHEN 'source' THEN ${end}_id
    WHEN 'annotation' THEN (SELECT source_id FROM annotation WHERE id = ${end}_id) END`

export function readMatrixCells(db: Db): MatrixCell[] {
  const rows = db
    .prepare(
      `SELECT to_id AS claimId, ${sourceOf('from')} AS sourceId, relation_id AS relationId, count(*) AS links,
         json_group_array(CASE from_kind WHEN 'annotation' THEN from_id END) AS annotationIds
       FROM link WHERE to_kind = 'claim' AND from_kind IN ('annotation', 'source')
       GROUP BY claimId, sourceId, relationId ORDER BY claimId, sourceId`,
    )
    .all() as {
    claimId: string
    sourceId: string
    relationId: string
    links: number
    annotationIds: string
  }[]
  const cells = new Map<string, MatrixCell>()
  for (const row of rows) {
    const key = `${row.claimId} ${row.sourceId}`
    const cell = cells.get(key) ?? { claimId: row.claimId, sourceId: row.sourceId, relations: [] }
    cells.set(key, cell)
    const annotationIds = (JSON.parse(row.annotationIds) as (string | null)[]).filter((id) => id !== null)
    cell.relations.push({ relationId: row.relationId, links: row.links, annotationIds })
  }
  return [...cells.values()]
}

/** Links with passages folded into their sources. A link inside one source is left out: it would be a loop. */
export function readGraphEdges(db: Db): GraphEdge[] {
  const rows = db
    .prepare(
      `SELECT min(id) AS id, fromKind, fromId, toKind, toId, relation_id AS relationId, count(*) AS links FROM (
         SELECT id, relation_id,
           CASE from_kind WHEN 'annotation' THEN 'source' ELSE from_kind END AS fromKind,
           coalesce(${sourceOf('from')}, from_id) AS fromId,
           CASE to_kind WHEN 'annotation' THEN 'source' ELSE to_kind END AS toKind,
           coalesce(${sourceOf('to')}, to_id) AS toId
         FROM link)
       WHERE fromId <> toId GROUP BY fromId, toId, relation_id ORDER BY id`,
    )
    .all() as {
    id: string
    fromKind: ObjectKind
    fromId: string
    toKind: ObjectKind
    toId: string
    relationId: string
    links: number
  }[]
  return rows.map(({ id, fromKind, fromId, toKind, toId, relationId, links }) => ({
    id,
    from: { kind: fromKind, id: fromId },
    to: { kind: toKind, id: toId },
    relationId,
    links,
  }))
}
