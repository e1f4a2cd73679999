import type { Db } from './database.ts'

/** What is kept of a text to find those like it; see `compare/fingerprint.ts`. */
export interface FingerprintRow {
  signature: Uint8Array
  story: Uint8Array | null
}

/** A text that nobody has compared with the others yet, and the source that holds it. */
export interface Uncompared extends FingerprintRow {
  textId: number
  hash: string
  length: number
  sourceId: string
  title: string
  originId: string | null
  /** Whether the researcher said that it is a voice of its own. */
  ownVoice: boolean
  /** Whether a comparison has said something of the source already. */
  isFlagged: boolean
  issued: string | null
}

/** The standing source that holds a text. */
export interface Holder {
  sourceId: string
  title: string
  originId: string | null
  textId: number
  length: number
  /** The day it was published as CSL-JSON, where that is known. */
  issued: string | null
}

/** Two tables of the same shape: hashes of wording, and keys of stories, each with the texts they are in. */
export type KeyTable = 'band' | 'story_key'

/** Keeps a text's fingerprint. The next comparison takes it up. */
export function insertFingerprint(db: Db, textId: number, { signature, story }: FingerprintRow): void {
  db.prepare('INSERT OR REPLACE INTO fingerprint (text_id, signature, story) VALUES (?, ?, ?)').run(
    textId,
    signature,
    story,
  )
}

const issuedOf = 'json_extract(source.metadata, \'$.issued."date-parts"[0]\')'

/** Texts that stand and were not compared, the oldest first. */
export function listUncompared(db: Db, limit: number): Uncompared[] {
  const rows = db
    .prepare(
      `SELECT fingerprint.text_id AS textId, text.hash, text.length, signature, story, source.id AS sourceId, source.title,
         source.origin_id AS originId, coalesce(json_extract(source.details, '$.ownVoice'), 0) AS ownVoice,
         EXISTS (SELECT 1 FROM flag WHERE source_id = source.id AND other_source_id IS NOT NULL) AS isFlagged,
         ${issuedOf} AS issued
       FROM fingerprint JOIN text ON text.id = fingerprint.text_id JOIN source ON source.text_id = text.id
       WHERE compared = 0 GROUP BY fingerprint.text_id ORDER BY fingerprint.text_id LIMIT ?`,
    )
    .all(limit) as (Omit<Uncompared, 'ownVoice' | 'isFlagged'> & { ownVoice: number; isFlagged: number })[]
  return rows.map((row) => ({ ...row, ownVoice: row.ownVoice === 1, isFlagged: row.isFlagged === 1 }))
}

/** Texts that stand and have no fingerprint: those of files written before there were any. */
export function listUnprinted(db: Db, limit: number): number[] {
  return db
    .prepare(
      `SELECT DISTINCT text_id FROM source
       WHERE NOT EXISTS (SELECT 1 FROM fingerprint WHERE fingerprint.text_id = source.text_id) LIMIT ?`,
    )
    .pluck()
    .all(limit) as number[]
}

export function countUncompared(db: Db): number {
  const row = db
    .prepare(
      'SELECT count(*) AS count FROM fingerprint WHERE compared = 0 AND text_id IN (SELECT text_id FROM source)',
    )
    .get() as { count: number }
  return row.count
}

/**
 * Has a text compared again when undo or redo takes away what a comparison said of it: that a text was compared is no
 * part of the history. Inside a step of the history, whoever takes a flag away knows why.
 */
export function attachRecomparing(db: Db): void {
  db.exec(`
    CREATE TEMP TRIGGER recompare_flagged AFTER DELETE ON main.flag
    WHEN OLD.other_source_id IS NOT NULL AND current_command() IS NULL BEGIN
      UPDATE fingerprint SET compared = 0
      WHERE text_id = (SELECT text_id FROM main.source WHERE id = OLD.source_id);
    END;`)
}

export function markCompared(db: Db, textId: number): void {
  db.prepare('UPDATE fingerprint SET compared = 1 WHERE text_id = ?').run(textId)
}

export function readFingerprint(db: Db, textId: number): FingerprintRow | null {
  const row = db.prepare('SELECT signature, story FROM fingerprint WHERE text_id = ?').get(textId)
  return (row as FingerprintRow | undefined) ?? null
}

