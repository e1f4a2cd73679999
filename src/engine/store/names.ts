import type { Db } from './database.ts'

/** A name as names are compared: two that differ in case, or in how an accent is put together, are one. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC')
}

/** Lets SQL compare names so: `folded(name) = folded(?)`. SQLite's own NOCASE knows ASCII alone. */
export function attachFolding(db: Db): void {
  db.function('folded', { deterministic: true }, (name) => foldName(String(name)))
}
