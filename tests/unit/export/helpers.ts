import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '#engine/engine.ts'
import { newId } from '#shared/ids.ts'
import type { ExportFormat, ExportReport } from '#shared/model.ts'
import type { TestNotebook } from '../../helpers/notebook.ts'

/** Exports as the window and the command line do: to a granted path, through the contract. */
export function exportTo(engine: Engine, format: ExportFormat, path: string): Promise<ExportReport> {
  const handle = engine.grant({ path, purpose: 'export' })
  return engine.call('export.run', { jobId: newId(), format, handle })
}

/** Imports texts under file names and gives their ids in the same order. */
export async function importTexts(
  notebook: TestNotebook,
  files: [name: string, text: string][],
): Promise<string[]> {
  const paths: string[] = []
  for (const [name, text] of files) paths.push(await notebook.file(name, text))
  const { lines } = await notebook.importPaths(paths)
  return lines.map((line) => line.sourceId ?? '')
}

/** Every file under a folder: its path with `/`, and its text. */
export async function readTree(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8'))
  }
  return files
}

/** An empty folder inside the notebook's own. */
export async function emptyFolder(notebook: TestNotebook, name: string): Promise<string> {
  const path = join(notebook.folder, name)
  await mkdir(path)
  return path
}
