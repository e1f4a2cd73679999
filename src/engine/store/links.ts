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

/** What an end of a link is called in a list. */
const label = (end: 'from' | 'to') => `
  CASE ${end}_kind
    WHEN 'claim' THEN (SELECT 'C' || number || ' ' || statement FROM claim WHERE id = ${end}_id)
    WHEN 'source' THEN (SELECT title FROM source WHERE id = ${end}_id)
    WHEN 'note' THEN (SELECT title FROM note WHERE id = ${end}_id)
    ELSE (SELECT quote FROM annotation WHERE id = ${end}_id)
  END`

/** Links that touch an object, or all of them, oldest first. */
export function listLinks(db: Db, object: ObjectRef | null): LinkView[] {
  const rows = db
    .prepare(
      `SELECT ${columns}, relation.name AS relation, ${label('from')} AS fromLabel, ${label('to')} AS toLabel
       FROM link JOIN relation ON relation.id = relation_id
       WHERE @id IS NULL OR from_id = @id OR to_id = @id ORDER BY link.created_at, link.id`,
    )
    .all({ id: object?.id ?? null }) as (LinkRow & { relation: string; fromLabel: string; toLabel: string })[]
  return rows.map((row) => ({
    ...toLink(row),
    relation: row.relation,
    fromLabel: row.fromLabel,
    toLabel: row.toLabel,
  }))
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
export function objectExists(db: Db, { kind, id }: ObjectRef): boolean {
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
