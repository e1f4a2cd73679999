import { constants } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CrossreadError } from '#shared/errors.ts'

/** What an import is given: a path the person picked, or bytes that a browser handed over. */
export type ImportItem = { kind: 'path'; path: string } | { kind: 'bytes'; name: string; bytes: Uint8Array }

/** One file to import. `path` is what the report calls it. */
export interface ImportFile {
  path: string
  name: string
  read(): Promise<Uint8Array>
}

const largestFile = 1024 ** 3

/**
 * The files that items stand for: folders are walked in name order, hidden files in them left out, links followed to
 * files but not into folders, so that no loop is walked. A path that cannot be read stays in the list and fails when it is read.
 */
export async function listFiles(items: readonly ImportItem[]): Promise<ImportFile[]> {
  const files: ImportFile[] = []
  for (const item of items) {
    if (item.kind === 'bytes') {
      files.push({ path: item.name, name: basename(item.name), read: async () => item.bytes })
    } else if (await isFolder(item.path)) {
      for (const path of await walk(item.path)) files.push(fileAt(path))
    } else {
      files.push(fileAt(item.path))
    }
  }
  return files
}

function fileAt(path: string): ImportFile {
  return { path, name: basename(path), read: () => readWhole(path) }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const paths: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) paths.push(...(await walk(path)))
    else if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(path)))) paths.push(path)
  }
  return paths
}

/** Reads a plain file whole. Opened without waiting, so that a pipe someone dropped cannot hang the import. */
async function readWhole(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const found = await file.stat()
      if (!found.isFile()) throw new CrossreadError('file_unreadable', 'This is not a file.')
      if (found.size > largestFile)
        throw new CrossreadError('file_unreadable', 'The file is larger than 1 GB.')
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    throw error instanceof CrossreadError ? error : new CrossreadError('file_unreadable', explain(error))
  }
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return 'There is no such file (any more).'
  if (code === 'EACCES' || code === 'EPERM') return 'You have no permission to read this file.'
  if (code === 'ELOOP') return 'This link leads back to itself.'
  return `The file could not be read${code === '' ? '' : ` (${code})`}.`
}
