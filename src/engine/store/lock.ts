import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { CrossreadError } from '#shared/errors.ts'

/**
 * Takes the one writer's place for a notebook until the returned function is called or the process ends, however
 * it ends. The lock is an exclusive SQLite transaction on a file of its own, because the operating system drops
 * such a lock with the process: there are no stale lock files to clear by hand.
 *
 * Throws `notebook_in_use` when another process holds it.
 */
export function lockNotebook(path: string): () => void {
  const holder = new Database(lockFileFor(path), { timeout: 0 })
  try {
    holder.exec('BEGIN EXCLUSIVE')
  } catch {
    holder.close()
    throw new CrossreadError(
      'notebook_in_use',
      `“${basename(path)}” is open elsewhere. Close it there first.`,
    )
  }
  return () => holder.close()
}

/** Outside the researcher's own folders, where a lock file would be litter. */
function lockFileFor(path: string): string {
  const folder = join(tmpdir(), `crossread-locks-${userInfo().username}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const canonical = join(realpathSync(dirname(path)), basename(path))
  return join(folder, `${createHash('sha256').update(canonical).digest('hex').slice(0, 32)}.lock`)
}
