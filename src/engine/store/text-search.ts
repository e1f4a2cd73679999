import type { BlockKind } from '#shared/model.ts'
import type { Db } from './database.ts'
import type { SqlCondition } from './source-filter.ts'

/** Beyond this many matching blocks hits are not ranked any more: the newest come first. */
export const rankingCap = 5_000

export interface TextQuery {
  /** An FTS5 expression over blocks; null where every block of the wanted sources matches. */
  match: string | null
  /** The parts of an expression that is one OR, each an expression of its own; null where it is none. */
  branches?: readonly string[] | null
  /** About how many blocks match; `Infinity` where nobody knows. */
  expected?: number
  /** Which sources are wanted; null for all. */
  sources: SqlCondition | null
}

/** A block that matches. */
export interface Match {
  id: number
  /** 0 where it was not asked for. */
  textId: number
  /** bm25's, turned so that higher is better; 0 where nothing is ranked. */
  score: number
}

export interface Matches {
  /** Best first; where more match than the cap, the newest of them. No more than were asked for. */
  matches: Match[]
  /** Counted up to the cap. */
  total: number
  capped: boolean
  /** Whether the best come first, and not the newest. */
  ranked: boolean
}

/** The blocks that match, without their text: the best `limit` of them, or the newest where they are not ranked. */
export function matchBlocks(db: Db, query: TextQuery, limit = rankingCap): Matches {
  const { match, sources } = query
  if (match === null) return sources === null ? none : firstBlocks(db, wantedTexts(db, sources), limit)
  if (sources === null) return matchAnywhere(db, { ...query, match }, limit)
  const wanted = wantedTexts(db, sources)
  const found =
    countMatches(db, match) > rankingCap && wanted.length <= fewTexts
      ? matchWithin(db, match, wanted)
      : matchAmong(db, match, wanted)
  return rankedOrNewest(found, limit)
}

const none: Matches = { matches: [], total: 0, capped: false, ranked: true }

/** The texts of the sources for which a condition holds. */
function wantedTexts(db: Db, { sql, params }: SqlCondition): number[] {
  return db
    .prepare(`SELECT text_id FROM source WHERE ${sql}`)
    .pluck()
    .all(...params) as number[]
}

/** Sources that match without words: each by its first block, the newest source first. */
function firstBlocks(db: Db, texts: readonly number[], limit: number): Matches {
  const rows = db
    .prepare(
      `SELECT block.id, block.text_id AS textId, 0.0 AS score FROM json_each(?) AS wanted
       JOIN block ON block.text_id = wanted.value AND block.ordinal = 0 ORDER BY block.id DESC`,
    )
    .all(JSON.stringify(texts)) as Match[]
  return cut(rows, limit)
}

/** The newest blocks that match: what is shown where there are too many to rank. Reads no more than the words' lists. */
function newestMatches(db: Db, match: string, limit: number): number[] {
  return db
    .prepare('SELECT rowid FROM block_index WHERE block_index MATCH ? ORDER BY rowid DESC LIMIT ?')
    .pluck()
    .all(match, limit) as number[]
}

/**
 * Counting first costs a second pass, and ranking what turns out to be beyond the cap costs far more than counting: so
 * what is likely to stay well below the cap is ranked at once.
 */
function matchAnywhere(
  db: Db,
  { match, branches = null, expected = Number.POSITIVE_INFINITY }: TextQuery & { match: string },
  limit: number,
): Matches {
  if (expected <= rankingCap * 0.8) {
    const { matches, total } = bestAndCount(db, match, limit)
    if (total <= rankingCap) return { matches, total, capped: false, ranked: true }
  }
  const count = countMatches(db, match)
  if (count <= rankingCap) {
    return { matches: best(db, match, limit), total: count, capped: false, ranked: true }
  }
  const rarer = branches === null ? null : rarerBranches(db, branches)
  if (rarer !== null) {
    return { matches: best(db, rarer, limit), total: rankingCap, capped: true, ranked: true }
  }
  const newest = newestMatches(db, match, Math.min(limit, rankingCap))
  const matches = newest.map((id) => ({ id, textId: 0, score: 0 }))
  return { matches, total: rankingCap, capped: true, ranked: false }
}

/** The best `limit` matches, and how many there are, up to one more than the cap; in one pass, oldest first, which FTS5 reads quickest. */
function bestAndCount(db: Db, match: string, limit: number): { matches: Match[]; total: number } {
  const rows = db
    .prepare('SELECT rowid, -bm25(block_index) FROM block_index WHERE block_index MATCH ? LIMIT ?')
    .raw()
    .all(match, rankingCap + 1) as [number, number][]
  rows.sort((a, b) => b[1] - a[1] || b[0] - a[0])
  const matches = rows.slice(0, limit).map(([id, score]) => ({ id, textId: 0, score }))
  return { matches, total: rows.length }
}

/** How many match, up to one more than the cap. Half the work of listing the newest, which FTS5 reads backwards. */
function countMatches(db: Db, match: string): number {
  return db
    .prepare('SELECT count(*) FROM (SELECT 1 FROM block_index WHERE block_index MATCH ? LIMIT ?)')
    .pluck()
    .get(match, rankingCap + 1) as number
}

function best(db: Db, match: string, limit: number): Match[] {
  return db
    .prepare(
      `SELECT rowid AS id, 0 AS textId, -rank AS score FROM block_index WHERE block_index MATCH ?
       ORDER BY rank, rowid DESC LIMIT ?`,
    )
    .all(match, limit) as Match[]
}

/**
 * Of an OR that matches too much to be ranked, the rarest branches that together do not: they say most of what is looked
 * for, as the weights of bm25 have it. Null where even one is too much.
 */
