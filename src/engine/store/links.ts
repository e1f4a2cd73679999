import type { Confidence, Link, LinkView, ObjectKind, ObjectRef, RichText } from '#shared/model.ts'
import type { Db } from './database.ts'

interface LinkRow {
  id: string
  fromKind: ObjectKind
  fromId: string
  toKind: ObjectKind
  toId: string
  relationId: string
  rationale: string
  rationaleContent: string | null
  confidence: Confidence | null
  author: string | null
  createdAt: string
  updatedAt: string
}

const columns = `
  link.id, from_kind AS fromKind, from_id AS fromId, to_kind AS toKind, to_id AS toId, relation_id AS relationId,
  rationale, rationale_content AS rationaleContent, confidence, link.author, link.created_at AS createdAt, link.updated_at AS updatedAt`

/** Links that touch an object, or all of them, oldest first. */
export function listLinks(db: Db, object: ObjectRef | null): LinkView[] {
  const order = 'ORDER BY created_at, id'
  const rows = (
    object === null
      ? db.prepare(`SELECT ${columns} FROM link ${order}`).all()
      : db.prepare(`SELECT ${columns} FROM link WHERE from_id = @id OR to_id = @id ${order}`).all(object)
  ) as LinkRow[]
  return toViews(db, rows, object === null ? null : rows.flatMap(({ fromId, toId }) => [fromId, toId]))
}

function toViews(db: Db, rows: readonly LinkRow[], ends: readonly string[] | null): LinkView[] {
  const relations = new Map(db.prepare('SELECT id, name FROM relation').raw().all() as [string, string][])
  const labels = labelsOf(db, ends)
  return rows.map((row) => ({
    ...toLink(row),
    relation: relations.get(row.relationId) ?? '',
    fromLabel: labels.get(row.fromId) ?? '',
    toLabel: labels.get(row.toId) ?? '',
  }))
}

/** What objects are called as the ends of links, by id; with null those of every object: reading each table once takes half as long as looking up two ends for each link. */
function labelsOf(db: Db, ids: readonly string[] | null): Map<string, string> {
  const which = ids === null ? '' : 'WHERE id IN (SELECT value FROM json_each(@ids))'
  const rows = db
    .prepare(
      `SELECT id, 'C' || number || ' ' || statement FROM claim ${which}
       UNION ALL SELECT id, title FROM source ${which}
       UNION ALL SELECT id, title FROM note ${which}
       UNION ALL SELECT id, quote FROM annotation ${which}`,
    )
    .raw()
    .all(...(ids === null ? [] : [{ ids: JSON.stringify([...new Set(ids)]) }]))
  return new Map(rows as [string, string][])
}

/** Some links, oldest first. */
export function listLinksById(db: Db, ids: readonly string[]): LinkView[] {
  const rows = db
    .prepare(
      `SELECT ${columns} FROM link WHERE id IN (SELECT value FROM json_each(?)) ORDER BY created_at, id`,
    )
    .all(JSON.stringify(ids)) as LinkRow[]
  return toViews(
    db,
    rows,
    rows.flatMap(({ fromId, toId }) => [fromId, toId]),
  )
}

export function findLink(db: Db, id: string): Link | null {
  const row = db.prepare(`SELECT ${columns} FROM link WHERE id = ?`).get(id) as LinkRow | undefined
  return row === undefined ? null : toLink(row)
}

/** The link that says just this already. */
export function findSameLink(db: Db, from: ObjectRef, relationId: string, to: ObjectRef): Link | null {
  const row = db
    .prepare(`SELECT ${columns} FROM link WHERE from_id = ? AND relation_id = ? AND to_id = ?`)
    .get(from.id, relationId, to.id) as LinkRow | undefined
  return row === undefined ? null : toLink(row)
}

export function insertLink(db: Db, link: Link): void {
  db.prepare(
    `INSERT INTO link (id, from_kind, from_id, relation_id, to_kind, to_id, rationale, rationale_content, confidence,
       author, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    link.id,
    link.from.kind,
    link.from.id,
    link.relationId,
    link.to.kind,
    link.to.id,
    link.rationale,
    asJson(link.rationaleContent),
    link.confidence,
    link.author,
    link.createdAt,
    link.updatedAt,
  )
}

/** What can change of a link that keeps its ends. */
export type LinkFields = Pick<Link, 'relationId' | 'rationale' | 'rationaleContent' | 'confidence'>

export function updateLink(db: Db, id: string, fields: LinkFields & { at: string }): void {
  db.prepare(
    `UPDATE link SET relation_id = @relationId, rationale = @rationale, rationale_content = @content,
       confidence = @confidence, updated_at = @at
     WHERE id = @id AND (relation_id, rationale, rationale_content, confidence)
       IS NOT (@relationId, @rationale, @content, @confidence)`,
  ).run({
    relationId: fields.relationId,
    rationale: fields.rationale,
    content: asJson(fields.rationaleContent),
    confidence: fields.confidence,
    at: fields.at,
    id,
  })
}

function asJson(content: RichText | null): string | null {
  return content === null ? null : JSON.stringify(content)
}

/** Gives a link other ends. */
export function setLinkEnds(db: Db, id: string, from: ObjectRef, to: ObjectRef): void {
  db.prepare('UPDATE link SET from_kind = ?, from_id = ?, to_kind = ?, to_id = ? WHERE id = ?').run(
    from.kind,
    from.id,
    to.kind,
    to.id,
    id,
  )
}

export function deleteLink(db: Db, id: string): void {
  db.prepare('DELETE FROM link WHERE id = ?').run(id)
}

/** Whether an object of that kind stands. */
export function objectExists(db: Db, { kind, id }: { kind: ObjectKind | 'tag'; id: string }): boolean {
  return db.prepare(`SELECT 1 FROM ${kind} WHERE id = ?`).get(id) !== undefined
}

function toLink(row: LinkRow): Link {
  return {
    id: row.id,
    from: { kind: row.fromKind, id: row.fromId },
    to: { kind: row.toKind, id: row.toId },
    relationId: row.relationId,
    rationale: row.rationale,
    rationaleContent: row.rationaleContent === null ? null : (JSON.parse(row.rationaleContent) as RichText),
    confidence: row.confidence,
    author: row.author,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}
