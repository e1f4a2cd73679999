import { mkdirSync, statSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { CrossreadError } from '#shared/errors.ts'

/**
 * Takes the one writer's place for a notebook file that exists, until the returned function is called or the process
 * ends, however it ends. The lock is an exclusive SQLite transaction on a file of its own, because the operating
 * system drops such a lock with the process: there are no stale lock files to clear by hand.
 *
 * Throws `notebook_in_use` when another process, or another engine of this one, holds it.
 */
export function lockNotebook(path: string): () => void {
  const holder = new Database(lockFileFor(path), { timeout: 0 })
  try {
    holder.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    holder.close()
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
    throw new CrossreadError(
      'notebook_in_use',
      `“${basename(path)}” is open elsewhere. Close it there first.`,
    )
  }
  return () => holder.close()
}

/** Whether two paths lead to the same file, by whatever links or spelling. */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino
}

/**
 * Named after the file's place on its disk, so that every way to it, a link or another spelling, leads to one lock.
 * Outside the researcher's own folders, where it would be litter.
 */
function lockFileFor(path: string): string {
  const { dev, ino } = statSync(path, { bigint: true })
  return join(lockFolder(), `${dev}-${ino}.lock`)
}

/** The user's own folder as the system knows it: the temporary folder and HOME differ between a terminal and a desktop. */
function lockFolder(): string {
  const { homedir, username } = userInfo()
  try {
    return made(join(homedir, '.crossread', 'locks'))
  } catch {
    return made(join(tmpdir(), `crossread-locks-${username}`))
  }
}

function made(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}
