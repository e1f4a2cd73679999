import { existsSync } from 'node:fs'
import { link, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Content, ExportSink } from '../types.ts'
import { alreadyThere, errorCode, makeFolders, placeError, removeFolders, temporaryBeside } from './place.ts'

/** A sink whose one file becomes `path`, whatever name the format has for it. */
export function createFileSink(path: string, mayReplace = false): ExportSink {
  const file = newFile(path, mayReplace)
  return {
    write: (_name, content) => file.write(content),
    commit: () => file.commit(),
    discard: () => file.discard(),
  }
}

/**
 * Writes `content` to `path` as a whole or not at all, over something that stands there only with `mayReplace`.
 * Folders on the way are made. Errors: `file_exists`, `file_unreadable`.
 */
export async function putFile(path: string, content: Content, mayReplace = false): Promise<void> {
  const file = newFile(path, mayReplace)
  try {
    await file.write(content)
    await file.commit()
  } catch (error) {
    await file.discard()
    throw error
  }
}

/** A file that is written under another name and gets its own at the end. */
function newFile(path: string, mayReplace: boolean) {
  const temporary = temporaryBeside(path)
  let made: string[] = []
  let isWritten = false
  return {
    async write(content: Content) {
      if (isWritten) throw new Error('this export has more than one file and needs a folder')
      isWritten = true
      try {
        if (!mayReplace && existsSync(path)) throw alreadyThere(path)
        made = await makeFolders(dirname(path))
        await writeFile(temporary, content, { flag: 'wx', flush: true })
      } catch (error) {
        throw placeError(path, error)
      }
    },
    async commit() {
      try {
        if (mayReplace) await rename(temporary, path)
        else await place(temporary, path)
      } catch (error) {
        throw placeError(path, error)
      }
    },
    async discard() {
      // What went wrong before is what has to be told, not that there was nothing to remove.
      await rm(temporary, { force: true }).catch(() => undefined)
      await removeFolders(made)
    },
  }
}

/** A hard link fails where the name is taken, which a rename does not; some volumes know no hard links. */
async function place(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path)
    await rm(temporary, { force: true }).catch(() => undefined)
  } catch (error) {
    if (errorCode(error) === 'EEXIST' || existsSync(path)) throw alreadyThere(path)
    await rename(temporary, path)
  }
}
