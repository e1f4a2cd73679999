import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, openEngine } from '#engine/engine.ts'
import { newId } from '#shared/ids.ts'
import type { ImportReport } from '#shared/model.ts'

export interface TestNotebook {
  folder: string
  notebookPath: string
  engine: Engine
  call: Engine['call']
  /** Imports files and folders as the window does: by handle, through the contract. */
  importPaths(paths: string[]): Promise<ImportReport>
  /** Writes a file into the notebook's folder and gives its path. */
  file(name: string, content: string | Uint8Array): Promise<string>
  /** Closes the engine and opens the same file again, as a restart of the application does. */
  reopen(): Promise<void>
  /** Closes the engine and removes the folder. */
  close(): Promise<void>
}

/** A new notebook in a folder of its own, served by a real engine on real SQLite. Close it when the test is over. */
export async function testNotebook(): Promise<TestNotebook> {
  const folder = await mkdtemp(join(tmpdir(), 'crossread-test-'))
  const notebookPath = join(folder, 'test.crossread')
  const open = () => openEngine({ notebookPath, sampleFolder: folder, create: true })
  let engine = open()
  return {
    folder,
    notebookPath,
    get engine() {
      return engine
    },
    call: (name, input) => engine.call(name, input),
    importPaths(paths) {
      const handles = paths.map((path) => engine.grant({ path, purpose: 'import' }))
      return engine.call('import.run', { jobId: newId(), handles })
    },
    async file(name, content) {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    },
    async reopen() {
      await engine.close()
      engine = open()
    },
    async close() {
      await engine.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