function rarerBranches(db: Db, branches: readonly string[]): string | null {
  const counted = branches
    .map((branch) => ({ branch, blocks: countMatches(db, branch) }))
    .sort((a, b) => a.blocks - b.blocks)
  let sum = 0
  const rare = counted.filter(({ blocks }) => {
    sum += blocks
    return sum <= rankingCap
  })
  const found = rare.filter(({ blocks }) => blocks > 0)
  return found.length === 0 ? null : `(${found.map(({ branch }) => branch).join(' OR ')})`
}

/** So few sources that it is quicker to list their blocks than to ask of each match whose it is. */
const fewTexts = 5_000

/** The plus keeps SQLite from running the whole query again for each block of the list. */
function matchWithin(db: Db, match: string, texts: readonly number[]): Match[] {
  return db
    .prepare(
      `SELECT rowid AS id, 0 AS textId, -bm25(block_index) AS score FROM block_index
       WHERE block_index MATCH ? AND +rowid IN
         (SELECT block.id FROM json_each(?) AS wanted JOIN block ON block.text_id = wanted.value)
       ORDER BY rowid DESC LIMIT ?`,
    )
    .all(match, JSON.stringify(texts), rankingCap + 1) as Match[]
}

/** Asks of each match, newest first, whether its source is among those that are wanted. */
function matchAmong(db: Db, match: string, texts: readonly number[]): Match[] {
  const wanted = new Set(texts)
  const rows = db.prepare(
    `SELECT block_index.rowid AS id, block.text_id AS textId, -bm25(block_index) AS score
     FROM block_index JOIN block ON block.id = block_index.rowid
     WHERE block_index MATCH ? ORDER BY block_index.rowid DESC`,
  )
  const found: Match[] = []
  for (const row of rows.iterate(match) as IterableIterator<Match>) {
    if (wanted.has(row.textId)) found.push(row)
    if (found.length > rankingCap) break
  }
  return found
}

/** `rows` are newest first. */
function rankedOrNewest(rows: Match[], limit: number): Matches {
  if (rows.length <= rankingCap) return cut(rows.sort(byScore), limit)
  return cut(
    rows.map((row) => ({ ...row, score: 0 })),
    limit,
  )
}

function cut(rows: Match[], limit: number): Matches {
  return {
    matches: rows.slice(0, Math.min(limit, rankingCap)),
    total: Math.min(rows.length, rankingCap),
    capped: rows.length > rankingCap,
    ranked: rows.length <= rankingCap,
  }
}

function byScore(a: Match, b: Match): number {
  return b.score - a.score || b.id - a.id
}

/** A block that matches, with what is shown of it. */
export interface BlockRow {
  blockId: number
  textId: number
  sourceId: string
  title: string
  kind: BlockKind
  start: number
  text: string
}

/** The text and the source of blocks, by id. A block whose source is gone is left out. */
export function readBlocks(db: Db, ids: readonly number[]): Map<number, BlockRow> {
  const rows = db
    .prepare(
      `SELECT block.id AS blockId, block.text_id AS textId, source.id AS sourceId, source.title, block.kind, block.start, block.text
       FROM json_each(?) AS wanted JOIN block ON block.id = wanted.value JOIN source ON source.text_id = block.text_id`,
    )
    .all(JSON.stringify(ids)) as BlockRow[]
  return new Map(rows.map((row) => [row.blockId, row]))
}

/** The texts that blocks belong to, each once, of sources that stand. */
export function textsOf(db: Db, ids: readonly number[]): number[] {
  return db
    .prepare(
      `SELECT DISTINCT block.text_id FROM json_each(?) AS wanted JOIN block ON block.id = wanted.value
       JOIN source ON source.text_id = block.text_id`,
    )
    .pluck()
    .all(JSON.stringify(ids)) as number[]
}

/** Blocks of standing sources with their text, the newest first, from the one before `before` on. */
export function newestBlocks(
  db: Db,
  { before, limit, sources }: { before: number; limit: number; sources: SqlCondition | null },
): { id: number; textId: number; text: string }[] {
  const { sql, params } = sources ?? { sql: '1', params: [] }
  return db
    .prepare(
      `SELECT block.id, block.text_id AS textId, block.text FROM block
       WHERE block.id < ? AND block.text_id IN (SELECT text_id FROM source WHERE ${sql})
       ORDER BY block.id DESC LIMIT ?`,
    )
    .all(before, ...params, limit) as { id: number; textId: number; text: string }[]
}

/** Whether a word stands in any block. */
export function isIndexed(db: Db, term: string): boolean {
  return (
    db.prepare('SELECT 1 FROM block_index WHERE block_index MATCH ? LIMIT 1').get(quoteTerm(term)) !==
    undefined
  )
}

/** A term or the terms of a phrase as FTS5 takes them: quoted, so that nothing typed is ever FTS5 syntax. */
export function quoteTerm(terms: string): string {
  return `"${terms.replaceAll('"', '')}"`
}

/** Of some texts, those whose title the expression matches, with bm25's score of the title, turned as a block's is. */
export function titlesMatching(db: Db, match: string, texts: readonly number[]): Map<number, number> {
  const rows = db
    .prepare(
      `SELECT rowid AS id, -bm25(source_index) AS score FROM source_index
       WHERE source_index MATCH ? AND +rowid IN (SELECT value FROM json_each(?))`,
    )
    .all(`{title} : (${match})`, JSON.stringify(texts)) as { id: number; score: number }[]
  return new Map(rows.map(({ id, score }) => [id, score]))
}
