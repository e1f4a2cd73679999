import type { Db } from './database.ts'

/**
 * The full-text index over blocks. Temporary triggers keep it in step with the sources' current texts, whatever
 * changes them: an import, a deletion, an undo. So no service has to remember to.
 */

/** Binds the tokenizer and the triggers. `indexTerms` turns a block's text into its terms, joined by spaces. */
export function attachTextIndex(db: Db, indexTerms: (text: string) => string): void {
  db.function('index_terms', { deterministic: true }, (text) => indexTerms(String(text)))
  const add = `INSERT INTO block_index (rowid, terms)
    SELECT id, index_terms(text) FROM block WHERE text_id = NEW.text_id;`
  const drop = 'DELETE FROM block_index WHERE rowid IN (SELECT id FROM block WHERE text_id = OLD.text_id);'
  // Two sources can hold the very same text version; its blocks stay while one of them stands.
  const last = 'NOT EXISTS (SELECT 1 FROM source WHERE text_id = OLD.text_id)'
  const first = '(SELECT count(*) FROM source WHERE text_id = NEW.text_id) = 1'
  db.exec(`
    CREATE TEMP TRIGGER index_source_insert AFTER INSERT ON main.source WHEN ${first} BEGIN ${add} END;
    CREATE TEMP TRIGGER index_source_delete AFTER DELETE ON main.source WHEN ${last} BEGIN ${drop} END;
    CREATE TEMP TRIGGER index_source_leave AFTER UPDATE OF text_id ON main.source
      WHEN OLD.text_id <> NEW.text_id AND ${last} BEGIN ${drop} END;
    CREATE TEMP TRIGGER index_source_take AFTER UPDATE OF text_id ON main.source
      WHEN OLD.text_id <> NEW.text_id AND ${first} BEGIN ${add} END;
  `)
}

/** Each transaction leaves a segment of its own; while many follow each other, merging them over and over is put off. */
export function setBulkIndexing(db: Db, on: boolean): void {
  db.exec(`
    INSERT INTO block_index (block_index, rank) VALUES ('automerge', ${on ? 0 : 4});
    INSERT INTO block_index (block_index, rank) VALUES ('crisismerge', ${on ? 64 : 16});
  `)
}

/** Throws the index away and builds it again from the blocks of the sources that stand. */
export function rebuildTextIndex(db: Db): void {
  db.transaction(() => {
    db.exec(`
      INSERT INTO block_index (block_index) VALUES ('delete-all');
      INSERT INTO block_index (rowid, terms)
        SELECT id, index_terms(text) FROM block WHERE text_id IN (SELECT text_id FROM source) ORDER BY id;
    `)
  })()
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

/** Blocks that stand but are not indexed, or the other way round; null where the index itself is broken. */
export function countIndexDrift(db: Db): number | null {
  try {
    db.exec("INSERT INTO block_index (block_index, rank) VALUES ('integrity-check', 0)")
    const row = db
      .prepare(
        `SELECT abs((SELECT count(*) FROM block_index_docsize)
           - (SELECT count(*) FROM block WHERE text_id IN (SELECT text_id FROM source))) AS drift`,
      )
      .get() as { drift: number }
    return row.drift
  } catch {
    return null
  }
}
