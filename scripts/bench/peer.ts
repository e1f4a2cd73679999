/** The peer every number is printed beside: better-sqlite3 and FTS5 with nothing around them. */
import Database from 'better-sqlite3'
import type { Article } from './corpus.ts'

const schema = `
  CREATE TABLE IF NOT EXISTS source (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS block (id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, text TEXT NOT NULL);
  CREATE VIRTUAL TABLE IF NOT EXISTS block_index USING fts5(text, content='', contentless_delete=1, tokenize='unicode61');
`

export type Peer = Database.Database

/** The notebook's bare cousin, with the same care for the disk as the real one; empty where there is none yet. */
export function openPeer(path: string): Peer {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(schema)
  return db
}

/** Inserts all articles, a row a block, and indexes each block, in one transaction. */
export function fillPeer(db: Peer, articles: Iterable<Article>): void {
  const addSource = db.prepare('INSERT INTO source (title) VALUES (?)')
  const addBlock = db.prepare('INSERT INTO block (source_id, text) VALUES (?, ?)')
  const addToIndex = db.prepare('INSERT INTO block_index (rowid, text) VALUES (?, ?)')
  const fill = db.transaction(() => {
    for (const { title, paragraphs } of articles) {
      const source = addSource.run(title).lastInsertRowid
      for (const text of [title, ...paragraphs]) {
        addToIndex.run(addBlock.run(source, text).lastInsertRowid, text)
      }
    }
  })
  fill()
}

/** A function that answers an FTS5 query with the best 20 blocks, their text and their source's title. */
export function peerSearch(db: Peer): (match: string) => unknown[] {
  const statement = db.prepare(`
    SELECT block.id, block.text, source.title, best.score
    FROM (SELECT rowid AS id, rank AS score FROM block_index WHERE block_index MATCH ? ORDER BY rank LIMIT 20) AS best
    JOIN block ON block.id = best.id JOIN source ON source.id = block.source_id
    ORDER BY best.score
  `)
  return (match) => statement.all(match)
}
