import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { CrossreadError } from '#shared/errors.ts'
import { newId } from '#shared/ids.ts'
import { lockNotebook } from './lock.ts'
import { applicationId, migrations, schemaVersion } from './migrations/migrations.ts'
import { foldName } from './names.ts'

export type Db = Database.Database

export interface OpenDatabase {
  db: Db
  readOnly: boolean
  /** Folds the write-ahead log into the file, closes it and gives the writer's place up. */
  close(): void
}

export interface OpenOptions {
  path: string
  /** Makes the file where there is none. */
  create?: boolean
  /** Opens beside a writer; every write then fails. */
  readOnly?: boolean
}

/**
 * Opens a notebook file and brings its schema up to date.
 *
 * Throws `notebook_missing`, `not_a_notebook`, `notebook_newer` (the file is untouched), `notebook_damaged` or
 * `notebook_in_use`.
 */
export function openDatabase({ path, create = false, readOnly = false }: OpenOptions): OpenDatabase {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw new CrossreadError('not_a_notebook', `${path} is a folder, not a notebook.`)
  const isNew = found === undefined || found.size === 0
  if (!isNew) requireSqliteHeader(path)
  else if (!create || readOnly)
    throw new CrossreadError('notebook_missing', `There is no notebook at ${path}.`)
  else makeEmptyFile(path)
  const unlock = readOnly ? () => {} : lockNotebook(path)
  try {
    const db = connect(path, readOnly, isNew)
    if (readOnly && readVersion(db) < schemaVersion) return openCopy(db)
    return {
      db,
      readOnly,
      close() {
        db.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw describeOpenError(error, path)
  }
}

/**
 * A file of an older version that is only to be read stays as it is: a copy of it is brought up to date and read, and
 * goes when it is closed. Closes `old`.
 */
function openCopy(old: Db): OpenDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'crossread-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'copy.crossread')
    old.prepare('VACUUM INTO ?').run(path)
    const copy = new Database(path)
    migrate(copy)
    copy.close()
    const db = connect(path, true, false)
    const close = () => {
      db.close()
      remove()
    }
    return { db, readOnly: true, close }
  } catch (error) {
    remove()
    throw error
  } finally {
    old.close()
  }
}

/** The lock is a property of the file, so there has to be one. */
function makeEmptyFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    closeSync(openSync(path, 'a'))
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new CrossreadError('file_unreadable', `A notebook cannot be made at ${path}${reason}.`)
  }
}

function connect(path: string, readOnly: boolean, isNew: boolean): Db {
  const db = new Database(path, { readonly: readOnly })
  rememberStatements(db)
  try {
    if (!isNew) requireOurVersion(db, path)
    if (!readOnly) {
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = FULL')
      migrate(db)
      nameNotebook(db, path)
    }
    db.pragma('foreign_keys = ON')
    // So that SQL compares names as we do: its own NOCASE knows ASCII alone.
    db.function('folded', { deterministic: true }, (name) => foldName(String(name)))
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Prepares each statement once. With the journal's triggers compiled into it, preparing a write costs more than running
 * it. Safe because every statement here is run to its end before it is run again.
 */
function rememberStatements(db: Db): void {
  const prepare = db.prepare.bind(db)
  const known = new Map<string, Database.Statement>()
  db.prepare = ((sql: string) => {
    let statement = known.get(sql)
    if (statement === undefined) {
      statement = prepare(sql)
      known.set(sql, statement)
    }
    return statement
  }) as Db['prepare']
}

/** Runs each migration that the file has not had, each in a transaction of its own together with its version number. */
function migrate(db: Db): void {
  for (let version = readVersion(db); version < schemaVersion; version++) {
    const sql = migrations[version]
    if (sql === undefined) throw new Error(`no migration from version ${version}`)
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${version + 1}`)
    })()
  }
}

/** A file without a name is new, or was left by a process that ended before it could give one. */
function nameNotebook(db: Db, path: string): void {
  if (db.prepare('SELECT 1 FROM notebook').get() !== undefined) return
  const name = basename(path).replace(/\.crossread$/i, '')
  db.prepare('INSERT INTO notebook (id, name, created_at) VALUES (?, ?, ?)').run(
    newId(),
    name,
    new Date().toISOString(),
  )
}

function requireSqliteHeader(path: string): void {
  const header = Buffer.alloc(16)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, 16, 0)
  } finally {
    closeSync(file)
  }
  if (header.toString('latin1') !== 'SQLite format 3\0') throw notANotebook(path)
}

function requireOurVersion(db: Db, path: string): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId) throw notANotebook(path)
  if (readVersion(db) > schemaVersion) {
    throw new CrossreadError(
      'notebook_newer',
      `“${basename(path)}” was written by a newer Crossread. Update Crossread to open it; the file was not changed.`,
    )
  }
}

function readVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }))
}

function notANotebook(path: string): CrossreadError {
  return new CrossreadError('not_a_notebook', `“${basename(path)}” is not a Crossread notebook.`)
}

function describeOpenError(error: unknown, path: string): unknown {
  if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) {
    return new CrossreadError('notebook_damaged', `“${basename(path)}” is damaged: ${error.message}.`)
  }
  return error
}