/** The oldest standing source before `beforeTextId` whose canonical text has this hash. */
export function findTwin(db: Db, hash: string, beforeTextId: number): Holder | null {
  const row = db
    .prepare(
      `SELECT source.id AS sourceId, source.title, source.origin_id AS originId, text.id AS textId, text.length, ${issuedOf} AS issued
       FROM text JOIN source ON source.text_id = text.id
       WHERE text.hash = ? AND text.id < ? ORDER BY text.id LIMIT 1`,
    )
    .get(hash, beforeTextId)
  return (row as Holder | undefined) ?? null
}

/** A standing source that holds this text or an equal one: of equal texts only one has keys. */
export function findHolder(db: Db, textId: number): Holder | null {
  const row = db
    .prepare(
      `SELECT source.id AS sourceId, source.title, source.origin_id AS originId, twin.id AS textId, twin.length, ${issuedOf} AS issued
       FROM text JOIN text AS twin ON twin.hash = text.hash JOIN source ON source.text_id = twin.id
       WHERE text.id = ? ORDER BY twin.id LIMIT 1`,
    )
    .get(textId)
  return (row as Holder | undefined) ?? null
}

/** The most keys that are looked up at once. */
export const mostKeysAtOnce = 12
const marks = Array.from({ length: mostKeysAtOnce }, () => '?').join(', ')

/** For each key the texts that have it. At most `mostKeysAtOnce` keys. */
export function textsWithKeys(db: Db, table: KeyTable, keys: readonly number[]): Map<number, number[]> {
  const found = new Map<number, number[]>()
  const [first] = keys
  if (first === undefined) return found
  const bound = Array.from({ length: mostKeysAtOnce }, (_, at) => keys[at] ?? first)
  const rows = db.prepare(`SELECT hash, text_id FROM ${table} WHERE hash IN (${marks})`).raw().all(bound) as [
    number,
    number,
  ][]
  for (const [hash, textId] of rows) {
    const texts = found.get(hash)
    if (texts === undefined) found.set(hash, [textId])
    else texts.push(textId)
  }
  return found
}

/** Writes a text's keys down. */
export function insertKeys(db: Db, table: KeyTable, textId: number, keys: readonly number[]): void {
  if (keys.length === 0) return
  const rows = keys.map(() => '(?, ?)').join(', ')
  const bound = keys.flatMap((key) => [key, textId])
  db.prepare(`INSERT OR IGNORE INTO ${table} (hash, text_id) VALUES ${rows}`).run(bound)
}

/** The texts of a text's blocks in order, without what `excluded` takes out of them: UTF-16, half-open, ascending. */
export function readWords(
  db: Db,
  textId: number,
  excluded: readonly { start: number; end: number }[],
): string[] {
  const rows = db.prepare('SELECT start, text FROM block WHERE text_id = ? ORDER BY ordinal').all(textId) as {
    start: number
    text: string
  }[]
  if (excluded.length === 0) return rows.map((row) => row.text)
  return rows.map((row) => without(row, excluded))
}

function without(
  { start, text }: { start: number; text: string },
  excluded: readonly { start: number; end: number }[],
): string {
  let kept = ''
  let from = 0
  for (const range of excluded) {
    const cut = Math.max(from, range.start - start)
    if (range.end <= start + from || cut >= text.length) continue
    kept += text.slice(from, cut)
    from = Math.min(text.length, range.end - start)
  }
  return kept + text.slice(from)
}

/** Standing sources whose canonical text has this hash, the oldest first. */
export function listTwins(db: Db, hash: string, limit: number): string[] {
  return db
    .prepare(
      `SELECT source.id FROM text JOIN source ON source.text_id = text.id
       WHERE text.hash = ? ORDER BY text.id LIMIT ?`,
    )
    .pluck()
    .all(hash, limit) as string[]
}

/** Which version of its text a source holds now. */
export function readHeld(
  db: Db,
  sourceId: string,
): { textId: number; sourceId: string; hash: string; length: number } | null {
  const row = db
    .prepare(
      `SELECT text.id AS textId, source.id AS sourceId, text.hash, text.length
       FROM source JOIN text ON text.id = source.text_id WHERE source.id = ?`,
    )
    .get(sourceId)
  return (row as { textId: number; sourceId: string; hash: string; length: number } | undefined) ?? null
}
