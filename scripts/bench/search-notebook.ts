import { existsSync, renameSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { indexTerms, tokenizerVersion } from '#engine/search/tokenizer.ts'
import { insertOriginal, insertSource, insertText } from '#engine/store/sources.ts'
import { openStore, type Store, setBulkWriting } from '#engine/store/store.ts'
import { addTagging, insertTag } from '#engine/store/tags.ts'
import { newId } from '#shared/ids.ts'
import { type Article, streamCorpus } from './corpus.ts'
import { fillPeer, openPeer } from './peer.ts'

/** What a search benchmark stands on: the files, the notebook that they were imported into, and the bare index. */
export interface SearchGround {
  articles: string
  notebook: string
  peer: string
}

const filesAFolder = 1_000
const articlesABatch = 500
/** A source in so many has the tag that is filtered by. */
const taggedOneIn = 50
export const benchTag = 'reviewed'

/** Makes in `folder` what is not there yet, so that a big notebook is made once and searched often. */
export async function prepareSearch(folder: string, size: number): Promise<SearchGround> {
  const ground = {
    articles: join(folder, 'articles'),
    notebook: join(folder, 'search.crossread'),
    peer: join(folder, 'peer.db'),
  }
  await mkdir(folder, { recursive: true })
  if (!existsSync(ground.articles)) await writeFiles(ground.articles, streamCorpus(size).articles)
  if (!existsSync(ground.peer)) makePeer(ground.peer, size)
  if (!existsSync(ground.notebook)) makeNotebook(ground.notebook, size)
  return ground
}

/** Under another name until it is whole. */
function makePeer(path: string, size: number): void {
  const peer = openPeer(`${path}.making`)
  fillPeer(peer, streamCorpus(size).articles)
  peer.close()
  renameSync(`${path}.making`, path)
}

/**
 * Writes sources straight into the store, as an import does at its end: reading and comparing files is measured
 * elsewhere. The vocabulary is not made.
 */
function makeNotebook(path: string, size: number): void {
  const making = `${path}.making`
  const store = openStore({ path: making, create: true, indexTerms, indexSignature: tokenizerVersion })
  setBulkWriting(store, true)
  const step = store.journal.begin('import.run')
  store.journal.extend(step, () => insertTag(store.db, tagId, benchTag))
  let index = 0
  for (const batch of inBatches(streamCorpus(size).articles)) {
    store.journal.extend(step, () => {
      for (const article of batch) storeArticle(store, article, index++)
    })
  }
  store.journal.end(step)
  setBulkWriting(store, false)
  store.close()
  renameSync(making, path)
}

function* inBatches(articles: Iterable<Article>): Generator<Article[]> {
  let batch: Article[] = []
  for (const article of articles) {
    batch.push(article)
    if (batch.length < articlesABatch) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const tagId = newId()

function storeArticle({ db }: Store, { title, paragraphs, publisher, issued }: Article, index: number): void {
  const id = newId()
  const at = new Date().toISOString()
  const hash = `article ${index}`
  let start = 0
  const blocks = [title, ...paragraphs].map((text, ordinal) => {
    const block = { kind: ordinal === 0 ? 'heading' : 'paragraph', level: ordinal === 0 ? 1 : 0 } as const
    const row = { ...block, start, text, page: null, links: [] }
    start += text.length + 1
    return row
  })
  insertOriginal(db, { hash, size: 0, compression: 'none', bytes: new Uint8Array() })
  insertSource(db, {
    id,
    title,
    textId: insertText(db, hash, Math.round(start / 6), blocks),
    originalHash: hash,
    originId: null,
    fileName: `${index}.md`,
    mediaType: 'text/markdown',
    metadata: { publisher, issued: { 'date-parts': [issued.split('-').map(Number)] }, language: 'en' },
    details: { kind: 'markdown' },
    at,
  })
  if (index % taggedOneIn === 0) addTagging(db, tagId, { kind: 'source', id })
}

/** Markdown files, whose heads name publisher and date. */
async function writeFiles(folder: string, articles: Iterable<Article>): Promise<void> {
  let index = 0
  for (const article of articles) {
    const part = join(folder, String(Math.floor(index / filesAFolder)).padStart(4, '0'))
    if (index % filesAFolder === 0) await mkdir(part, { recursive: true })
    await writeFile(join(part, `${String(index).padStart(6, '0')}.md`), asMarkdown(article))
    index++
  }
}

function asMarkdown({ title, paragraphs, publisher, issued }: Article): string {
  const head = `---\ntitle: ${title}\npublisher: ${publisher}\ndate: ${issued}\n---\n`
  return `${head}\n${[`# ${title}`, ...paragraphs].join('\n\n')}\n`
}
