import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeAll(async () => {
  notebook = await testNotebook()
  const lines = Array.from({ length: 5_600 }, (_, index) =>
    index === 300 ? 'A turbine stands at the harbour.' : `The harbour log has entry number ${index}.`,
  )
  await notebook.importPaths([await notebook.file('log.txt', lines.join('\n\n'))])
})
afterAll(() => notebook.close())

const search = (query: string) => notebook.call('search.query', { query, limit: 3, exact: true })

test('of a question whose words are too common to be ranked, the rarer words decide', async () => {
  const { hits, capped, total } = await search('harbour OR turbine OR windmill')
  expect({ capped, total }).toEqual({ capped: true, total: 5_000 })
  expect(hits[0]?.text).toBe('A turbine stands at the harbour.')
  expect(hits[0]?.score).toBeGreaterThan(0)
})

test('where every word is too common, the newest come first and the result says so', async () => {
  const { hits, capped } = await search('harbour OR log')
  expect(capped).toBe(true)
  expect(hits.map(({ text }) => text)).toEqual(
    [5_599, 5_598, 5_597].map((n) => `The harbour log has entry number ${n}.`),
  )
  expect((await search('harbour')).hits[0]?.text).toBe('The harbour log has entry number 5599.')
})
