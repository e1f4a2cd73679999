import type {
  Block,
  BlockKind,
  BlockLink,
  DocumentKind,
  ImportNote,
  SourceMetadata,
  SourceSummary,
} from '#shared/model.ts'
import type { Db } from './database.ts'

/** A block as import makes it; `start` is its UTF-16 offset in the canonical text. */
export interface BlockRow {
  kind: BlockKind
  level: number
  start: number
  text: string
  /** The page of the original it stands on, counted from 1. */
  page: number | null
  links: BlockLink[]
}

/** How a source's text came about, kept with the source. */
export interface SourceDetails {
  kind?: DocumentKind
  notes?: ImportNote[]
  /** What the file itself said, so that a newer version of it can tell what the researcher changed since. */
  found?: { title: string; metadata: SourceMetadata }
  corrected?: boolean
  /** The researcher took it out of its group: import does not group it again. */
  ownVoice?: boolean
}

export interface OriginalRow {
  hash: string
  size: number
  compression: 'none' | 'deflate'
  bytes: Uint8Array
}

export interface NewSource {
  id: string
  title: string
  textId: number
  originalHash: string
  originId: string | null
  fileName: string
  mediaType: string
  metadata: SourceMetadata
  details: SourceDetails
  at: string
}

interface SummaryRow {
  id: string
  title: string
  metadata: string
  fileName: string
  mediaType: string
  importedAt: string
  words: number
  annotations: number
  flags: number
  tags: string
  originId: string | null
  originSize: number
}

/** Words a minute of quiet reading; the usual figure for adults reading non-fiction. */
const readingSpeed = 230

const summaryColumns = `
  source.id, source.title, source.metadata, source.file_name AS fileName, source.media_type AS mediaType,
  source.imported_at AS importedAt, text.words,
  (SELECT count(*) FROM annotation WHERE source_id = source.id) AS annotations,
  (SELECT count(*) FROM flag WHERE source_id = source.id AND state = 'open') AS flags,
  (SELECT json_group_array(tag.name) FROM tagging JOIN tag ON tag.id = tag_id WHERE target_id = source.id) AS tags,
  source.origin_id AS originId,
  (SELECT count(*) FROM source AS sibling WHERE sibling.origin_id = source.origin_id) AS originSize`

export function listSources(db: Db, limit: number): SourceSummary[] {
  const rows = db
    .prepare(
      `SELECT ${summaryColumns} FROM source JOIN text ON text.id = text_id ORDER BY source.imported_at, source.id LIMIT ?`,
    )
    .all(limit) as SummaryRow[]
  return rows.map(toSummary)
}

/** Those of some sources that there are. */
export function listSourcesOf(db: Db, ids: readonly string[]): SourceSummary[] {
  const rows = db
    .prepare(
      `SELECT ${summaryColumns} FROM source JOIN text ON text.id = text_id
       WHERE source.id IN (SELECT value FROM json_each(?)) ORDER BY source.imported_at, source.id`,
    )
    .all(JSON.stringify(ids)) as SummaryRow[]
  return rows.map(toSummary)
}

export function findSource(db: Db, id: string): SourceSummary | null {
  const row = db
    .prepare(`SELECT ${summaryColumns} FROM source JOIN text ON text.id = text_id WHERE source.id = ?`)
    .get(id) as SummaryRow | undefined
  return row === undefined ? null : toSummary(row)
}

interface StoredBlock extends Omit<BlockRow, 'links'> {
  id: number
  links: string | null
}

/** A source's canonical text, its hash and its blocks. */
export function readText(db: Db, sourceId: string): { text: string; hash: string; blocks: Block[] } | null {
  const version = readVersion(db, sourceId)
  if (version === null) return null
  const rows = db
    .prepare('SELECT id, kind, level, start, text, page, links FROM block WHERE text_id = ? ORDER BY ordinal')
    .all(version.textId) as StoredBlock[]
  return {
    text: rows.map((row) => row.text).join('\n'),
    hash: version.hash,
    blocks: rows.map(({ text, links, ...block }) => ({
      ...block,
      end: block.start + text.length,
      links: links === null ? [] : (JSON.parse(links) as BlockLink[]),
    })),
  }
}

