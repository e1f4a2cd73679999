import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEngine } from '#engine/engine.ts'
import { indexTerms, tokenizerVersion } from '#engine/search/tokenizer.ts'
import type { Db } from '#engine/store/database.ts'
import { sourceConditions } from '#engine/store/source-filter.ts'
import { openStore, type Store } from '#engine/store/store.ts'
import { indexState } from '#engine/store/text-index.ts'
import { matchBlocks, readBlocks, textsOf, titlesMatching } from '#engine/store/text-search.ts'
import { findTerm, termsLike, termsWithPrefix, termsWithStems } from '#engine/store/vocabulary.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'
import { plansOf } from '../../helpers/plans.ts'

let notebook: TestNotebook
let store: Store

beforeAll(async () => {
  notebook = await testNotebook()
  await notebook.importPaths([
    await notebook.file('one.txt', 'Harbour levy\n\nThe harbour master defends the levy.'),
  ])
  await notebook.engine.close()
  store = openStore({ path: notebook.notebookPath, indexTerms, indexSignature: tokenizerVersion })
})
afterAll(async () => {
  store.close()
  await notebook.close()
})

const sources = (condition: ReturnType<typeof sourceConditions.all>) => (db: Db) =>
  matchBlocks(db, { match: '"levy"', sources: condition }, 20)

test.each<[string, (db: Db) => unknown]>([
  ['words', (db) => matchBlocks(db, { match: '"levy"', sources: null }, 20)],
  ['a date', sources(sourceConditions.issuedBetween(20_250_000, 20_259_999))],
  ['a publisher', sources(sourceConditions.publishedIn('The Courier'))],
  ['a tag', sources(sourceConditions.tagged('navy'))],
  ['a title', sources(sourceConditions.named('title', '"harbour"'))],
  ['what is shown', (db) => readBlocks(db, [1, 2])],
  ['the sources of blocks', (db) => textsOf(db, [1, 2])],
  ['titles', (db) => titlesMatching(db, '"levy"', [1])],
  ['a word of the vocabulary', (db) => findTerm(db, 'levy')],
  ['beginnings', (db) => termsWithPrefix(db, 'le', 12)],
  ['stems', (db) => termsWithStems(db, [{ stem: 'levi', language: 'en' }], 24)],
  ['likely words', (db) => termsLike(db, 'levyy', 100)],
])('looking for %s reads no table from its beginning to its end', (_, work) => {
  const lines = plansOf(store.db, work)
  expect(lines.length).toBeGreaterThan(0)
  // Tags are few. Lists of parameters and what a subquery gave are scanned, and the full-text index with an expression behind the colon.
  const isFine = (line: string) =>
    /^SCAN (wanted|json_each|tag$|\(subquery)|VIRTUAL TABLE INDEX \d+:./.test(line)
  expect(lines.filter((line) => line.startsWith('SCAN') && !isFine(line))).toEqual([])
})

test('whether the vocabulary is behind is asked without reading the sources', () => {
  expect(
    plansOf(store.db, indexState).filter((line) => /^SCAN source(?! USING COVERING INDEX)/.test(line)),
  ).toEqual([])
})

test('a notebook may be read beside its writer with a vocabulary that is behind', async () => {
  store.close()
  const readers = openEngine({ notebookPath: notebook.notebookPath, sampleFolder: '', readOnly: true })
  const { hits } = await readers.call('search.query', { query: 'levy' })
  expect(hits.length).toBe(2)
  await readers.settled()
  await readers.close()
  store = openStore({ path: notebook.notebookPath, indexTerms, indexSignature: tokenizerVersion })
})
