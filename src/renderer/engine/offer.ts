import i18next from 'i18next'
import type { ImportLine } from '#shared/model.ts'
import type { GrantedFile } from '#shared/shell.ts'
import { shellBridge } from './channel.ts'
import { engine } from './client.ts'

/** A file in a browser, with its path inside the folder it was given with. */
export interface OfferedFile {
  path: string
  file: File
}

/** What the engine can import, by handle, and what could not even be read to hand it over. */
export interface Offer {
  handles: string[]
  unreadable: ImportLine[]
}

/** Offers what was dropped: by the shell, which may name folders, or by handing over each file's bytes. */
export async function offerDrop(data: DataTransfer): Promise<Offer> {
  const shell = shellBridge()
  if (shell) return offerGranted(await shell.grantDropped([...data.files]))
  // Folders are only seen as entries, which have to be asked for before anything is awaited: the drop's data is gone
  // afterwards. What has no entry is at least a file.
  const files = [...data.files]
  const items = [...data.items].filter(({ kind }) => kind === 'file')
  const entries = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length < files.length) return upload(files.map((file) => ({ path: file.name, file })))
  return merge(await Promise.all(entries.map(offerEntry)))
}

/** The handles the shell gave, as an offer. */
export function offerGranted(files: readonly GrantedFile[]): Offer {
  return { handles: files.map(({ handle }) => handle), unreadable: [] }
}

/** Hands files over to the engine, in order. One that cannot be read does not stop the others. */
export async function upload(files: readonly OfferedFile[]): Promise<Offer> {
  const offer: Offer = { handles: [], unreadable: [] }
  for (const { path, file } of files) {
    const bytes = await file.arrayBuffer().catch(() => null)
    if (bytes === null) {
      offer.unreadable.push(unreadableLine(path))
    } else {
      const { handle } = await engine.call('files.upload', { name: path, bytes: new Uint8Array(bytes) })
      offer.handles.push(handle)
    }
  }
  return offer
}

async function offerEntry(entry: FileSystemEntry): Promise<Offer> {
  const path = entry.fullPath.replace(/^\//, '')
  try {
    if (isFile(entry)) {
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
      return await upload([{ path, file }])
    }
    if (isFolder(entry)) return merge(await Promise.all((await childrenOf(entry)).map(offerEntry)))
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown
  }
  return { handles: [], unreadable: [unreadableLine(path)] }
}

async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  // A reader gives a hundred entries at a time, and none when it is through.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return children
    children.push(...some)
  }
}

function merge(offers: readonly Offer[]): Offer {
  return {
    handles: offers.flatMap(({ handles }) => handles),
    unreadable: offers.flatMap(({ unreadable }) => unreadable),
  }
}

function unreadableLine(path: string): ImportLine {
  return { path, outcome: 'failed', reason: i18next.t('import:unreadable') }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
