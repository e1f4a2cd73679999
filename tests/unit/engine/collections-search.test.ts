import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
let ids: string[]
let europe: string
beforeAll(async () => {
  notebook = await testNotebook()
  const { call } = notebook
  const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt']
  const paths = await Promise.all(
    names.map((name) =>
      notebook.file(name, `About ${name}\n\nThe ferry was late again. A second ferry came.`),
    ),
  )
  ids = (await notebook.importPaths(paths)).lines.map(({ sourceId }) => sourceId ?? '')
  const create = async (name: string, parentId: string | null, sourceIds: string[]) =>
    (await call('collections.create', { name, parentId, sourceIds })).id
  europe = await create('Europe', null, [id(0)])
  await create('Fähren 100%', europe, [id(0), id(1)])
  const asia = await create('Asia', null, [])
  await create('fähren 100%', asia, [id(2)])
  await call('tags.set', { object: { kind: 'source', id: id(3) }, names: ['Übung'] })
})
afterAll(() => notebook.close())

const id = (index: number) => ids[index] ?? ''
const found = async (query: string) => {
  const { hits } = await notebook.call('search.query', { query })
  const { sourceIds } = await notebook.call('search.sources', { query })
  // Two ways to the same: the passages that are found, and the sources that a saved search gathers.
  expect([...new Set(hits.map(({ sourceId }) => sourceId))].sort(), query).toEqual([...sourceIds].sort())
  return ids.filter((each) => sourceIds.includes(each))
}

test('a collection finds its sources and those of collections inside it, by name and by where it stands', async () => {
  expect(await found('collection:europe')).toEqual([id(0), id(1)])
  expect(await found('ferry collection:Asia')).toEqual([id(2)])
  expect(await found('collection:"FÄHREN 100%"')).toEqual([id(0), id(1), id(2)])
  expect(await found('ferry collection:"Europe/fähren 100%"')).toEqual([id(0), id(1)])
  expect(await found('collection:"rope/fähren 100%"')).toEqual([])
  expect(await found('collection:"Fähren 1000"')).toEqual([])
  expect(await found('ferry -collection:Europe')).toEqual([id(2), id(3)])
  expect(await found('tag:übung')).toEqual([id(3)])
})

test('filters count collections with those inside them, and name each so that it finds what was counted', async () => {
  const { collections } = await notebook.call('search.facets', { query: 'ferry' })
  expect(collections).toEqual([
    { value: 'Europe', count: 2 },
    { value: 'Europe/Fähren 100%', count: 2 },
    { value: 'Asia', count: 1 },
    { value: 'Asia/fähren 100%', count: 1 },
  ])
  for (const { value, count } of collections) {
    expect(await found(`ferry collection:"${value}"`)).toHaveLength(count)
  }
})

test('a tag gathers the sources that have it and those with an annotation that has it', async () => {
  const { call } = notebook
  await call('annotations.create', { sourceId: id(0), start: 0, end: 5, tags: ['Übung', 'Late'] })
  expect(await call('collections.tags', {})).toMatchObject([
    { name: 'Late', sourceIds: [id(0)] },
    { name: 'Übung', sourceIds: expect.arrayContaining([id(0), id(3)]) },
  ])
  await call('history.undo', {})
  expect(await call('collections.tags', {})).toMatchObject([{ name: 'Übung', sourceIds: [id(3)] }])
})

test('every source that a query finds is gathered, by words, fields or patterns', async () => {
  expect(await found('ferry')).toEqual(ids)
  expect(await found('/sec[a-z]+d/')).toEqual(ids)
  expect(await found('title:c')).toEqual([id(2)])
  const sources = async (query: string) => (await notebook.call('search.sources', { query })).sourceIds
  expect(await sources('')).toEqual([])
  expect(await sources('ferry in:claims')).toEqual([])
  await expect(sources('"ferry')).rejects.toMatchObject({ code: 'invalid_input' })
})

test('a concordance is read page by page, and a page of it follows what changed', async () => {
  const { call } = notebook
  const ask = (first: number, limit: number) =>
    call('search.concordance', { query: 'ferry', sort: 'right', first, limit })
  const whole = await ask(0, 100)
  expect(whole).toMatchObject({ total: 8, capped: false })
  expect(whole.lines.map(({ right }) => right.trim().split(' ')[0])).toEqual([
    ...Array(4).fill('came.'),
    ...Array(4).fill('was'),
  ])
  const pages = await Promise.all([ask(0, 3), ask(3, 3), ask(6, 3), ask(9, 3)])
  expect(pages.flatMap(({ lines }) => lines)).toEqual(whole.lines)
  const [most] = whole.bySource
  expect(most?.hits).toBe(2)
  const text = (await call('sources.get', { id: most?.sourceId ?? '' })).text
  expect(most?.start).toBe(text.indexOf('ferry'))
  await call('sources.delete', { id: id(3) })
  expect(await ask(0, 3)).toMatchObject({ total: 6 })
  await call('history.undo', {})
  expect(await ask(0, 3)).toMatchObject({ total: 8 })
})

test('annotations are found by what is asked of their source; claims and notes have none', async () => {
  const { call } = notebook
  const { text } = await call('sources.get', { id: id(0) })
  const at = text.indexOf('The ferry')
  await call('annotations.create', { sourceId: id(0), start: at, end: at + 24 })
  await call('claims.create', { statement: 'The ferry is never in time.' })
  await call('claims.create', { statement: 'The boat is never in time.' })
  const kinds = async (query: string) =>
    (await call('search.objects', { query })).objects.map(({ kind }) => kind).sort()
  expect(await kinds('ferry')).toEqual(['annotation', 'claim'])
  expect(await kinds('ferry OR boat')).toEqual(['annotation', 'claim', 'claim'])
  expect(await kinds('never (ferry OR boat)')).toEqual(['claim', 'claim'])
  expect(await kinds('ferry collection:Europe')).toEqual(['annotation'])
  expect(await kinds('ferry (collection:Asia OR collection:Europe)')).toEqual(['annotation'])
  expect(await kinds('ferry collection:Asia')).toEqual([])
  expect(await kinds('ferry -collection:Europe')).toEqual(['claim'])
  expect(await kinds('in:annotations collection:Europe')).toEqual(['annotation'])
  expect(await kinds('collection:Europe')).toEqual([])
})
