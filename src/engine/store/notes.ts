import type { Note, RichText } from '#shared/model.ts'
import type { Db } from './database.ts'

export type NoteRow = Omit<Note, 'excerpt'>
type RawNote = Omit<NoteRow, 'content' | 'tags'> & { content: string; tags: string }

const columns = `
  id, title, content, content_text AS contentText, created_at AS createdAt, updated_at AS updatedAt,
  (SELECT json_group_array(tag.name) FROM tagging JOIN tag ON tag.id = tag_id WHERE target_id = note.id) AS tags`

/** Newest changes first. */
export function listNotes(db: Db): NoteRow[] {
  const rows = db.prepare(`SELECT ${columns} FROM note ORDER BY updated_at DESC, id DESC`).all() as RawNote[]
  return rows.map(toNote)
}

export function findNote(db: Db, id: string): NoteRow | null {
  const row = db.prepare(`SELECT ${columns} FROM note WHERE id = ?`).get(id) as RawNote | undefined
  return row === undefined ? null : toNote(row)
}

export function insertNote(
  db: Db,
  note: { id: string; title: string; content: RichText; contentText: string; at: string },
): void {
  db.prepare(
    `INSERT INTO note (id, title, content, content_text, created_at, updated_at)
     VALUES (@id, @title, @content, @contentText, @at, @at)`,
  ).run({ ...note, content: JSON.stringify(note.content) })
}

export function updateNote(
  db: Db,
  id: string,
  fields: { title: string; content: RichText; contentText: string; at: string },
): void {
  db.prepare(
    `UPDATE note SET title = @title, content = @content, content_text = @contentText, updated_at = @at
     WHERE id = @id AND (title, content) IS NOT (@title, @content)`,
  ).run({ ...fields, id, content: JSON.stringify(fields.content) })
}

export function deleteNote(db: Db, id: string): void {
  db.prepare('DELETE FROM note WHERE id = ?').run(id)
}

function toNote(row: RawNote): NoteRow {
  return {
    ...row,
    content: JSON.parse(row.content) as RichText,
    tags: (JSON.parse(row.tags) as string[]).sort((a, b) => a.localeCompare(b)),
  }
}
