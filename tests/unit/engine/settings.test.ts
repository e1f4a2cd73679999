import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

test('settings are listed by what their keys begin with, and are no part of the history', async () => {
  await notebook.call('settings.set', { key: 'progress:a', value: 0.5 })
  await notebook.call('settings.set', { key: 'progress:b%', value: { far: true } })
  await notebook.call('settings.set', { key: 'progressive', value: 1 })
  expect(await notebook.call('settings.list', { prefix: 'progress:' })).toEqual({
    a: 0.5,
    'b%': { far: true },
  })
  expect(await notebook.call('settings.list', { prefix: '%' })).toEqual({})
  expect((await notebook.call('history.state', {})).undo).toBeNull()
})
