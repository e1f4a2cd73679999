import type { SavedSearch } from '#shared/model.ts'
import type { Db } from './database.ts'

export function listSavedSearches(db: Db): SavedSearch[] {
  return db
    .prepare('SELECT id, name, query FROM saved_search ORDER BY name COLLATE NOCASE, id')
    .all() as SavedSearch[]
}

export function findSavedSearch(db: Db, id: string): SavedSearch | null {
  const row = db.prepare('SELECT id, name, query FROM saved_search WHERE id = ?').get(id)
  return (row as SavedSearch | undefined) ?? null
}

export function insertSavedSearch(db: Db, { id, name, query }: SavedSearch): void {
  db.prepare('INSERT INTO saved_search (id, name, query) VALUES (?, ?, ?)').run(id, name, query)
}

export function updateSavedSearch(db: Db, { id, name, query }: SavedSearch): void {
  db.prepare('UPDATE saved_search SET name = ?, query = ? WHERE id = ?').run(name, query, id)
}

export function deleteSavedSearch(db: Db, id: string): void {
  db.prepare('DELETE FROM saved_search WHERE id = ?').run(id)
}
