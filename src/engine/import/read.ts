import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CrossreadError } from '#shared/errors.ts'
import { KeptArchives } from './archive-bytes.ts'
import { isArchiveName, listArchive } from './archives.ts'
import { displayPath } from './display-path.ts'
import type { ImportFile, ImportItem } from './import-file.ts'
import { isMailboxName, listMailbox } from './mailboxes.ts'
import { explainReading, largestFile, readFileAt, tooLarge } from './read-file.ts'
import { isHidden, partsOfPages } from './saved-page.ts'

export type { ImportFile, ImportItem }

/**
 * The files that items stand for: folders are walked in name order, hidden files and the parts of saved pages in them
 * left out, links followed to files but not into folders, so that no loop is walked. A zip gives the files in it, a mailbox its
 * mails. A path
 * that cannot be read, a folder too, is given as a file that fails with the reason. Ends early when `signal` aborts.
 */
export async function* listFiles(
  items: readonly ImportItem[],
  signal: AbortSignal,
): AsyncGenerator<ImportFile> {
  const kept = new KeptArchives()
  for await (const file of listItems(items, signal)) {
    if (signal.aborted) return
    if (isArchiveName(file.name)) yield* listArchive(file, { kept, signal })
    else if (isMailboxName(file.name)) yield* listMailbox(file, signal)
    else yield file
  }
}

async function* listItems(items: readonly ImportItem[], signal: AbortSignal): AsyncGenerator<ImportFile> {
  for (const item of items) {
    if (signal.aborted) return
    if (item.kind === 'bytes') yield handedOver(item)
    else if (await isFolder(item.path)) yield* walk(item.path, signal)
    else yield fileAt(item.path)
  }
}

function fileAt(at: string): ImportFile {
  return { ...named(at), at, size: () => sizeOf(at), read: () => readFileAt(at) }
}

function handedOver({ name, bytes, from }: Extract<ImportItem, { kind: 'bytes' }>): ImportFile {
  const { path, name: last } = named(name)
  const shown = from === undefined ? path : `${displayPath(from)} › ${path}`
  const file = { path: shown, name: last, size: async () => bytes.length, read: async () => bytes }
  if (bytes.length <= largestFile) return file
  return { ...file, failure: new CrossreadError('file_unreadable', tooLarge) }
}

function named(path: string): { path: string; name: string } {
  return { path: displayPath(path), name: displayPath(basename(path)) }
}

/** A file too large is never read, so it counts as nothing. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => (size > largestFile ? 0 : size),
    () => 0,
  )
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** Keeps what is still to be visited in a list of its own, so that neither depth nor width can exhaust the stack. */
async function* walk(folder: string, signal: AbortSignal): AsyncGenerator<ImportFile> {
  const waiting = [{ path: folder, isFolder: true }]
  for (let next = waiting.pop(); next !== undefined && !signal.aborted; next = waiting.pop()) {
    if (!next.isFolder) {
      yield fileAt(next.path)
      continue
    }
    const { path } = next
    try {
      const entries = await entriesBackwards(path)
      const isPartOfPage = partsOfPages(entries.map(({ name }) => name))
      for (const entry of entries) {
        if (entry.isDirectory() && isPartOfPage(entry.name)) continue
        const child = join(path, entry.name)
        const isFile = entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(child)))
        if (isFile || entry.isDirectory()) waiting.push({ path: child, isFolder: entry.isDirectory() })
      }
    } catch (error) {
      yield unreadableFolder(path, error)
    }
  }
}

/** What is visible in a folder, last name first: the walk takes from the end. */
async function entriesBackwards(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter(({ name }) => !isHidden(name)).sort((a, b) => (a.name < b.name ? 1 : -1))
}

function unreadableFolder(path: string, error: unknown): ImportFile {
  const failure = new CrossreadError('file_unreadable', explainReading(error, 'folder'))
  return { ...named(path), failure, size: async () => 0, read: () => Promise.reject(failure) }
}
