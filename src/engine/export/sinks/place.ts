import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { CrossreadError } from '#shared/errors.ts'

/** A name beside `path`, on the same volume so that it can be renamed into place. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
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

/** What a failure of the file system means to the person who exports. Errors of ours pass as they are. */
export function placeError(path: string, thrown: unknown): CrossreadError {
  if (thrown instanceof CrossreadError) return thrown
  const code = errorCode(thrown)
  if (code === 'EEXIST' || code === 'ENOTEMPTY') return alreadyThere(path)
  return new CrossreadError('file_unreadable', `${path} cannot be written (${code ?? 'unknown reason'}).`, {
    path,
  })
}

/** The system's name for a failure, such as `ENOENT`. */
export function errorCode(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : undefined
}
