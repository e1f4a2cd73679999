import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ExportSink } from '../types.ts'
import { alreadyThere, makeFolders, placeError, removeFolders, temporaryBeside } from './place.ts'

/** A sink that becomes the folder `path`, which must not exist yet or be empty. */
export function createFolderSink(path: string): ExportSink {
  const temporary = temporaryBeside(path)
  const inside = new Set<string>()
  let around: string[] = []

  async function makeFolder(folder: string) {
    if (inside.has(folder)) return
    if (inside.size === 0) {
      if (await isTaken(path)) throw alreadyThere(path)
      around = await makeFolders(dirname(path))
    }
    await mkdir(folder, { recursive: true })
    inside.add(folder)
  }

  return {
    async write(name, content) {
      const target = join(temporary, ...name.split('/'))
      try {
        await makeFolder(dirname(target))
        await writeFile(target, content, { flag: 'wx' })
      } catch (error) {
        throw placeError(path, error)
      }
    },
    async commit() {
      try {
        if (await isTaken(path)) throw alreadyThere(path)
        // Some systems do not rename a folder onto an empty one.
        if (existsSync(path)) await rmdir(path)
        await rename(temporary, path)
      } catch (error) {
        throw placeError(path, error)
      }
    },
    async discard() {
      // What went wrong before is what has to be told, not that there was nothing to remove.
      await rm(temporary, { recursive: true, force: true }).catch(() => undefined)
      await removeFolders(around)
    },
  }
}

/** Whether anything but an empty folder stands at `path`. */
async function isTaken(path: string): Promise<boolean> {
  if (!existsSync(path)) return false
  try {
    return (await readdir(path)).length > 0
  } catch {
    return true
  }
}
