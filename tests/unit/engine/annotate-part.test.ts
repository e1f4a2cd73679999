import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describePassage } from '#engine/anchor/describe.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
let sourceId: string
let text: string

beforeAll(async () => {
  notebook = await testNotebook()
  const paragraphs = Array.from(
    { length: 40 },
    (_, at) => `${at} ${'😀 boats — лодки 船 '.repeat((at * 7) % 5)}of the harbour 👩‍🚀`,
  )
  const { lines } = await notebook.importPaths([await notebook.file('a.txt', paragraphs.join('\n\n'))])
  sourceId = lines[0]?.sourceId ?? ''
  text = (await notebook.call('sources.get', { id: sourceId })).text
})
afterAll(() => notebook.close())

test('an annotation is described by a part of the text as it would be by the whole', async () => {
  const range = fc
    .tuple(fc.nat(text.length), fc.nat(200))
    .map(([start, length]) => [start, start + length + 1] as const)
  await fc.assert(
    fc.asyncProperty(range, async ([start, end]) => {
      const made = notebook.call('annotations.create', { sourceId, start, end })
      if (end > text.length) await expect(made).rejects.toMatchObject({ code: 'invalid_input' })
      else expect(await made).toMatchObject(describePassage(text, start, end))
    }),
    { numRuns: 150 },
  )
})
