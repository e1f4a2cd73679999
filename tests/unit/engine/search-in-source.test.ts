import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SearchResult } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

const text = `Harbour levy splits the islands

The council withdrew its promise. The harbour master defends the levy of 4,500 crowns.

Nobody asked the fishermen of Kyiv Street, who will withdraw their boats from the harbours.

The withdrawal of the ice surprised the harbour pilots. U.S. forecasters warned the harbourmaster.`

let notebook: TestNotebook
let sourceId: string

beforeAll(async () => {
  notebook = await testNotebook()
  const { lines } = await notebook.importPaths([await notebook.file('levy.txt', text)])
  sourceId = lines[0]?.sourceId ?? ''
})
afterAll(() => notebook.close())

const find = async (query: string, asYouType = false) => {
  const { hits } = await notebook.call('search.inSource', { sourceId, query, asYouType })
  return hits
}
const words = async (query: string, asYouType = false) => {
  const source = await notebook.call('sources.get', { id: sourceId })
  return (await find(query, asYouType)).map(([start, end]) => source.text.slice(start, end))
}

test('a word, a phrase or a pattern is found just where search marks it', async () => {
  const queries = [
    'harbour',
    'withdraw',
    '"withdraw"',
    '"harbour master"',
    'harb*',
    'council OR Kyiv',
    'council NEAR/3 promise',
    'council NEAR/2 promise',
    'promise NEAR/1 council',
    '/h[a-z]+r/i',
    '4500',
    'us',
    'nowhere',
  ]
  for (const query of queries) {
    const { hits }: SearchResult = await notebook.call('search.query', { query })
    const marked = hits.flatMap((hit) => hit.hits.map(([from, to]) => [hit.start + from, hit.start + to]))
    expect(await find(query), query).toEqual(marked.sort(([a = 0], [b = 0]) => a - b))
  }
})

test('every word of a query is marked wherever it stands, what it leaves out not at all', async () => {
  const all = ['Harbour', 'levy', 'harbour', 'levy', 'harbours', 'harbour']
  // The vocabulary follows an import a moment later, and with it come the forms of words.
  await expect.poll(() => words('harbour levy'), { timeout: 10_000 }).toEqual(all)
  expect(await words('harbour levy -council')).toEqual(all)
  expect(await words('levy /\\d,\\d+/')).toEqual(['levy', 'levy', '4,500'])
  expect(await words('council NEAR/2 its ice')).toEqual(['council', 'its', 'ice'])
  expect(await words('council NEAR/1 promise ice')).toEqual(['ice'])
})

test('a word that is still being typed is a beginning, and a misspelt one is understood', async () => {
  expect(await words('harb')).toEqual([])
  expect(await words('harb', true)).toEqual(['Harbour', 'harbour', 'harbours', 'harbour', 'harbourmaster'])
  expect(await words('withdrew', true)).toEqual(['withdrew'])
  // The vocabulary follows an import a moment later.
  const slow = { timeout: 10_000 }
  await expect.poll(() => words('withdrew'), slow).toEqual(['withdrew', 'withdraw', 'withdrawal'])
  await expect.poll(() => words('fishremen', true), slow).toEqual(['fishermen'])
  expect(await words('council fishremen', true)).toEqual(['council', 'fishermen'])
  expect(await words('council fish', true)).toEqual(['council', 'fishermen'])
})

test('fields say nothing about words, and a passage that is left out is found all the same', async () => {
  expect(await words('council lang:en')).toEqual(['council'])
  expect(await words('lang:en')).toEqual([])
  const source = await notebook.call('sources.get', { id: sourceId })
  const from = source.text.indexOf('Nobody')
  await notebook.call('flags.exclude', { sourceId, start: from, end: from + 40 })
  expect((await notebook.call('search.query', { query: 'Nobody' })).hits).toEqual([])
  expect(await words('Nobody')).toEqual(['Nobody'])
})

test('says where a query is wrong, and that a source is not there', async () => {
  await expect(find('harbour "levy')).rejects.toMatchObject({
    code: 'invalid_input',
    details: { position: 8 },
  })
  await expect(
    notebook.call('search.inSource', { sourceId: '00000000-0000-7000-8000-000000000000', query: 'a' }),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test('a search is kept under its name, takes a new query under the same, and can be taken back', async () => {
  const { call } = notebook
  const saved = await call('searches.save', { name: 'Levies', query: 'levy' })
  await call('searches.save', { name: 'levies', query: 'levy tag:money' })
  expect(await call('searches.list', {})).toEqual([{ id: saved.id, name: 'levies', query: 'levy tag:money' }])
  await call('searches.rename', { id: saved.id, name: 'Money' })
  await call('searches.delete', { id: saved.id })
  expect(await call('searches.list', {})).toEqual([])
  await call('history.undo', {})
  expect(await call('searches.list', {})).toEqual([{ id: saved.id, name: 'Money', query: 'levy tag:money' }])
  await expect(call('searches.save', { name: 'Wrong', query: '"levy' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
})
