import type { AnchorState, Annotation, Colour, RichText } from '#shared/model.ts'
import type { Db } from './database.ts'

export interface AnnotationRow {
  id: string
  sourceId: string
  start: number
  end: number
  quote: string
  prefix: string
  suffix: string
  textHash: string
  state: AnchorState
  author: string | null
  colour: Colour
  comment: string | null
  commentText: string
  createdAt: string
  updatedAt: string
}

export type ListedRow = Omit<AnnotationRow, 'textHash'> & { tags: string; links: number }

/** What an `Annotation` is made of, as columns of a query over `annotation`. */
export const columns = `
  annotation.id, source_id AS sourceId, annotation.start, annotation."end", quote, prefix, suffix, annotation.state,
  annotation.author, colour, comment, comment_text AS commentText, annotation.created_at AS createdAt, annotation.updated_at AS updatedAt,
  (SELECT json_group_array(tag.name) FROM tagging JOIN tag ON tag.id = tag_id WHERE target_id = annotation.id) AS tags,
  (SELECT count(*) FROM link WHERE from_id = annotation.id OR to_id = annotation.id) AS links`

/**
 * A source's annotations in text order, or with null those of every source in the order the sources came; with `ids` those of them
 * that there are.
 */
export function listAnnotations(
  db: Db,
  sourceId: string | null,
  ids: readonly string[] | null = null,
): Annotation[] {
  const conditions = [
    sourceId !== null && 'source_id = @sourceId',
    ids !== null && 'annotation.id IN (SELECT value FROM json_each(@ids))',
  ].filter((condition) => condition !== false)
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const rows = db
    .prepare(`SELECT ${columns} FROM annotation ${where} ORDER BY source_id, start, "end", id`)
    .all({ sourceId, ids: JSON.stringify(ids) }) as ListedRow[]
  return rows.map(toAnnotation)
}

export function findAnnotation(db: Db, id: string): Annotation | null {
  const row = db.prepare(`SELECT ${columns} FROM annotation WHERE id = ?`).get(id) as ListedRow | undefined
  return row === undefined ? null : toAnnotation(row)
}

/** Annotations by their ids; one that is gone is left out. */
export function annotationsOf(db: Db, ids: readonly string[]): Map<string, Annotation> {
  const rows = db
    .prepare(`SELECT ${columns} FROM annotation WHERE annotation.id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids)) as ListedRow[]
  return new Map(rows.map((row) => [row.id, toAnnotation(row)]))
}

/** The oldest annotation of exactly this range. */
export function findAnnotationAt(db: Db, sourceId: string, start: number, end: number): string | null {
  const row = db
    .prepare('SELECT id FROM annotation WHERE source_id = ? AND start = ? AND "end" = ? ORDER BY id LIMIT 1')
    .get(sourceId, start, end) as { id: string } | undefined
  return row?.id ?? null
}

export function insertAnnotation(db: Db, row: AnnotationRow): void {
  db.prepare(
    `INSERT INTO annotation (id, source_id, start, "end", quote, prefix, suffix, text_hash, state, author, colour,
       comment, comment_text, created_at, updated_at)
     VALUES (@id, @sourceId, @start, @end, @quote, @prefix, @suffix, @textHash, @state, @author, @colour,
       @comment, @commentText, @createdAt, @updatedAt)`,
  ).run(row)
}

/** Where an annotation stands, with the words that prove it. */
export type AnchorColumns = Pick<
  AnnotationRow,
  'start' | 'end' | 'quote' | 'prefix' | 'suffix' | 'textHash' | 'state'
>

export function updateAnchor(db: Db, id: string, anchor: AnchorColumns, at: string): void {
  db.prepare(
    `UPDATE annotation SET start = @start, "end" = @end, quote = @quote, prefix = @prefix, suffix = @suffix,
       text_hash = @textHash, state = @state, old_quote = NULL, reviewed = 0, updated_at = @at
     WHERE id = @id AND (start, "end", text_hash, state) IS NOT (@start, @end, @textHash, @state)`,
  ).run({ ...anchor, id, at })
}

/**
 * Gives what puts an annotation where it stands in another version of its source's text; made once for many, since the
 * journal's triggers make each statement a long one to compile. Nobody touched it: its time of change
 * stays. Unless it is exact its words before the change are kept until somebody judges it, through all changes since:
 * where they are back, it has only moved, and until they are it has changed, though it was lost in between.
 */
export function anchorSetter(db: Db): (id: string, anchor: AnchorColumns | { state: 'lost' }) => void {
  const set = db.prepare(
    `UPDATE annotation SET start = @start, "end" = @end, quote = @quote, prefix = @prefix, suffix = @suffix,
       text_hash = @textHash,
       state = CASE WHEN @state = 'changed' AND @quote = old_quote THEN 'moved'
         WHEN @state <> 'changed' AND @quote <> old_quote THEN 'changed' ELSE @state END,
       old_quote = CASE WHEN @state = 'exact' AND @quote IS coalesce(old_quote, @quote) THEN NULL
         ELSE coalesce(old_quote, quote) END, reviewed = 0
     WHERE id = @id`,
  )
  const lose = db.prepare(
    `UPDATE annotation SET state = 'lost', old_quote = coalesce(old_quote, quote), reviewed = 0 WHERE id = @id`,
  )
  return (id, anchor) => {
    if ('start' in anchor) set.run({ ...anchor, id })
    else lose.run({ id })
  }
}

export function updateAnnotation(
  db: Db,
  id: string,
  fields: { colour: Colour; comment: string | null; commentText: string; at: string },
): void {
  db.prepare(
    `UPDATE annotation SET colour = @colour, comment = @comment, comment_text = @commentText, updated_at = @at
     WHERE id = @id AND (colour, comment) IS NOT (@colour, @comment)`,
  ).run({ ...fields, id })
}

/** How many annotations there are of these ids. */
export function countAnnotations(db: Db, ids: readonly string[]): number {
  const row = db
    .prepare('SELECT count(*) AS count FROM annotation WHERE id IN (SELECT value FROM json_each(?))')
    .get(JSON.stringify(ids)) as { count: number }
  return row.count
}

export function setColours(db: Db, ids: readonly string[], colour: Colour, at: string): void {
  db.prepare(
    `UPDATE annotation SET colour = @colour, updated_at = @at
     WHERE id IN (SELECT value FROM json_each(@ids)) AND colour <> @colour`,
  ).run({ ids: JSON.stringify(ids), colour, at })
}

export function deleteAnnotations(db: Db, ids: readonly string[]): void {
  db.prepare('DELETE FROM annotation WHERE id IN (SELECT value FROM json_each(?))').run(JSON.stringify(ids))
}

export function setAuthor(db: Db, id: string, author: string | null): void {
  db.prepare('UPDATE annotation SET author = ? WHERE id = ?').run(author, id)
}

export function deleteAnnotation(db: Db, id: string): void {
  db.prepare('DELETE FROM annotation WHERE id = ?').run(id)
}

export function toAnnotation(row: ListedRow): Annotation {
  return {
    ...row,
    comment: row.comment === null ? null : (JSON.parse(row.comment) as RichText),
    tags: (JSON.parse(row.tags) as string[]).sort((a, b) => a.localeCompare(b)),
  }
}
