import type { Db } from './database.ts'

/**
 * Keeps the full-text index over blocks in step with the sources' current texts, whatever changes them: an import, a
 * deletion, an undo. Temporary triggers note which texts came or went; before the transaction commits, `settle` brings
 * the index up to date. So no service has to remember to.
 *
 * The triggers do not write the index themselves: inside a trigger SQLite opens a savepoint for each statement, and at
 * every savepoint FTS5 writes out what it holds. That makes an import eight times as slow.
 */
export class TextIndex {
  readonly #db: Db
  readonly #indexTerms: (text: string) => string
  readonly #touched = new Set<number>()

  /** Binds the triggers. `indexTerms` turns a block's text into what FTS5 is given. */
  constructor(db: Db, indexTerms: (text: string) => string) {
    this.#db = db
    this.#indexTerms = indexTerms
    db.function('touch_text', (id) => {
      this.#touched.add(Number(id))
      return null
    })
    const trigger = (event: string, touches: string) =>
      `CREATE TEMP TRIGGER index_source_${event.slice(0, 6)} AFTER ${event} ON main.source BEGIN ${touches} END;`
    db.exec(
      trigger('INSERT', 'SELECT touch_text(NEW.text_id);') +
        trigger('DELETE', 'SELECT touch_text(OLD.text_id);') +
        trigger('UPDATE OF text_id', 'SELECT touch_text(OLD.text_id), touch_text(NEW.text_id);'),
    )
  }

  /** Indexes the texts that some source holds now and drops those that none does any more. */
  settle(): void {
    for (const textId of this.#touched) {
      const wanted = this.#exists('SELECT 1 FROM source WHERE text_id = ?', textId)
      const indexed = this.#exists(
        'SELECT 1 FROM block_index_docsize WHERE id = (SELECT id FROM block WHERE text_id = ? AND ordinal = 0)',
        textId,
      )
      if (wanted && !indexed) this.#add(textId)
      else if (indexed && !wanted) this.#drop(textId)
    }
    this.#touched.clear()
  }

  /** Forgets what a transaction touched that was rolled back. */
  forget(): void {
    this.#touched.clear()
  }

  /** Builds the index anew where it was made by another version of the tokenizer than `signature`. */
  renew(signature: string): void {
    const key = 'index.signature'
    const row = this.#db.prepare('SELECT value FROM setting WHERE key = ?').get(key) as
      | { value: string }
      | undefined
    if (row?.value === JSON.stringify(signature)) return
    this.rebuild()
    this.#db
      .prepare(
        'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(key, JSON.stringify(signature))
  }

  /** Throws the index away and builds it again from the sources that stand. */
  rebuild(): void {
    this.#db
      .transaction(() => {
        this.#db.exec("INSERT INTO block_index (block_index) VALUES ('delete-all')")
        const texts = this.#db.prepare('SELECT DISTINCT text_id AS id FROM source').all() as { id: number }[]
        for (const { id } of texts) this.#add(id)
      })
      .immediate()
  }

  #add(textId: number): void {
    const insert = this.#db.prepare('INSERT INTO block_index (rowid, terms) VALUES (?, ?)')
    const blocks = this.#db
      .prepare('SELECT id, text FROM block WHERE text_id = ? ORDER BY ordinal')
      .all(textId)
    for (const { id, text } of blocks as { id: number; text: string }[])
      insert.run(id, this.#indexTerms(text))
  }

  #drop(textId: number): void {
    const remove = this.#db.prepare('DELETE FROM block_index WHERE rowid = ?')
    const blocks = this.#db.prepare('SELECT id FROM block WHERE text_id = ?').all(textId) as { id: number }[]
    for (const { id } of blocks) remove.run(id)
  }

  #exists(sql: string, id: number): boolean {
    return this.#db.prepare(sql).get(id) !== undefined
  }
}

/** Each transaction leaves a segment of its own; while many follow each other, merging them over and over is put off. */
export function setBulkIndexing(db: Db, on: boolean): void {
  db.exec(`
    INSERT INTO block_index (block_index, rank) VALUES ('automerge', ${on ? 0 : 4});
    INSERT INTO block_index (block_index, rank) VALUES ('crisismerge', ${on ? 64 : 16});
  `)
}

/** FTS5 keeps its settings in the file: an import that was killed leaves those of bulk writing behind. */
export function endInterruptedBulkIndexing(db: Db): void {
  const row = db.prepare("SELECT v FROM block_index_config WHERE k = 'automerge'").get() as
    | { v: number }
    | undefined
  if (row?.v === 0) setBulkIndexing(db, false)
}

export interface BlockHit {
  blockId: number
  sourceId: string
  title: string
  start: number
  text: string
  score: number
}

/** Beyond this many matching blocks hits are not ranked any more: the newest come first. */
export const rankingCap = 5_000

/** Runs an FTS5 expression. `total` is counted up to the cap. Scores are bm25's, turned so that higher is better. */
export function queryTextIndex(
  db: Db,
  expression: string,
  limit: number,
): { hits: BlockHit[]; total: number; capped: boolean } {
  const { total } = db
    .prepare('SELECT count(*) AS total FROM (SELECT 1 FROM block_index WHERE block_index MATCH ? LIMIT ?)')
    .get(expression, rankingCap + 1) as { total: number }
  const capped = total > rankingCap
  const matches = capped
    ? 'SELECT rowid AS id, 0.0 AS score FROM block_index WHERE block_index MATCH ? ORDER BY rowid DESC LIMIT ?'
    : 'SELECT rowid AS id, -bm25(block_index) AS score FROM block_index WHERE block_index MATCH ? ORDER BY rank LIMIT ?'
  const hits = db
    .prepare(
      `SELECT block.id AS blockId, source.id AS sourceId, source.title, block.start, block.text, hit.score
       FROM (${matches}) AS hit
       JOIN block ON block.id = hit.id
       JOIN source ON source.text_id = block.text_id
       ORDER BY hit.score DESC, source.imported_at DESC, block.id`,
    )
    .all(expression, limit) as BlockHit[]
  return { hits: hits.slice(0, limit), total: Math.min(total, rankingCap), capped }
}

/** How many blocks stand and are not indexed, or the other way round; null where the index cannot be read. */
export function countIndexDrift(db: Db): number | null {
  const standing = 'SELECT id FROM block WHERE text_id IN (SELECT text_id FROM source)'
  try {
    if (!db.readonly) db.exec("INSERT INTO block_index (block_index, rank) VALUES ('integrity-check', 0)")
    const row = db
      .prepare(
        `SELECT (SELECT count(*) FROM (${standing} EXCEPT SELECT id FROM block_index_docsize))
           + (SELECT count(*) FROM (SELECT id FROM block_index_docsize EXCEPT ${standing})) AS drift`,
      )
      .get() as { drift: number }
    return row.drift
  } catch {
    return null
  }
}
