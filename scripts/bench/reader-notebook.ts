import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '#engine/engine.ts'
import { colours } from '#shared/model.ts'
import { makeCorpus } from './corpus.ts'
import { importFolder, openBenchEngine } from './notebook.ts'

/** One text to open: its size in characters, and how many annotations lie on it. */
export interface Case {
  title: string
  characters: number
  annotations: number
  paragraphs: string[]
}

/** What stands open while nothing is measured. */
export const restingTitle = 'A short text to rest on'
export const noteTitle = 'A note of 50 KB'
const noteCharacters = 50_000

/** Every size with every number of annotations, each a text of its own. */
export function makeCases(sizes: readonly number[], counts: readonly number[]): Case[] {
  return sizes.flatMap((characters) => {
    const paragraphs = paragraphsOf(characters)
    return counts.map((annotations) => {
      const title = `${sizeName(characters)} with ${annotations} annotations`
      return { title, characters, annotations, paragraphs }
    })
  })
}

/** `10 KB`, `5 MB`. */
export function sizeName(characters: number): string {
  return characters >= 1_000_000 ? `${characters / 1_000_000} MB` : `${characters / 1_000} KB`
}

export function paragraphsOf(characters: number): string[] {
  // An article has about 5,500 characters.
  const all = makeCorpus(Math.ceil(characters / 5_000) + 1).articles.flatMap(({ paragraphs }) => paragraphs)
  const taken: string[] = []
  for (let left = characters; left > 0; left -= taken.at(-1)?.length ?? left)
    taken.push(all[taken.length] ?? '')
  return taken
}

/** Makes a notebook of the cases, a note and a short text in `folder`, through the engine as the window would. Gives its path. */
export async function makeNotebook(folder: string, cases: readonly Case[]): Promise<string> {
  const texts = join(folder, 'texts')
  await mkdir(texts)
  const resting = { title: restingTitle, paragraphs: paragraphsOf(2_000) }
  for (const { title, paragraphs } of [...cases, resting])
    await writeFile(join(texts, `${title}.txt`), [title, ...paragraphs].join('\n\n'))
  const engine = openBenchEngine(folder, 'reader')
  try {
    await importFolder(engine, texts, cases.length + 1)
    for (const item of cases) await annotate(engine, item)
    await engine.call('notes.create', {
      title: noteTitle,
      markdown: paragraphsOf(noteCharacters).join('\n\n'),
    })
  } finally {
    await engine.close()
  }
  return join(folder, 'reader.crossread')
}

/** Spreads the annotations evenly; where they are many, each begins before the one before it ends. */
async function annotate(engine: Engine, { title, annotations }: Case): Promise<void> {
  const sources = await engine.call('sources.list', {})
  const source = sources.find((candidate) => candidate.title === title)
  if (!source) throw new Error(`The import made no source with the title ${title}.`)
  const { text } = await engine.call('sources.get', { id: source.id })
  const apart = (text.length - 100) / Math.max(annotations, 1)
  const length = Math.ceil(Math.min(80, Math.max(4, apart * 1.2)))
  for (let index = 0; index < annotations; index++) {
    const start = Math.floor(index * apart)
    const colour = colours[index % colours.length] ?? 'yellow'
    await engine.call('annotations.create', { sourceId: source.id, start, end: start + length, colour })
  }
}