/**
 * The part of a source's canonical text that holds `[start, end)` and `around` units more on both sides, as far as there
 * are any, in whole blocks; where it begins, and what is known of the whole: a megabyte need not be read for a sentence.
 */
export function readPart(
  db: Db,
  sourceId: string,
  { start, end, around }: { start: number; end: number; around: number },
): { text: string; offset: number; hash: string; length: number } | null {
  const whole = db
    .prepare(
      'SELECT text.id, text.hash, text.length FROM source JOIN text ON text.id = text_id WHERE source.id = ?',
    )
    .get(sourceId) as { id: number; hash: string; length: number } | undefined
  if (whole === undefined) return null
  const blocks = db
    .prepare(
      `SELECT start, text FROM block WHERE text_id = @id AND start <= @to AND start >=
         coalesce((SELECT max(start) FROM block WHERE text_id = @id AND start <= @from), 0) ORDER BY ordinal`,
    )
    .all({ id: whole.id, from: Math.max(0, start - around), to: end + around }) as {
    start: number
    text: string
  }[]
  const text = blocks.map((block) => block.text).join('\n')
  return { text, offset: blocks[0]?.start ?? 0, hash: whole.hash, length: whole.length }
}

/** Which version of its text a source has now. */
export function readVersion(db: Db, sourceId: string): { textId: number; hash: string } | null {
  const row = db
    .prepare(
      'SELECT text.id AS textId, text.hash FROM source JOIN text ON text.id = text_id WHERE source.id = ?',
    )
    .get(sourceId)
  return (row as { textId: number; hash: string } | undefined) ?? null
}

export function readDetails(db: Db, sourceId: string): SourceDetails {
  const row = db.prepare('SELECT details FROM source WHERE id = ?').get(sourceId) as
    | { details: string }
    | undefined
  return row === undefined ? {} : (JSON.parse(row.details) as SourceDetails)
}

/** Puts another version of its text, and where the file is another one its original, in a source's place. */
export function setVersion(
  db: Db,
  sourceId: string,
  version: { textId: number; details: SourceDetails; at: string } & Partial<
    Pick<NewSource, 'originalHash' | 'fileName' | 'mediaType'>
  >,
): void {
  db.prepare(
    `UPDATE source SET text_id = @textId, details = @details, updated_at = @at,
       original_hash = coalesce(@originalHash, original_hash), file_name = coalesce(@fileName, file_name),
       media_type = coalesce(@mediaType, media_type)
     WHERE id = @sourceId`,
  ).run({
    originalHash: null,
    fileName: null,
    mediaType: null,
    ...version,
    details: JSON.stringify(version.details),
    sourceId,
  })
}

/** The SHA-256 of every file that is a source. */
export function listOriginalHashes(db: Db): string[] {
  const rows = db.prepare('SELECT DISTINCT original_hash AS hash FROM source').all() as { hash: string }[]
  return rows.map(({ hash }) => hash)
}

export function readOriginal(
  db: Db,
  sourceId: string,
): (OriginalRow & { fileName: string; mediaType: string }) | null {
  const row = db
    .prepare(
      `SELECT original.hash, size, compression, bytes, file_name AS fileName, media_type AS mediaType
       FROM source JOIN original ON original.hash = original_hash WHERE source.id = ?`,
    )
    .get(sourceId)
  return (row as (OriginalRow & { fileName: string; mediaType: string }) | undefined) ?? null
}

