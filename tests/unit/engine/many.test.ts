import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
let ids: string[]
beforeEach(async () => {
  notebook = await testNotebook()
  const names = ['a.txt', 'b.txt', 'c.txt']
  const paths = await Promise.all(
    names.map((name) => notebook.file(name, `About ${name}\n\nSome words of its own.`)),
  )
  ids = (await notebook.importPaths(paths)).lines.map(({ sourceId }) => sourceId ?? '')
})
afterEach(() => notebook.close())

const list = () => notebook.call('sources.list', {})

test('fields of many sources are set and cleared at once, others stay, and one undo takes it back', async () => {
  const { call } = notebook
  await call('sources.update', { id: ids[0] ?? '', metadata: { publisher: 'Courier', DOI: '10.1/x' } })
  const before = await list()
  expect(await call('sources.updateMany', { ids, set: { type: 'report' }, unset: ['publisher'] })).toEqual({
    updated: 3,
  })
  const [first, ...others] = (await list()).map(({ metadata }) => metadata)
  expect(first).toEqual({ DOI: '10.1/x', type: 'report' })
  for (const metadata of others) expect(metadata.type).toBe('report')
  await call('history.undo', {})
  expect(await list()).toEqual(before)
})

test('many sources are deleted as one step, and come back with their annotations', async () => {
  const { call } = notebook
  await call('annotations.create', { sourceId: ids[1] ?? '', start: 0, end: 5 })
  const before = await list()
  expect(await call('sources.deleteMany', { ids: ids.slice(0, 2) })).toEqual({ deleted: 2 })
  expect((await list()).map(({ id }) => id)).toEqual(ids.slice(2))
  expect(await call('annotations.list', {})).toEqual([])
  await call('history.undo', {})
  expect(await list()).toEqual(before)
  await expect(
    call('sources.deleteMany', { ids: [...ids, ids[0]?.replace(/.$/, '0') ?? ''] }),
  ).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(await list()).toEqual(before)
})

test('a year that the file could not hold is refused, for one source and for many', async () => {
  const { call } = notebook
  const dated = (year: number) => ({ issued: { 'date-parts': [[year]] } })
  const refused = { code: 'invalid_input' }
  const year = Number.MAX_SAFE_INTEGER
  await expect(call('sources.update', { id: ids[0] ?? '', metadata: dated(year) })).rejects.toMatchObject(
    refused,
  )
  await expect(call('sources.updateMany', { ids, set: dated(year) })).rejects.toMatchObject(refused)
  expect(await call('sources.updateMany', { ids, set: dated(-9_999) })).toEqual({ updated: 3 })
})
