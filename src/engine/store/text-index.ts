import type { SourceMetadata } from '#shared/model.ts'
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
  /** Texts whose excluded passages changed: what the index has of them is no longer right. */
  readonly #outdated = new Set<number>()
  /** Texts whose source has another title, other authors or another publisher now. */
  readonly #renamed = new Set<number>()
  /** Terms that somebody made already, by text, a string a block. */
  readonly #offered = new Map<number, readonly string[]>()

  /** Binds the triggers. `indexTerms` turns a block's text into what FTS5 is given. */
  constructor(db: Db, indexTerms: (text: string) => string) {
    this.#db = db
    this.#indexTerms = indexTerms
    db.function('touch_text', (id) => {
      this.#touched.add(Number(id))
      return null
    })
    db.function('outdate_text', (id) => {
      this.#outdated.add(Number(id))
      return null
    })
    db.function('rename_text', (id) => {
      this.#renamed.add(Number(id))
      return null
    })
    const trigger = (event: string, touches: string) =>
      `CREATE TEMP TRIGGER index_source_${event.slice(0, 6)} AFTER ${event} ON main.source BEGIN ${touches} END;`
    db.exec(
      trigger('INSERT', 'SELECT touch_text(NEW.text_id);') +
        trigger('DELETE', 'SELECT touch_text(OLD.text_id);') +
        trigger('UPDATE OF text_id', 'SELECT touch_text(OLD.text_id), touch_text(NEW.text_id);') +
        `CREATE TEMP TRIGGER index_source_name AFTER UPDATE OF title, metadata ON main.source BEGIN
          SELECT rename_text(NEW.text_id); END;` +
        exclusionTrigger('INSERT', ['NEW']) +
        exclusionTrigger('DELETE', ['OLD']) +
        exclusionTrigger('UPDATE', ['OLD', 'NEW']),
    )
  }

  /** Spares making the terms of a new text's blocks again: import makes them on another thread. */
  offer(textId: number, terms: readonly string[]): void {
    this.#offered.set(textId, terms)
  }

  /** Indexes the texts that some source holds now and drops those that none does any more. */
  settle(): void {
    for (const textId of this.#outdated) {
      this.#drop(textId)
      this.#offered.delete(textId)
      this.#touched.add(textId)
    }
    for (const textId of this.#touched) {
      const wanted = this.#exists('SELECT 1 FROM source WHERE text_id = ?', textId)
      const indexed = this.#exists(
        'SELECT 1 FROM block_index_docsize WHERE id = (SELECT id FROM block WHERE text_id = ? AND ordinal = 0)',
        textId,
      )
      if (wanted && !indexed) this.#add(textId)
      // A text without blocks has a title all the same.
      else if (!wanted) this.#drop(textId)
    }
    for (const textId of this.#renamed) this.#nameSource(textId)
    this.forget()
  }

  /** Forgets what a transaction touched that is over, or was rolled back. */
  forget(): void {
    this.#touched.clear()
    this.#outdated.clear()
    this.#renamed.clear()
    this.#offered.clear()
  }

  /** An index without texts is one of this version, whichever made it. */
  begin(signature: string): void {
    const isEmpty = this.#db.prepare('SELECT 1 FROM source LIMIT 1').get() === undefined
    if (this.isOutdated(signature) && isEmpty) this.#saveSetting('index.signature', signature)
  }

  /** Whether blocks were indexed by another version of the tokenizer than `signature`. */
  isOutdated(signature: string): boolean {
    return this.#setting('index.signature') !== signature
  }

  /**
   * Indexes texts anew with the tokenizer of `signature`, for about `ms`, going on where it stopped the last time. Until
   * all are behind, search finds some texts as the old tokenizer saw them and some as the new one does.
   */
  renewSome(signature: string, ms: number): { done: number; total: number } {
    const until = performance.now() + ms
    const saved = this.#setting('index.renewed') as { signature: string; upTo: number } | undefined
    let upTo = saved?.signature === signature ? saved.upTo : 0
    const next = this.#db.prepare('SELECT min(text_id) AS id FROM source WHERE text_id > ?')
    this.#db
      .transaction(() => {
        for (;;) {
          const { id } = next.get(upTo) as { id: number | null }
          if (id === null) {
            this.#saveSetting('index.signature', signature)
            // Kept, it would make a later renewal to this version skip what another version indexed since.
            this.#db.prepare("DELETE FROM setting WHERE key = 'index.renewed'").run()
            return
          }
          this.#drop(id)
          this.#add(id)
          upTo = id
          if (performance.now() > until) break
        }
        this.#saveSetting('index.renewed', { signature, upTo })
      })
      .immediate()
    const count = this.#db.prepare(
      'SELECT count(*) AS total, count(*) FILTER (WHERE text_id <= ?) AS done FROM source',
    )
    const { total, done } = count.get(upTo) as { total: number; done: number }
    return this.isOutdated(signature) ? { done: Math.min(done, total - 1), total } : { done: total, total }
  }

  state(): string {
    return indexState(this.#db)
  }

  #setting(key: string): unknown {
    const row = this.#db.prepare('SELECT value FROM setting WHERE key = ?').get(key) as
      | { value: string }
      | undefined
    return row === undefined ? undefined : JSON.parse(row.value)
  }

  #saveSetting(key: string, value: unknown): void {
    this.#db
      .prepare(
        'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(key, JSON.stringify(value))
  }

  /** Throws the index away and builds it again from the sources that stand. */
  rebuild(): void {
    this.#db
      .transaction(() => {
        this.#db.exec("INSERT INTO block_index (block_index) VALUES ('delete-all')")
        this.#db.exec("INSERT INTO source_index (source_index) VALUES ('delete-all')")
        const texts = this.#db.prepare('SELECT DISTINCT text_id AS id FROM source').all() as { id: number }[]
        for (const { id } of texts) this.#add(id)
      })
      .immediate()
  }

  #add(textId: number): void {
    this.#nameSource(textId)
    const insert = this.#db.prepare('INSERT INTO block_index (rowid, terms) VALUES (?, ?)')
    const offered = this.#offered.get(textId)
    if (offered !== undefined) {
      const blocks = this.#db.prepare('SELECT id FROM block WHERE text_id = ? ORDER BY ordinal').all(textId)
      for (const [ordinal, { id }] of (blocks as { id: number }[]).entries()) {
        insert.run(id, offered[ordinal] ?? '')
      }
      return
    }
    const excluded = excludedRanges(this.#db, textId)
    const blocks = this.#db
      .prepare('SELECT id, start, text FROM block WHERE text_id = ? ORDER BY ordinal')
      .all(textId)
    for (const { id, start, text } of blocks as { id: number; start: number; text: string }[]) {
      insert.run(id, this.#indexTerms(withoutRanges(text, start, excluded)))
    }
  }

  /** Indexes the title, the authors and the place of publication of the source that has this text. */
  #nameSource(textId: number): void {
    const row = this.#db.prepare('SELECT title, metadata FROM source WHERE text_id = ?').get(textId) as
      | { title: string; metadata: string }
      | undefined
    this.#db.prepare('DELETE FROM source_index WHERE rowid = ?').run(textId)
    if (row === undefined) return
    const { author = [], ...metadata } = JSON.parse(row.metadata) as SourceMetadata
    const place = metadata['container-title'] ?? metadata.publisher ?? ''
    const names = author.map(({ literal, given, family }) => literal ?? `${given ?? ''} ${family ?? ''}`)
    this.#db
      .prepare('INSERT INTO source_index (rowid, title, author, place) VALUES (?, ?, ?, ?)')
      .run(textId, this.#indexTerms(row.title), this.#indexTerms(names.join(' ; ')), this.#indexTerms(place))
  }

  #drop(textId: number): void {
    this.#db.prepare('DELETE FROM source_index WHERE rowid = ?').run(textId)
    const remove = this.#db.prepare('DELETE FROM block_index WHERE rowid = ?')
    const blocks = this.#db.prepare('SELECT id FROM block WHERE text_id = ?').all(textId) as { id: number }[]
    for (const { id } of blocks) remove.run(id)
  }

  #exists(sql: string, id: number): boolean {
    return this.#db.prepare(sql).get(id) !== undefined
  }
}

