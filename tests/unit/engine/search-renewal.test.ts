import { afterAll, beforeAll, expect, test } from 'vitest'
import { indexTerms, tokenizerVersion } from '#engine/search/tokenizer.ts'
import { isScattered } from '#engine/store/index-merge.ts'
import { openStore, type Store } from '#engine/store/store.ts'
import { setBulkIndexing } from '#engine/store/text-index.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
const sources = 12

beforeAll(async () => {
  notebook = await testNotebook()
  for (let at = 0; at < sources; at++) {
    await notebook.importPaths([
      await notebook.file(`${at}.txt`, `Report ${at}\n\nThe harbour master of quay ${at} withdrew the levy.`),
    ])
  }
})
afterAll(() => notebook.close())

const found = async (query: string) => (await notebook.call('search.query', { query })).total

/** Makes the notebook look as if another version of the tokenizer had indexed it, and gives the store to `work`. */
async function withOldIndex(work: (store: Store) => void): Promise<void> {
  await notebook.engine.close()
  const store = openStore({ path: notebook.notebookPath, indexTerms, indexSignature: tokenizerVersion })
  store.db.prepare("UPDATE setting SET value = '\"0\"' WHERE key = 'index.signature'").run()
  try {
    work(store)
  } finally {
    store.close()
  }
  await notebook.reopen()
}

test('an index of an older version answers while it is made anew, and takes imports, undo and redo', async () => {
  await withOldIndex((store) => expect(store.index?.isOutdated(tokenizerVersion)).toBe(true))
  expect(await found('harbour')).toBe(sources)
  await notebook.importPaths([await notebook.file('late.txt', 'Late\n\nAnother harbour far away.')])
  expect(await found('harbour')).toBe(sources + 1)
  await notebook.call('history.undo', {})
  expect(await found('harbour')).toBe(sources)
  await notebook.call('history.redo', {})
  await notebook.engine.settled()
  expect(await found('harbour')).toBe(sources + 1)
  expect(await found('withdraw')).toBe(sources)
  await notebook.call('history.undo', {})
  await notebook.engine.settled()
  expect(await found('harbour')).toBe(sources)
  expect(await found('harbuor')).toBe(sources)
})

test('a renewal that was broken off goes on where it stopped', async () => {
  await withOldIndex((store) => {
    // No time at all: one text, and then the process is gone.
    const { done, total } = store.index?.renewSome(tokenizerVersion, 0) ?? { done: 0, total: 0 }
    expect(total).toBe(sources)
    expect(done).toBe(1)
    expect(store.index?.renewSome(tokenizerVersion, 0).done).toBe(2)
  })
  await notebook.engine.settled()
  expect(await found('harbour')).toBe(sources)
  expect(await found('"report 3"')).toBe(1)
})

test.each([
  ['漢字かな交じり文の港', '港'],
  ['한국의 항구는 크다', '항구'],
  ['ท่าเรือเก่าของเมือง', 'เมือง'],
  ['الميناء القديم في المدينة', 'المدينة'],
  ['Старая гавань закрыта льдом', 'гавань'],
  ['ＦＵＬＬ ｗｉｄｔｈ', 'full'],
  ['the NEAR and OR of logic', '"near" "or"'],
])('%s is found by %s', async (text, query) => {
  const { lines } = await notebook.importPaths([
    await notebook.file(`script-${query.length}-${text.length}.txt`, `Script\n\n${text}`),
  ])
  const { hits } = await notebook.call('search.query', { query })
  expect(hits.map(({ sourceId }) => sourceId)).toContain(lines[0]?.sourceId)
})

test('a query may have a hundred words that all have other forms', async () => {
  const query = Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? 'withdraw' : 'harbuor')).join(' OR ')
  expect(await found(query)).toBe(sources)
})

test('an index in many pieces is put together in the background, and finds what it found', async () => {
  await notebook.engine.settled()
  const before = await found('harbour')
  await withOldIndex((store) => {
    // A transaction a text, and no piece joined with another: what many imports leave.
    setBulkIndexing(store.db, true)
    for (let more = true; more; ) {
      const { done, total } = store.index?.renewSome(tokenizerVersion, 0) ?? { done: 0, total: 0 }
      more = done < total
    }
    setBulkIndexing(store.db, false)
    expect(isScattered(store.db)).toBe(true)
  })
  expect(await found('harbour')).toBe(before)
  await notebook.engine.settled()
  expect(await found('harbour')).toBe(before)
  expect(await notebook.call('notebook.check', {})).toEqual({ ok: true, problems: [] })
  await notebook.engine.close()
  const store = openStore({ path: notebook.notebookPath, indexTerms, indexSignature: tokenizerVersion })
  expect(isScattered(store.db)).toBe(false)
  store.close()
  await notebook.reopen()
})
