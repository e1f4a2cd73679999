import type { Db, OpenOptions } from './database.ts'
import { openDatabase } from './database.ts'
import { Journal } from './journal.ts'
import { attachTextIndex } from './text-index.ts'

/** One open notebook file: what the services are given. */
export interface Store {
  db: Db
  journal: Journal
  path: string
  readOnly: boolean
  close(): void
}

/** Opens a notebook with its journal and index in place. Throws as `openDatabase` does. */
export function openStore(options: OpenOptions & { indexTerms: (text: string) => string }): Store {
  const opened = openDatabase(options)
  const { db, readOnly } = opened
  if (!readOnly) attachTextIndex(db, options.indexTerms)
  const journal = new Journal(db, readOnly)
  return { db, journal, path: options.path, readOnly, close: opened.close }
}
