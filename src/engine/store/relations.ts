import type { Relation } from '#shared/model.ts'
import type { Db } from './database.ts'

type RelationRow = Omit<Relation, 'symmetric' | 'builtin'> & { symmetric: number; builtin: number }

const columns = `id, name, inverse, sign, colour, line_style AS lineStyle, symmetric, stance, builtin,
  (SELECT count(*) FROM link WHERE relation_id = relation.id) AS uses`

export function listRelations(db: Db): Relation[] {
  const rows = db.prepare(`SELECT ${columns} FROM relation ORDER BY position, name`).all()
  return (rows as RelationRow[]).map(toRelation)
}

export function findRelation(db: Db, id: string): Relation | null {
  const row = db.prepare(`SELECT ${columns} FROM relation WHERE id = ?`).get(id) as RelationRow | undefined
  return row === undefined ? null : toRelation(row)
}

/** A relation by its id, or by its name in any case. */
export function findRelationId(db: Db, idOrName: string): string | null {
  const row = db
    .prepare('SELECT id FROM relation WHERE id = @key OR folded(name) = folded(@key)')
    .get({ key: idOrName }) as { id: string } | undefined
  return row?.id ?? null
}

/** What can be said of a relation. */
export type RelationFields = Omit<Relation, 'id' | 'builtin' | 'uses'>

/** A relation of the researcher's own, behind those there are. */
export function insertRelation(db: Db, id: string, fields: RelationFields): void {
  db.prepare(
    `INSERT INTO relation (id, name, inverse, sign, colour, line_style, symmetric, stance, builtin, position)
     VALUES (@id, @name, @inverse, @sign, @colour, @lineStyle, @symmetric, @stance, 0,
       (SELECT coalesce(max(position), 0) + 1 FROM relation))`,
  ).run({ ...fields, id, symmetric: Number(fields.symmetric) })
}

export function updateRelation(db: Db, id: string, fields: RelationFields): void {
  db.prepare(
    `UPDATE relation SET name = @name, inverse = @inverse, sign = @sign, colour = @colour, line_style = @lineStyle,
       symmetric = @symmetric, stance = @stance WHERE id = @id`,
  ).run({ ...fields, id, symmetric: Number(fields.symmetric) })
}

export function deleteRelation(db: Db, id: string): void {
  db.prepare('DELETE FROM relation WHERE id = ?').run(id)
}

/** The links of a relation, oldest first. */
export function linksOfRelation(db: Db, id: string): string[] {
  return db
    .prepare('SELECT id FROM link WHERE relation_id = ? ORDER BY created_at, id')
    .pluck()
    .all(id) as string[]
}

function toRelation(row: RelationRow): Relation {
  return { ...row, symmetric: row.symmetric === 1, builtin: row.builtin === 1 }
}
