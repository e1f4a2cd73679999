import { shellBridge } from '../../engine/channel.ts'
import { engine } from '../../engine/client.ts'

/** A file in a browser, with its path inside the folder it was given with. */
export interface OfferedFile {
  path: string
  file: File
}

/** Handles for what was dropped: by the shell, which may name folders, or by handing over each file's bytes. */
export async function handlesOfDrop(data: DataTransfer): Promise<string[]> {
  const shell = shellBridge()
  if (shell) return (await shell.grantDropped([...data.files])).map(({ handle }) => handle)
  // Folders are only seen as entries, which have to be asked for before anything is
  // awaited: the drop's data is gone afterwards.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return upload([...data.files].map((file) => ({ path: file.name, file })))
  return upload((await Promise.all(entries.map(filesUnder))).flat())
}

/** Hands files over to the engine and gives back their handles, in order. */
export async function upload(files: readonly OfferedFile[]): Promise<string[]> {
  const handles: string[] = []
  for (const { path, file } of files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { handle } = await engine.call('files.upload', { name: path, bytes })
    handles.push(handle)
  }
  return handles
}

async function filesUnder(entry: FileSystemEntry): Promise<OfferedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ path: entry.fullPath.replace(/^\//, ''), file }]
  }
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const children: FileSystemEntry[] = []
  // A reader gives a hundred entries at a time, and none when it is through.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) break
    children.push(...some)
  }
  return (await Promise.all(children.map(filesUnder))).flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
