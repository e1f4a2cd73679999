import { createHash } from 'node:crypto'
import type { Db } from './database.ts'

export interface ImageRow {
  mediaType: string
  bytes: Uint8Array
}

/** The name an image is kept and mentioned by: the SHA-256 of its bytes, in hex. */
export function imageHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Written once and never changed, as originals are: so an undo of the text around an image always finds it again. */
export function insertImage(db: Db, hash: string, { mediaType, bytes }: ImageRow): void {
  db.prepare('INSERT INTO image (hash, media_type, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    hash,
    mediaType,
    bytes,
  )
}

export function findImage(db: Db, hash: string): ImageRow | null {
  const row = db.prepare('SELECT media_type AS mediaType, bytes FROM image WHERE hash = ?').get(hash)
  return (row as ImageRow | undefined) ?? null
}

/** Images whose bytes are not what they were stored as. */
export function findDamagedImages(db: Db): { kind: string; message: string }[] {
  const problems: { kind: string; message: string }[] = []
  const rows = db.prepare('SELECT hash, bytes FROM image').iterate() as Iterable<{
    hash: string
    bytes: Uint8Array
  }>
  for (const { hash, bytes } of rows) {
    if (imageHash(bytes) === hash) continue
    problems.push({ kind: 'image', message: `the image ${hash.slice(0, 12)}… is damaged` })
  }
  return problems
}

const anyHash = /[0-9a-f]{64}/g

/**
 * Removes images that no text mentions, neither as it stands nor in the history, from where an undo might bring it back.
 * Gives their number. Every text is read once, however many images there are.
 */
export function dropUnusedImages(db: Db): number {
  const texts = [
    'SELECT content AS words FROM note',
    'SELECT comment FROM annotation',
    'SELECT reasoning FROM claim',
    'SELECT rationale_content FROM link',
    'SELECT before FROM journal',
    'SELECT after FROM journal',
  ].join(' UNION ALL ')
  const unused = new Set(db.prepare('SELECT hash FROM image').pluck().all() as string[])
  if (unused.size === 0) return 0
  const mentioning = db.prepare(`SELECT words FROM (${texts}) WHERE instr(words, 'image') > 0`).pluck()
  for (const words of mentioning.iterate() as Iterable<string>) {
    for (const hash of words.match(anyHash) ?? []) unused.delete(hash)
  }
  return db
    .prepare('DELETE FROM image WHERE hash IN (SELECT value FROM json_each(?))')
    .run(JSON.stringify([...unused])).changes
}
