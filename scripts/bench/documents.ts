import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { newId } from '#shared/ids.ts'
import { makeCorpus } from './corpus.ts'
import { median, number, table, time } from './measure.ts'
import { inTemporaryFolder, openBenchEngine } from './notebook.ts'

interface Batch {
  name: string
  files: { name: string; bytes: Uint8Array }[]
  /** The parser alone, as anybody would call it, over one file. */
  bare(bytes: Uint8Array): unknown
}

const own = resolve(import.meta.dirname, '../../tests/fixtures/documents')
const others = process.env.CROSSREAD_FIXTURES ?? resolve(import.meta.dirname, '../../../shared/fixtures')
const rounds = 3

/** Documents and megabytes a second for each of the common kinds, beside the bare parser on the same files. */
export async function benchDocuments({ size }: { size: number }): Promise<void> {
  const rows = [['', 'files', 'MB', 'crossread files/s', 'MB/s', 'bare parser files/s', 'MB/s', 'ratio']]
  for (const batch of [await plainText(size), await webPages(), await pdfs(), await wordFiles()]) {
    rows.push(await measure(batch))
  }
  console.log(`\nImport by kind, median of ${rounds} rounds (files that both sides refuse count for both)`)
  console.log(table(rows))
}

async function measure({ name, files, bare }: Batch): Promise<string[]> {
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
  const ours: number[] = []
  const theirs: number[] = []
  await inTemporaryFolder(async (folder) => {
    const documents = join(folder, 'documents')
    await mkdir(documents)
    for (const file of files) await writeFile(join(documents, file.name), file.bytes)
    for (let round = 0; round < rounds; round++) {
      theirs.push(await time(() => readAll(files, bare)))
      const engine = openBenchEngine(folder, `documents-${round}`)
      const handle = engine.grant({ path: documents, purpose: 'import' })
      ours.push(await time(() => engine.call('import.run', { jobId: newId(), handles: [handle] })))
      await engine.close()
    }
  })
  const speeds = (ms: number) => [number((files.length / ms) * 1_000), number((megabytes / ms) * 1_000)]
  const ratio = number(median(theirs) / median(ours))
  return [
    name,
    String(files.length),
    number(megabytes),
    ...speeds(median(ours)),
    ...speeds(median(theirs)),
    ratio,
  ]
}

async function readAll(files: Batch['files'], bare: Batch['bare']): Promise<void> {
  for (const { bytes } of files) {
    try {
      await bare(bytes)
    } catch {
      // A file that the parser refuses took its time all the same.
    }
  }
}

async function plainText(size: number): Promise<Batch> {
  const { articles } = makeCorpus(size)
  const files = articles.map(({ title, paragraphs }, index) => ({
    name: `${index}.txt`,
    bytes: new TextEncoder().encode([title, ...paragraphs].join('\n')),
  }))
  const decoder = new TextDecoder()
  return { name: 'plain text (decode, split)', files, bare: (bytes) => decoder.decode(bytes).split('\n') }
}

async function webPages(): Promise<Batch> {
  const [{ Readability }, { parseHTML }] = await Promise.all([
    import('@mozilla/readability'),
    import('linkedom'),
  ])
  const bare = (bytes: Uint8Array) => {
    const { document } = parseHTML(new TextDecoder().decode(bytes))
    return new Readability(document as unknown as Document).parse()?.textContent
  }
  return {
    name: 'HTML (linkedom + Readability)',
    files: await filesOf(['web-pages'], ['.html', '.htm']),
    bare,
  }
}

async function pdfs(): Promise<Batch> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const bare = async (bytes: Uint8Array) => {
    const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
    for (let page = 1; page <= document.numPages; page++) {
      await (await document.getPage(page)).getTextContent()
    }
    await document.destroy()
  }
  return {
    name: 'PDF (PDF.js text)',
    files: await filesOf(['pdf-samples', 'tika-documents', 'pdfjs-pdfs'], ['.pdf']),
    bare,
  }
}

async function wordFiles(): Promise<Batch> {
  const { default: mammoth } = await import('mammoth')
  const bare = (bytes: Uint8Array) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  return {
    name: 'DOCX (mammoth)',
    files: await filesOf(['mammoth-docx', 'pandoc-fixtures', 'poi-docx'], ['.docx']),
    bare,
  }
}

/** More files of a kind than this say nothing more. */
const mostFiles = 200

/** Files of other people where they are at hand, otherwise the project's own. */
async function filesOf(folders: string[], endings: string[]): Promise<Batch['files']> {
  const found = folders.map((folder) => join(others, folder)).filter((folder) => existsSync(folder))
  const paths: string[] = []
  for (const folder of found.length > 0 ? found : [own]) {
    const names = await readdir(folder, { recursive: true })
    paths.push(
      ...names
        .filter((name) => endings.includes(extname(name).toLowerCase()))
        .map((name) => join(folder, name)),
    )
  }
  return Promise.all(
    paths.slice(0, mostFiles).map(async (path, index) => ({
      name: `${index}${extname(path)}`,
      bytes: new Uint8Array(await readFile(path)),
    })),
  )
}
