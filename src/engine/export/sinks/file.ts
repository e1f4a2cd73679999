import { existsSync } from 'node:fs'
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ExportSink } from '../types.ts'
import { alreadyThere, errorCode, placeError, temporaryBeside } from './place.ts'

/** A sink whose one file becomes `path`, whatever name the format has for it. */
export function createFileSink(path: string): ExportSink {
  let content: string | Uint8Array | null = null
  return {
    async write(_name, bytes) {
      if (content !== null) throw new Error('this export has more than one file and needs a folder')
      if (existsSync(path)) throw alreadyThere(path)
      content = bytes
    },
    async commit() {
      if (content !== null) await putFile(path, content)
    },
    async discard() {
      content = null
    },
  }
}

/**
 * Writes `content` to `path` as a whole or not at all, never over something that stands there. Folders on the way
 * are made. Errors: `file_exists`, `file_unreadable`.
 */
export async function putFile(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = temporaryBeside(path)
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(temporary, content, { flag: 'wx', flush: true })
    await place(temporary, path)
  } catch (error) {
    throw placeError(path, error)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** A hard link fails where the name is taken, which a rename does not; some volumes know no hard links. */
async function place(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path)
  } catch (error) {
    if (errorCode(error) === 'EEXIST' || existsSync(path)) throw alreadyThere(path)
    await rename(temporary, path)
  }
}