/** The source that these very bytes were imported as, if it still stands; `isEntry` where they were a bibliography's. */
export function findSourceByOriginal(
  db: Db,
  hash: string,
): { id: string; title: string; isEntry: boolean } | null {
  const row = db
    .prepare(
      `SELECT id, title, details ->> '$.kind' IS 'bibliography' AS isEntry FROM source
       WHERE original_hash = ? LIMIT 1`,
    )
    .get(hash) as { id: string; title: string; isEntry: number } | undefined
  return row === undefined ? null : { ...row, isEntry: row.isEntry === 1 }
}

/** Every source of a file: a bibliography has many. */
export function listSourcesByOriginal(
  db: Db,
  hash: string,
): { id: string; title: string; details: SourceDetails }[] {
  const rows = db.prepare('SELECT id, title, details FROM source WHERE original_hash = ?').all(hash) as {
    id: string
    title: string
    details: string
  }[]
  return rows.map((row) => ({ ...row, details: JSON.parse(row.details) as SourceDetails }))
}

/** Sources whose canonical text has this hash, oldest first. */
export function findSourcesByText(db: Db, hash: string): { id: string; originId: string | null }[] {
  return db
    .prepare(
      `SELECT source.id, origin_id AS originId FROM source JOIN text ON text.id = text_id
       WHERE text.hash = ? ORDER BY source.id`,
    )
    .all(hash) as { id: string; originId: string | null }[]
}

/** An original that is here already stays. It is looked for first: a bibliography's bytes come with each of its entries. */
export function insertOriginal(db: Db, row: OriginalRow): void {
  if (db.prepare('SELECT 1 FROM original WHERE hash = ?').get(row.hash) !== undefined) return
  db.prepare('INSERT INTO original (hash, size, compression, bytes) VALUES (?, ?, ?, ?)').run(
    row.hash,
    row.size,
    row.compression,
    row.bytes,
  )
}

/** Stores a version of a canonical text and gives its number back. */
export function insertText(db: Db, hash: string, words: number, blocks: readonly BlockRow[]): number {
  const last = blocks.at(-1)
  const length = last === undefined ? 0 : last.start + last.text.length
  const { lastInsertRowid } = db
    .prepare('INSERT INTO text (hash, length, words) VALUES (?, ?, ?)')
    .run(hash, length, words)
  const insert = db.prepare(
    'INSERT INTO block (text_id, ordinal, kind, level, start, text, page, links) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  blocks.forEach(({ kind, level, start, text, page, links }, ordinal) => {
    const written = links.length === 0 ? null : JSON.stringify(links)
    insert.run(lastInsertRowid, ordinal, kind, level, start, text, page, written)
  })
  return Number(lastInsertRowid)
}

export function insertSource(db: Db, source: NewSource): void {
  db.prepare(
    `INSERT INTO source (id, title, text_id, original_hash, origin_id, file_name, media_type, metadata, details, imported_at, updated_at)
     VALUES (@id, @title, @textId, @originalHash, @originId, @fileName, @mediaType, @metadata, @details, @at, @at)`,
  ).run({ ...source, metadata: JSON.stringify(source.metadata), details: JSON.stringify(source.details) })
}

/** Like every update here, leaves a row alone, its time of change too, that says the same already: that is no step. */
export function updateSource(db: Db, id: string, title: string, metadata: SourceMetadata, at: string): void {
  db.prepare(
    `UPDATE source SET title = @title, metadata = @metadata, updated_at = @at
     WHERE id = @id AND (title, metadata) IS NOT (@title, @metadata)`,
  ).run({ id, title, metadata: JSON.stringify(metadata), at })
}

export function deleteSource(db: Db, id: string): void {
  db.prepare('DELETE FROM source WHERE id = ?').run(id)
}

function toSummary(row: SummaryRow): SourceSummary {
  return {
    ...row,
    metadata: JSON.parse(row.metadata) as SourceMetadata,
    tags: (JSON.parse(row.tags) as string[]).sort((a, b) => a.localeCompare(b)),
    minutes: Math.max(1, Math.round(row.words / readingSpeed)),
    originId: row.originId ?? row.id,
    originSize: Math.max(1, row.originSize),
  }
}
