import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, openEngine } from '#engine/engine.ts'
import { newId } from '#shared/ids.ts'
import type { Article } from './corpus.ts'

/** A folder that is gone when `work` is over. */
export async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'crossread-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Writes every article to a text file of its own and gives the folder. */
export async function writeArticles(parent: string, articles: readonly Article[]): Promise<string> {
  const folder = join(parent, 'articles')
  await mkdir(folder)
  for (const [index, { title, paragraphs }] of articles.entries()) {
    await writeFile(join(folder, `${String(index).padStart(6, '0')}.txt`), [title, ...paragraphs].join('\n'))
  }
  return folder
}

export function openBenchEngine(folder: string, name: string): Engine {
  return openEngine({ notebookPath: join(folder, `${name}.crossread`), sampleFolder: folder, create: true })
}

/** Imports a folder as the window does. Fails when not every article arrived, since the time would mean nothing. */
export async function importFolder(engine: Engine, path: string, expected: number): Promise<void> {
  const handle = engine.grant({ path, purpose: 'import' })
  const { summary } = await engine.call('import.run', { jobId: newId(), handles: [handle] })
  if (summary.imported !== expected) throw new Error(`Imported ${summary.imported} of ${expected} articles.`)
}
