import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ObjectRef } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
let object: ObjectRef
beforeEach(async () => {
  notebook = await testNotebook()
  const { id } = await notebook.call('claims.create', { statement: 'The ferry was late.' })
  object = { kind: 'claim', id }
})
afterEach(() => notebook.close())

const set = (...names: string[]) => notebook.call('tags.set', { object, names })

test('names that differ in case, or in how an accent is written, are one tag', async () => {
  await set('Été', 'Sea')
  expect(await set('été', 'E\u0301te\u0301', 'SEA', 'sea')).toEqual({ tags: ['Sea', 'Été'] })
  expect(await notebook.call('tags.list', {})).toHaveLength(2)
})

test('new names that are one tag make one', async () => {
  expect(await set('Élan', 'élan', 'ÉLAN')).toEqual({ tags: ['Élan'] })
})

test('a tag is renamed by the same rule: to its own name in another case, not to that of another', async () => {
  await set('Été', 'Sea')
  const [sea, summer] = await notebook.call('tags.list', {})
  const rename = (name: string) => notebook.call('tags.rename', { id: summer?.id ?? '', name })
  expect(await rename('été')).toMatchObject({ id: summer?.id, name: 'été' })
  const taken = notebook.call('tags.rename', { id: sea?.id ?? '', name: 'E\u0301TE\u0301' })
  await expect(taken).rejects.toMatchObject({ code: 'conflict' })
})
