import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CslDate } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

test('a source was captured when it says so, and on the day of its import where it says words or nothing', async () => {
  const { call } = notebook
  const { lines } = await notebook.importPaths([await notebook.file('a.txt', 'The ferry ran aground.')])
  const id = lines[0]?.sourceId ?? ''
  const captured = async (accessed?: CslDate): Promise<CslDate | undefined> => {
    await call('sources.update', { id, metadata: accessed ? { accessed } : {} })
    return (await call('views.timeline', {})).entries[0]?.dates.captured
  }
  const imported = await captured()
  expect(imported?.['date-parts'][0]).toHaveLength(3)
  expect(await captured({ 'date-parts': [], literal: 'n.d.' })).toEqual(imported)
  expect(await captured({ 'date-parts': [[2019, 5]] })).toEqual({ 'date-parts': [[2019, 5]] })
})
