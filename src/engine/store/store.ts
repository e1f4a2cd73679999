import type { Db, OpenOptions } from './database.ts'
import { openDatabase } from './database.ts'
import { attachRecomparing } from './fingerprints.ts'
import { Journal } from './journal.ts'
import { endInterruptedBulkIndexing, setBulkIndexing, TextIndex } from './text-index.ts'

/** One open notebook file: what the services are given. */
export interface Store {
  db: Db
  journal: Journal
  /** Null where the file is open for reading only. */
  index: TextIndex | null
  path: string
  readOnly: boolean
  close(): void
}

/** Pages of the write-ahead log after which it is folded into the file, which waits for the disk twice: SQLite's own number, and ours for imports. */
const checkpointPages = 1_000
const bulkCheckpointPages = 16_000

/**
 * While on, a commit does not wait for the disk: a loss of power can take the last of many transactions, never half of
 * one. Waiting costs more than storing an article does. The first commit after it is off makes all of them durable.
 */
export function setBulkWriting({ db }: Store, on: boolean): void {
  db.pragma(`synchronous = ${on ? 'NORMAL' : 'FULL'}`)
  db.pragma(`wal_autocheckpoint = ${on ? bulkCheckpointPages : checkpointPages}`)
  setBulkIndexing(db, on)
}

export interface StoreOptions extends OpenOptions {
  /** Turns a block's text into what the full-text index is given. */
  indexTerms: (text: string) => string
  /** Names the version of `indexTerms`: what another one indexed is to be indexed anew. */
  indexSignature: string
}

/** Opens a notebook with its journal and index in place. Throws as `openDatabase` does. */
export function openStore({ indexTerms, indexSignature, ...options }: StoreOptions): Store {
  const { db, readOnly, close } = openDatabase(options)
  // A file that cannot change needs nobody to follow its changes.
  const index = readOnly ? null : new TextIndex(db, indexTerms)
  if (index !== null) {
    endInterruptedBulkIndexing(db)
    index.begin(indexSignature)
  }
  const journal = new Journal(db, index)
  if (!readOnly) attachRecomparing(db)
  return { db, journal, index, path: options.path, readOnly, close }
}
