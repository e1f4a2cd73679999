import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
let ids: string[]
beforeEach(async () => {
  notebook = await testNotebook()
  const names = ['a.txt', 'b.txt', 'c.txt']
  const paths = await Promise.all(
    names.map((name) => notebook.file(name, `About ${name}\n\nThe ferry was late again.`)),
  )
  ids = (await notebook.importPaths(paths)).lines.map(({ sourceId }) => sourceId ?? '')
})
afterEach(() => notebook.close())

const id = (index: number) => ids[index] ?? ''
const unknown = '01890000-0000-7000-8000-000000000000'
const list = () => notebook.call('collections.list', {})
const create = (name: string, parentId: string | null = null, sourceIds: string[] = []) =>
  notebook.call('collections.create', { name, parentId, sourceIds })

test('a source can be in several collections, and each knows its own', async () => {
  const { call } = notebook
  const ferries = await create('Ferries', null, [id(0), id(1), id(0)])
  const late = await create('Late', ferries.id)
  expect(ferries).toMatchObject({ name: 'Ferries', parentId: null, sources: 2, sourceIds: [id(0), id(1)] })
  expect(await call('collections.add', { id: late.id, sourceIds: [id(1), id(2)] })).toEqual({ added: 2 })
  expect(await call('collections.add', { id: late.id, sourceIds: ids })).toEqual({ added: 1 })
  expect(await call('collections.remove', { id: late.id, sourceIds: [id(1)] })).toEqual({ removed: 1 })
  expect(await list()).toMatchObject([
    { name: 'Ferries', sources: 2 },
    { name: 'Late', parentId: ferries.id, sourceIds: [id(2), id(0)] },
  ])
})

test('every change is one step that can be undone and done again', async () => {
  const { call } = notebook
  const states = [await list()]
  const ferries = await create('Ferries', null, [id(0)])
  states.push(await list())
  const late = await create('Late')
  states.push(await list())
  await call('collections.update', { id: late.id, name: 'Delays' })
  states.push(await list())
  await call('collections.update', { id: late.id, parentId: ferries.id })
  states.push(await list())
  await call('collections.add', { id: late.id, sourceIds: ids })
  states.push(await list())
  await call('collections.remove', { id: late.id, sourceIds: [id(0), id(2)] })
  states.push(await list())
  await call('sources.delete', { id: id(1) })
  states.push(await list())
  await call('collections.delete', { id: ferries.id })
  states.push(await list())
  expect(states.at(-1)).toEqual([])
  const steps = await call('history.list', {})
  expect(steps.slice(0, 8).map(({ label }) => label)).toEqual([
    'collections.delete',
    'sources.delete',
    'collections.remove',
    'collections.add',
    'collections.move',
    'collections.rename',
    'collections.create',
    'collections.create',
  ])
  for (const state of [...states].reverse().slice(1)) {
    await call('history.undo', {})
    expect(await list()).toEqual(state)
  }
  for (const state of states.slice(1)) {
    await call('history.redo', {})
    expect(await list()).toEqual(state)
  }
})

test('what changes nothing leaves no step', async () => {
  const ferries = await create('Ferries', null, [id(0)])
  const before = await notebook.call('history.state', {})
  expect(await notebook.call('collections.add', { id: ferries.id, sourceIds: [id(0)] })).toEqual({ added: 0 })
  await notebook.call('collections.update', { id: ferries.id, name: 'Ferries' })
  expect(await notebook.call('history.state', {})).toEqual(before)
})

test('a collection cannot come to stand inside itself', async () => {
  const { call } = notebook
  const top = await create('Top')
  const middle = await create('Middle', top.id)
  const low = await create('Low', middle.id)
  for (const parentId of [top.id, middle.id, low.id]) {
    await expect(call('collections.update', { id: top.id, parentId })).rejects.toMatchObject({
      code: 'invalid_input',
    })
  }
  await call('collections.update', { id: low.id, parentId: null })
  await call('collections.update', { id: top.id, parentId: low.id })
  expect((await list()).map(({ parentId }) => parentId)).toEqual([low.id, top.id, null])
})

test('names in one place differ in more than case; elsewhere they may be the same', async () => {
  const { call } = notebook
  const one = await create('Été')
  await expect(create('E\u0301TE\u0301')).rejects.toMatchObject({ code: 'conflict' })
  const inside = await create('été', one.id)
  await expect(call('collections.update', { id: inside.id, parentId: null })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await call('collections.update', { id: one.id, name: 'ÉTÉ' })).toMatchObject({ name: 'ÉTÉ' })
})

test('what is not there is named, and nothing is done by halves', async () => {
  const { call } = notebook
  const ferries = await create('Ferries')
  const wrong = [
    create('Lost', unknown),
    create('Lost', null, [id(0), unknown]),
    call('collections.add', { id: ferries.id, sourceIds: [id(0), unknown] }),
    call('collections.add', { id: unknown, sourceIds: [id(0)] }),
    call('collections.update', { id: unknown, name: 'Lost' }),
    call('collections.delete', { id: unknown }),
  ]
  for (const call of wrong) await expect(call).rejects.toMatchObject({ code: 'not_found' })
  await expect(create('   ')).rejects.toMatchObject({ code: 'invalid_input' })
  expect(await list()).toMatchObject([{ name: 'Ferries', sources: 0 }])
})
