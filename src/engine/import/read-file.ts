import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { CrossreadError } from '#shared/errors.ts'

/** A text much larger than this no longer fits into one string once it is decoded, cleaned and cut. In bytes. */
export const largestFile = 200_000_000
export const tooLarge = 'The file is larger than 200 MB, which is the most that can be imported.'

/**
 * Reads a plain file whole; throws `file_unreadable` with the reason where it cannot. Opened without waiting, so that a
 * pipe someone dropped cannot hang the import. Waits for the disk: workers read ten thousand small files one after the
 * other, and asking for each asynchronously takes longer than reading it.
 */
export function readFileAtOnce(path: string): Uint8Array {
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const found = fstatSync(file)
      if (!found.isFile()) throw new CrossreadError('file_unreadable', 'This is not a file.')
      if (found.size > largestFile) throw new CrossreadError('file_unreadable', tooLarge)
      return readFileSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw asReason(error)
  }
}

/** Reads a file as `readFileAtOnce` does, without holding the thread. */
export async function readFileAt(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const found = await file.stat()
      if (!found.isFile()) throw new CrossreadError('file_unreadable', 'This is not a file.')
      if (found.size > largestFile) throw new CrossreadError('file_unreadable', tooLarge)
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    throw asReason(error)
  }
}

function asReason(error: unknown): CrossreadError {
  return error instanceof CrossreadError
    ? error
    : new CrossreadError('file_unreadable', explainReading(error, 'file'))
}

/** Why something could not be read, for the person who picked it. */
export function explainReading(error: unknown, what: 'file' | 'folder'): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return `There is no such ${what} (any more).`
  if (code === 'EACCES' || code === 'EPERM') return `You have no permission to read this ${what}.`
  if (code === 'ELOOP') return 'This link leads back to itself.'
  if (code === 'ENAMETOOLONG') return 'The path is longer than the system allows.'
  return `The ${what} could not be read${code === '' ? '' : ` (${code})`}.`
}
