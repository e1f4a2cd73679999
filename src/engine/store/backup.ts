import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { CrossreadError } from '#shared/errors.ts'
import type { Db } from './database.ts'

const lastOfToday = 3
const days = 7
const weeks = 4
const dayMs = 24 * 60 * 60 * 1000
/** Pages copied before the engine's other work gets its turn: 1 MB. */
const pagesAtOnce = 256

const namePattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}-\d{2}-\d{2})\.crossread$/

/**
 * Copies an open notebook into `folder` by SQLite's online backup, while it goes on being used. The copy is made under
 * another name, checked, and only then named after the moment; older ones are rotated away. Gives its path.
 *
 * Throws `notebook_damaged` where the copy is not whole: a damaged notebook must not push good backups out.
 */
export async function backUp(db: Db, folder: string, at: Date): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const unfinished = join(folder, 'unfinished')
  try {
    await db.backup(unfinished, { progress: () => pagesAtOnce })
    requireWhole(unfinished)
    const path = join(folder, nameFor(at))
    renameSync(unfinished, path)
    rotate(folder, at)
    return path
  } finally {
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + rest, { force: true })
  }
}

/**
 * Which backups to keep, newest first: the last three of today, the last of each of the seven days before, and the
 * last of each of the four weeks before those; the very newest however old. Names that are no backups of ours are in nobody's way.
 */
export function backupsToKeep(names: readonly string[], now: Date): string[] {
  const today = startOfDay(now)
  const kept = new Map<string, string>()
  let keptToday = 0
  for (const name of names
    .filter((each) => namePattern.test(each))
    .sort()
    .reverse()) {
    const age = Math.round((today - startOfDay(momentOf(name))) / dayMs)
    if (age <= 0) {
      if (keptToday++ < lastOfToday) kept.set(name, name)
    } else {
      const slot = age <= days ? `day ${age}` : `week ${Math.ceil((age - days) / 7)}`
      const isNewest = kept.size === 0
      if ((age <= days + weeks * 7 || isNewest) && !kept.has(slot)) kept.set(slot, name)
    }
  }
  return [...kept.values()]
}

function rotate(folder: string, now: Date): void {
  const names = readdirSync(folder).filter((name) => namePattern.test(name))
  const keep = new Set(backupsToKeep(names, now))
  for (const name of names) if (!keep.has(name)) rmSync(join(folder, name), { force: true })
}

function requireWhole(path: string): void {
  const copy = new Database(path, { readonly: true })
  try {
    const verdict = copy.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok')
      throw new CrossreadError('notebook_damaged', `The notebook is damaged: ${String(verdict)}.`)
  } finally {
    copy.close()
  }
}

/** Local time, for the person who looks into the folder. */
function nameFor(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  return `${day}T${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('-')}.crossread`
}

function momentOf(name: string): Date {
  const [, day = '', time = ''] = namePattern.exec(name) ?? []
  return new Date(`${day}T${time.replaceAll('-', ':')}`)
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
