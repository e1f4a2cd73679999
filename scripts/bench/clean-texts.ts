import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PreparedSource, prepareDocuments } from '#engine/import/prepare.ts'

/** Real text of other people's that has nothing to flag, and what import makes of it. */
export interface CleanText {
  document: PreparedSource
  /** Words that somebody judged to belong to the article, where that was done. */
  belongs: string[]
}

/** Where the test documents of other people are; see CONTRIBUTING.md. Null where there are none. */
export function fixturesFolder(): string | null {
  const folder = process.env.CROSSREAD_FIXTURES ?? '../shared/fixtures'
  return existsSync(folder) ? folder : null
}

/** Collections of clean text that are here, each read when it is asked for. */
export const cleanTexts: Record<string, (folder: string) => AsyncGenerator<CleanText>> = {
  'scifact abstracts': readScifact,
  'cranfield abstracts': readCranfield,
  'web articles': readWebPages,
  'PDF texts': readPdfTexts,
}

async function* readScifact(folder: string): AsyncGenerator<CleanText> {
  const path = join(folder, 'scifact/corpus.jsonl')
  if (!existsSync(path)) return
  for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
    const { _id, title, text } = JSON.parse(line) as { _id: string; title: string; text: string }
    yield* read(`${_id}.txt`, `${title}\n\n${text}`)
  }
}

async function* readCranfield(folder: string): AsyncGenerator<CleanText> {
  const path = join(folder, 'cranfield/cran.all.1400.xml')
  if (!existsSync(path)) return
  const abstracts = readFileSync(path, 'utf8').matchAll(
    /<docno>(\d+)<\/docno>(?:(?!<\/doc>)[\s\S])*?<text>([^<]+)<\/text>/g,
  )
  for (const [, number = '', text = ''] of abstracts) yield* read(`${number}.txt`, text)
}

async function* readWebPages(folder: string): AsyncGenerator<CleanText> {
  const path = join(folder, 'web-pages/judged.json')
  if (!existsSync(path)) return
  const judged = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { file: string; with: string[] }>
  for (const { file, with: belongs } of Object.values(judged)) {
    const page = join(folder, 'web-pages', file)
    if (existsSync(page)) yield* read(file, readFileSync(page), belongs)
  }
}

/** What another program reads out of PDFs: text with the scars of pages. */
async function* readPdfTexts(folder: string): AsyncGenerator<CleanText> {
  for (const name of ['pdfjs-pdfs', 'pdf-samples', 'tika-documents/pdf']) {
    const path = join(folder, name)
    if (!existsSync(path)) continue
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((each) => each.endsWith('.poppler.txt')).sort())
      yield* read(file, readFileSync(join(path, file)))
  }
}

/** A file that cannot be read has nothing to flag. */
async function* read(
  name: string,
  content: string | Uint8Array,
  belongs: string[] = [],
): AsyncGenerator<CleanText> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  try {
    for (const document of await prepareDocuments(name, bytes)) yield { document, belongs }
  } catch {
    // Pages without an article, and PDFs without text, are other people's tests of something else.
  }
}
