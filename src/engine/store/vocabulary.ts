import type { Db } from './database.ts'

/** A word of the full-text index, and in how many blocks it stands; in none where it stands in names of sources alone. */
export interface Term {
  term: string
  blocks: number
}

/** Lets the words of the full-text indexes be read; the views are made anew for each connection. */
export function attachVocabulary(db: Db): void {
  db.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed_term USING fts5vocab (main, block_index, 'row');
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.named_term USING fts5vocab (main, source_index, 'row');
  `)
}

/**
 * The words of the full-text index behind `after` in order: `limit` of them, or as many as can be read in about `ms`;
 * `end` when there are no more.
 */
export function readIndexedTerms(
  db: Db,
  after: string,
  { limit, ms }: { limit: number; ms: number },
): { terms: Term[]; end: boolean } {
  const terms: Term[] = []
  const until = performance.now() + ms
  const inBlocks = db.prepare(
    'SELECT term, doc AS blocks FROM temp.indexed_term WHERE term > ? ORDER BY term',
  )
  const inNames = db.prepare('SELECT term, 0 AS blocks FROM temp.named_term WHERE term > ? ORDER BY term')
  const both = merged(
    inBlocks.iterate(after) as IterableIterator<Term>,
    inNames.iterate(after) as IterableIterator<Term>,
  )
  for (const row of both) {
    terms.push(row)
    if (terms.length >= limit || performance.now() > until) return { terms, end: false }
  }
  return { terms, end: true }
}

/** Two lists in SQLite's order, which is that of the words' bytes, as one; of a word in both the first list's row. */
function* merged(first: Iterator<Term>, second: Iterator<Term>): Generator<Term> {
  let [a, b] = [first.next(), second.next()]
  try {
    while (a.done !== true || b.done !== true) {
      const order = a.done === true ? 1 : b.done === true ? -1 : compareBytes(a.value.term, b.value.term)
      if (order <= 0 && a.done !== true) yield a.value
      else if (b.done !== true) yield b.value
      if (order <= 0) a = first.next()
      if (order >= 0) b = second.next()
    }
  } finally {
    // A statement that is left half read would keep the database busy.
    first.return?.()
    second.return?.()
  }
}

function compareBytes(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b))
}

/**
 * Makes the vocabulary between two words, `after` excluded and `upTo` included, what `terms` says. A null `upTo` means
 * to the end. `stems` are asked for words that are new. In one transaction.
 */
export function putTerms(
  db: Db,
  { after, upTo, terms, stems }: TermRange & { terms: readonly Term[]; stems(term: string): Stem[] },
): void {
  const known = new Map(termsBetween(db, { after, upTo }).map((row) => [row.term, row]))
  const change = db.prepare('UPDATE term SET blocks = ? WHERE id = ?')
  db.transaction(() => {
    for (const { term, blocks } of terms) {
      const row = known.get(term)
      if (row === undefined) insertTerm(db, { term, blocks }, stems(term))
      else if (row.blocks !== blocks) change.run(blocks, row.id)
      known.delete(term)
    }
    for (const row of known.values()) deleteTerm(db, row)
  }).immediate()
}

export interface TermRange {
  after: string
  upTo: string | null
}

export interface Stem {
  stem: string
  language: string
}

type TermRow = Term & { id: number }

function termsBetween(db: Db, { after, upTo }: TermRange): TermRow[] {
  const columns = 'SELECT id, term, blocks FROM term WHERE term > ?'
  const rows =
    upTo === null ? db.prepare(columns).all(after) : db.prepare(`${columns} AND term <= ?`).all(after, upTo)
  return rows as TermRow[]
}

function insertTerm(db: Db, { term, blocks }: Term, stems: readonly Stem[]): void {
  const { lastInsertRowid: id } = db
    .prepare('INSERT INTO term (term, blocks) VALUES (?, ?)')
    .run(term, blocks)
  db.prepare('INSERT INTO term_trigram (rowid, term) VALUES (?, ?)').run(id, term)
  const insert = db.prepare('INSERT OR IGNORE INTO term_stem (stem, language, term_id) VALUES (?, ?, ?)')
  for (const { stem, language } of stems) insert.run(stem, language, id)
}

function deleteTerm(db: Db, { id, term }: TermRow): void {
  db.prepare("INSERT INTO term_trigram (term_trigram, rowid, term) VALUES ('delete', ?, ?)").run(id, term)
  db.prepare('DELETE FROM term_stem WHERE term_id = ?').run(id)
  db.prepare('DELETE FROM term WHERE id = ?').run(id)
}

/** Forgets every word, so that the next refresh makes them all anew. */
export function clearVocabulary(db: Db): void {
  db.transaction(() => {
    db.exec(
      "DELETE FROM term_stem; DELETE FROM term; INSERT INTO term_trigram (term_trigram) VALUES ('delete-all')",
    )
    db.prepare('DELETE FROM setting WHERE key = ?').run(markKey)
  }).immediate()
}

const markKey = 'vocabulary.mark'

/** What the vocabulary was made of when it was last complete. */
export function vocabularyMark(db: Db): string {
  const row = db.prepare('SELECT value FROM setting WHERE key = ?').get(markKey) as
    | { value: string }
    | undefined
  return row === undefined ? '' : String(JSON.parse(row.value))
}

export function setVocabularyMark(db: Db, mark: string): void {
  db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(markKey, JSON.stringify(mark))
}

export function findTerm(db: Db, term: string): Term | null {
  const row = db.prepare('SELECT term, blocks FROM term WHERE term = ?').get(term)
  return (row as Term | undefined) ?? null
}

/** Whether the vocabulary was ever complete, so that a word it has not is rare, and not only not there yet. */
export function hasVocabulary(db: Db): boolean {
  return vocabularyMark(db) !== ''
}

/** The blocks that words beginning with `prefix` stand in, each counted once for every such word in it. */
export function blocksWithPrefix(db: Db, prefix: string): number {
  return db
    .prepare('SELECT coalesce(sum(blocks), 0) FROM term WHERE term >= ? AND term < ?')
    .pluck()
    .get(prefix, `${prefix}\u{10ffff}`) as number
}

/** How many blocks there are, those of versions and sources that are gone included; quick, and good for estimates alone. */
export function countBlocks(db: Db): number {
  return (db.prepare('SELECT max(id) FROM block').pluck().get() as number | null) ?? 0
}

/** The most frequent words that begin with `prefix`. */
export function termsWithPrefix(db: Db, prefix: string, limit: number): Term[] {
  return db
    .prepare('SELECT term, blocks FROM term WHERE term >= ? AND term < ? ORDER BY blocks DESC, term LIMIT ?')
    .all(prefix, `${prefix}\u{10ffff}`, limit) as Term[]
}

/** Words with one of these stems, the most frequent first. */
export function termsWithStems(db: Db, stems: readonly Stem[], limit: number): Term[] {
  return db
    .prepare(
      `SELECT DISTINCT term.term, term.blocks FROM json_each(?) AS wanted
       JOIN term_stem ON term_stem.stem = wanted.value ->> 'stem' AND term_stem.language = wanted.value ->> 'language'
       JOIN term ON term.id = term_id AND term.blocks > 0 ORDER BY term.blocks DESC, term.term LIMIT ?`,
    )
    .all(JSON.stringify(stems), limit) as Term[]
}

/** Words that share some runs of three letters with `word`, those that share most first: candidates for a typo. */
export function termsLike(db: Db, word: string, limit: number): Term[] {
  const trigrams = new Set<string>()
  const letters = [...word]
  for (let at = 0; at + 3 <= letters.length; at++) trigrams.add(letters.slice(at, at + 3).join(''))
  if (trigrams.size === 0) return []
  const match = [...trigrams].map((each) => `"${each.replaceAll('"', '')}"`).join(' OR ')
  return db
    .prepare(
      `SELECT term.term, term.blocks FROM term_trigram JOIN term ON term.id = term_trigram.rowid
       WHERE term_trigram MATCH ? AND length(term.term) BETWEEN ? AND ? LIMIT ?`,
    )
    .all(match, letters.length - 2, letters.length + 2, limit) as Term[]
}

/** Words of about the same length that begin with one of these letters: what trigrams miss in short words. */
export function termsOfLength(db: Db, first: readonly string[], length: number, limit: number): Term[] {
  return db
    .prepare(
      `SELECT term, blocks FROM term
       WHERE substr(term, 1, 1) IN (SELECT value FROM json_each(?)) AND length(term) BETWEEN ? AND ?
       ORDER BY blocks DESC LIMIT ?`,
    )
    .all(JSON.stringify(first), length - 1, length + 1, limit) as Term[]
}

/** The languages of the sources, the most frequent first; primary subtags such as `en`. Read from an index alone. */
export function sourceLanguages(db: Db): { language: string; sources: number }[] {
  const rows = db
    .prepare('SELECT language, count(*) AS sources FROM source WHERE language IS NOT NULL GROUP BY language')
    .all() as { language: string; sources: number }[]
  const byPrimary = new Map<string, number>()
  for (const { language, sources } of rows) {
    const primary = language.slice(0, 2)
    byPrimary.set(primary, (byPrimary.get(primary) ?? 0) + sources)
  }
  return [...byPrimary]
    .map(([language, sources]) => ({ language, sources }))
    .sort((a, b) => b.sources - a.sources)
}
