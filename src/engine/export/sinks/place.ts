import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CrossreadError } from '#shared/errors.ts'

/** A name beside `path`, on the same volume so that it can be renamed into place; short, as `path` may be as long as can be. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.crossread-${randomBytes(6).toString('hex')}.part`)
}

/** Makes a folder and those above it. Gives the ones that were not there; where it fails, it leaves none of them. */
export async function makeFolders(path: string): Promise<string[]> {
  const missing: string[] = []
  for (let folder = path; !existsSync(folder) && folder !== dirname(folder); folder = dirname(folder)) {
    missing.push(folder)
  }
  try {
    await mkdir(path, { recursive: true })
    return missing
  } catch (error) {
    await removeFolders(missing)
    throw errorCode(error) === 'EEXIST' ? notAFolder(path) : error
  }
}

/** Removes folders that were made for nothing, the innermost first. One that something was put into meanwhile stays. */
export async function removeFolders(made: readonly string[]): Promise<void> {
  for (const folder of made) await rmdir(folder).catch(() => undefined)
}

/** The refusal to write over something. */
export function alreadyThere(path: string): CrossreadError {
  return new CrossreadError(
    'file_exists',
    `${path} exists already. Nothing was written over it; choose another name.`,
    {
      path,
    },
  )
}

/** What is wrong with a path, by the system's name for it. */
const reasons: Record<string, string> = {
  EACCES: 'you have no permission to write there',
  EPERM: 'you have no permission to write there',
  EROFS: 'that place can only be read',
  ENAMETOOLONG: 'the name is too long',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EINVAL: 'the system does not allow this name',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
}

/** What a failure of the file system means to the person who exports. Any other error passes as it is. */
export function placeError(path: string, thrown: unknown): unknown {
  const code = errorCode(thrown)
  if (thrown instanceof CrossreadError || code === undefined) return thrown
  if (code === 'EEXIST' || code === 'ENOTEMPTY') return alreadyThere(path)
  return cannotWrite(path, reasons[code] ?? code)
}

function notAFolder(folder: string): CrossreadError {
  return cannotWrite(folder, 'it is a file, not a folder')
}

function cannotWrite(path: string, reason: string): CrossreadError {
  return new CrossreadError('file_unreadable', `${path} cannot be written: ${reason}.`, { path })
}

/** The system's name for a failure, such as `ENOENT`. */
export function errorCode(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : undefined
}
