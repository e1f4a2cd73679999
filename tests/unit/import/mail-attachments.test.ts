import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '#shared/ids.ts'
import { documentBytes } from '../../helpers/documents.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

async function importLetter(): Promise<string> {
  const path = await notebook.file('letter.eml', documentBytes('letter.eml'))
  const { lines } = await notebook.importPaths([path])
  expect(lines).toMatchObject([{ outcome: 'imported', kind: 'mail', attachments: 2 }])
  return lines[0]?.sourceId ?? ''
}
const importFrom = (sourceId: string, indexes?: number[]) =>
  notebook.call('import.attachments', { jobId: newId(), sourceId, ...(indexes && { indexes }) })

test('the files that came with a mail are listed and become sources when they are asked for', async () => {
  const id = await importLetter()
  expect(await notebook.call('sources.attachments', { id })).toEqual([
    { index: 0, name: 'Budget annex B – März.txt', mediaType: 'text/plain', size: 106, sourceId: null },
    { index: 1, name: 'Berths in Sundholm.eml', mediaType: 'message/rfc822', size: 354, sourceId: null },
  ])
  const { lines } = await importFrom(id, [1])
  expect(lines).toMatchObject([
    {
      path: 'letter.eml › Berths in Sundholm.eml',
      outcome: 'imported',
      title: 'Berths in Sundholm',
      kind: 'mail',
    },
  ])
  const forwarded = await notebook.call('sources.get', { id: lines[0]?.sourceId ?? '' })
  expect(forwarded.fileName).toBe('Berths in Sundholm.eml')
  expect(forwarded.text).toBe('We count 65 berths, three of them under repair.')
  const rest = await importFrom(id)
  expect(rest.summary).toMatchObject({ imported: 1, skipped: 1, failed: 0 })
  const listed = await notebook.call('sources.attachments', { id })
  expect(listed.map(({ sourceId }) => sourceId)).toEqual([rest.lines[0]?.sourceId, lines[0]?.sourceId])
})

test('importing them is one step that can be undone', async () => {
  const id = await importLetter()
  await importFrom(id)
  expect((await notebook.call('sources.list', {})).length).toBe(3)
  await notebook.call('history.undo', {})
  expect((await notebook.call('sources.list', {})).map((source) => source.id)).toEqual([id])
})

test('a file that is not there, a mail without any and a source of another kind say so', async () => {
  const id = await importLetter()
  await expect(importFrom(id, [2])).rejects.toMatchObject({ code: 'not_found' })
  await expect(importFrom(newId())).rejects.toMatchObject({ code: 'not_found' })
  const { lines } = await notebook.importPaths([
    await notebook.file('reply.eml', documentBytes('reply.eml')),
    await notebook.file('a.txt', 'Words of an article.'),
  ])
  for (const { sourceId } of lines) {
    expect(await notebook.call('sources.attachments', { id: sourceId ?? '' })).toEqual([])
    await expect(importFrom(sourceId ?? '')).rejects.toThrow('No file came with this source.')
  }
})
