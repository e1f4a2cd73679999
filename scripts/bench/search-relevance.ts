import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { openEngine } from '#engine/engine.ts'
import { normalise } from '#engine/import/canonical.ts'
import { indexTerms, tokenize, tokenizerVersion } from '#engine/search/tokenizer.ts'
import { insertOriginal, insertSource, insertText } from '#engine/store/sources.ts'
import { openStore, type Store } from '#engine/store/store.ts'
import { newId } from '#shared/ids.ts'
import { number, table } from './measure.ts'
import { inTemporaryFolder } from './notebook.ts'

export interface JudgedDocument {
  id: string
  title: string
  text: string
}

/** Documents, questions, and which documents answer which question. */
export interface JudgedCollection {
  name: string
  documents: JudgedDocument[]
  queries: { text: string /** Gains by document. */; relevant: Map<string, number> }[]
}

/** How well the best ten of each question are chosen, as the mean of nDCG@10; by our engine and by bare FTS5. */
export interface Relevance {
  ours: number
  /** Of words as they stand, without forms; null where it was not asked for. */
  exact: number | null
  bare: number
  porter: number
  queries: number
}

const best = 10

/** The judged collections that are here; they are no part of the project. */
export function judgedCollections(): JudgedCollection[] {
  const fixtures =
    process.env.CROSSREAD_FIXTURES ?? fileURLToPath(new URL('../../../shared/fixtures', import.meta.url))
  return [readCranfield(join(fixtures, 'cranfield')), readScifact(join(fixtures, 'scifact'))].filter(
    (collection) => collection !== null,
  )
}

/** Abstracts of aerodynamics. Judgements number the questions by their order in the file, not by what they are called there. */
function readCranfield(folder: string): JudgedCollection | null {
  if (!existsSync(join(folder, 'cran.all.1400.xml'))) return null
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const field = (xml: string, name: string) =>
    (xml.match(new RegExp(`<${name}>([^<]*)</${name}>`))?.[1] ?? '').replace(/\s+/g, ' ').trim()
  const documents = read('cran.all.1400.xml')
    .split('<doc>')
    .slice(1)
    .map((xml) => {
      const [title, text] = [field(xml, 'title'), field(xml, 'text')]
      return {
        id: field(xml, 'docno'),
        title,
        text: text.startsWith(title) ? text.slice(title.length).trim() : text,
      }
    })
  const queries = read('cran.qry.xml')
    .split('<top>')
    .slice(1)
    .map((xml) => ({ text: field(xml, 'title'), relevant: new Map<string, number>() }))
  for (const line of read('cranqrel.trec.txt').trim().split('\n')) {
    const [query, , id = '', gain] = line.split(/\s+/)
    if (Number(gain) > 0) queries[Number(query) - 1]?.relevant.set(id, Number(gain))
  }
  return { name: 'Cranfield', documents, queries }
}

/** Abstracts of medicine, with claims as questions. */
function readScifact(folder: string): JudgedCollection | null {
  if (!existsSync(join(folder, 'corpus.jsonl'))) return null
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split('\n')
  const documents = read('corpus.jsonl').map((line) => {
    const { _id: id, title, text } = JSON.parse(line) as { _id: string; title: string; text: string }
    return { id, title, text }
  })
  const queries = new Map(
    read('queries.jsonl').map((line) => {
      const { _id, text } = JSON.parse(line) as { _id: string; text: string }
      return [_id, { text, relevant: new Map<string, number>() }]
    }),
  )
  for (const line of read('qrels.tsv').slice(1)) {
    const [query = '', id = '', gain] = line.split('\t')
    queries.get(query)?.relevant.set(id, Number(gain))
  }
  return {
    name: 'SciFact (training)',
    documents,
    queries: [...queries.values()].filter(({ relevant }) => relevant.size > 0),
  }
}

/**
 * Asks each question of a notebook that holds the documents, and of a bare FTS5 table with a row a document, as any of
 * its words: a question is no query of ours, whose words must all be found.
 */