/**
 * Changes whenever texts come or go, passages are left out of them, or their sources are named otherwise. Asked one by
 * one, each of an index: together they would read every source.
 */
export function indexState(db: Db): string {
  const row = db
    .prepare(
      `SELECT (SELECT count(*) FROM source) AS sources, (SELECT max(text_id) FROM source) AS last,
         (SELECT max(updated_at) FROM source) AS changed,
         (SELECT total(rowid) FROM flag WHERE state = 'excluded') AS excluded`,
    )
    .get() as { sources: number; last: number | null; changed: string | null; excluded: number }
  return `${row.sources}:${row.last ?? 0}:${row.changed ?? ''}:${row.excluded}`
}

/** Tells the index of a flag that excludes its passage, or did. */
function exclusionTrigger(event: 'INSERT' | 'UPDATE' | 'DELETE', rows: ('OLD' | 'NEW')[]): string {
  const outdates = rows.map(
    (row) =>
      `SELECT outdate_text(text_id) FROM main.source WHERE id = ${row}.source_id AND ${row}.state = 'excluded';`,
  )
  return `CREATE TEMP TRIGGER index_flag_${event} AFTER ${event} ON main.flag
    WHEN ${rows.map((row) => `${row}.state = 'excluded'`).join(' OR ')} BEGIN ${outdates.join(' ')} END;`
}

interface Range {
  start: number
  end: number
}

/** The passages of a text that its source's reader took out of search, in order. */
function excludedRanges(db: Db, textId: number): Range[] {
  return db
    .prepare(
      `SELECT flag.start, flag."end" FROM flag JOIN source ON source.id = flag.source_id
       WHERE source.text_id = ? AND flag.state = 'excluded' ORDER BY flag.start`,
    )
    .all(textId) as Range[]
}

/** A block's text, which begins at `offset`, with a space in the place of each range. */
function withoutRanges(text: string, offset: number, ranges: readonly Range[]): string {
  let kept = ''
  let from = 0
  for (const range of ranges) {
    const start = Math.min(Math.max(range.start - offset, from), text.length)
    const end = Math.min(Math.max(range.end - offset, from), text.length)
    if (end <= start) continue
    kept += `${text.slice(from, start)} `
    from = end
  }
  return from === 0 ? text : kept + text.slice(from)
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