export async function measureRelevance(collection: JudgedCollection, withExact = false): Promise<Relevance> {
  return inTemporaryFolder(async (folder) => {
    const notebook = join(folder, 'judged.crossread')
    const ids = storeDocuments(notebook, collection)
    const engine = openEngine({ notebookPath: notebook, sampleFolder: folder })
    await engine.settled()
    const ask = async (text: string, exact: boolean) => {
      const { hits } = await engine.call('search.query', {
        query: anyOf(text, (word) => word),
        exact,
        limit: 100,
      })
      return [...new Set(hits.map(({ sourceId }) => ids.get(sourceId) ?? ''))]
    }
    const ours = await meanOf(collection, (text) => ask(text, false))
    const exact = withExact ? await meanOf(collection, (text) => ask(text, true)) : null
    await engine.close()
    const queries = collection.queries.length
    return {
      ours,
      exact,
      bare: await bare(collection, 'unicode61'),
      porter: await bare(collection, 'porter unicode61'),
      queries,
    }
  })
}

/** Words of a question, once each, any of which may be found. */
function anyOf(text: string, write: (word: string) => string): string {
  const terms = [...new Set(tokenize(text).map(({ term }) => term))]
  return terms.map(write).join(' OR ')
}

/** Stores each document as its title and a paragraph, as import would; gives their sources' ids and their own. */
function storeDocuments(path: string, { documents }: JudgedCollection): Map<string, string> {
  const ids = new Map<string, string>()
  const store = openStore({ path, create: true, indexTerms, indexSignature: tokenizerVersion })
  store.journal.record('import.run', () => {
    for (const { id, title, text } of documents) {
      const sourceId = newId()
      ids.set(sourceId, id)
      storeDocument(store, sourceId, { id, title: normalise(title), text: normalise(text) })
    }
  })
  store.close()
  return ids
}

function storeDocument({ db }: Store, sourceId: string, { id, title, text }: JudgedDocument): void {
  const shared = { page: null, links: [] }
  const blocks = [
    { kind: 'heading' as const, level: 1, start: 0, text: title, ...shared },
    { kind: 'paragraph' as const, level: 0, start: title.length + 1, text, ...shared },
  ]
  insertOriginal(db, { hash: id, size: 0, compression: 'none', bytes: new Uint8Array() })
  insertSource(db, {
    id: sourceId,
    title,
    textId: insertText(db, id, tokenize(text).length, blocks),
    originalHash: id,
    originId: null,
    fileName: `${id}.txt`,
    mediaType: 'text/plain',
    metadata: { language: 'en' },
    details: {},
    at: new Date(0).toISOString(),
  })
}

async function bare(collection: JudgedCollection, tokenizer: string): Promise<number> {
  const db = new Database(':memory:')
  db.exec(`CREATE VIRTUAL TABLE t USING fts5 (id UNINDEXED, text, tokenize = '${tokenizer}')`)
  const insert = db.prepare('INSERT INTO t (id, text) VALUES (?, ?)')
  for (const { id, title, text } of collection.documents) insert.run(id, `${title}\n${text}`)
  const find = db.prepare(`SELECT id FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT ${best}`).pluck()
  const mean = await meanOf(collection, (text) => find.all(anyOf(text, (word) => `"${word}"`)) as string[])
  db.close()
  return mean
}

async function meanOf(
  { queries }: JudgedCollection,
  ask: (text: string) => string[] | Promise<string[]>,
): Promise<number> {
  let sum = 0
  for (const { text, relevant } of queries) sum += ndcg(await ask(text), relevant)
  return sum / queries.length
}

/** Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen, 2002), gains as they are judged. */
export function ndcg(found: readonly string[], relevant: ReadonlyMap<string, number>): number {
  const gain = (gains: readonly number[]) =>
    gains.slice(0, best).reduce((sum, value, index) => sum + value / Math.log2(index + 2), 0)
  const ideal = gain([...relevant.values()].sort((a, b) => b - a))
  return ideal === 0 ? 0 : gain(found.map((id) => relevant.get(id) ?? 0)) / ideal
}

/** Prints nDCG@10 over the judged collections that are here. */
export async function benchRelevance(): Promise<void> {
  const rows: string[][] = []
  for (const collection of judgedCollections()) {
    const { ours, exact, bare, porter, queries } = await measureRelevance(collection, true)
    rows.push([
      collection.name,
      number(queries),
      ...[ours, exact, bare, porter].map((each) => each?.toFixed(4) ?? ''),
    ])
  }
  if (rows.length === 0)
    return console.log('Relevance: no judged collections here (CROSSREAD_FIXTURES names their folder).')
  console.log('\nRelevance, nDCG@10 of questions asked as any of their words')
  console.log(table([['', 'questions', 'ours', 'ours, exact', 'bare FTS5', 'with porter'], ...rows]))
}
