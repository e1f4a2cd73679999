import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { documentBytes } from '../../helpers/documents.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

const bring = async (name: string, content: string | Uint8Array) => {
  return (await notebook.importPaths([await notebook.file(name, content)])).lines
}
const article = `Harbour levy splits the Aldra islands

Nordvik, March 14, 2025 — The island council voted on Thursday to charge every visiting vessel a levy of €2.50 a metre, a decision that its critics call a tax on neighbours.

Two of the nine members abstained, and the harbour master defends the levy as overdue.
`

test('entries of a bibliography become sources without a text, each a line of the report', async () => {
  const lines = await bring('harbour.bib', documentBytes('harbour.bib'))
  expect(lines.map(({ outcome, kind }) => `${outcome} ${kind}`)).toEqual(
    Array(4).fill('imported bibliography'),
  )
  const source = await notebook.call('sources.get', { id: lines[1]?.sourceId ?? '' })
  expect(source).toMatchObject({
    title: 'Quays of the North: A History in Stone',
    text: '',
    blocks: [],
    words: 0,
  })
  expect(source.metadata).toMatchObject({ type: 'book', ISBN: '978-0-00-000000-2' })
})

test('an entry gives the source that is here the details it lacks, and nothing else', async () => {
  const [article1] = await bring('levy.txt', article)
  const id = article1?.sourceId ?? ''
  await notebook.call('sources.update', {
    id,
    metadata: { issued: { 'date-parts': [[2025, 3, 14]] }, publisher: 'Mine' },
  })
  const lines = await bring('harbour.bib', documentBytes('harbour.bib'))
  expect(lines.map(({ outcome }) => outcome)).toEqual(['updated', 'imported', 'imported', 'imported'])
  expect(lines[0]?.sourceId).toBe(id)
  const source = await notebook.call('sources.get', { id })
  expect(source.title).toBe('Harbour levy splits the Aldra islands')
  expect(source.metadata).toMatchObject({
    publisher: 'Mine',
    'container-title': 'The Aldra Courier',
    URL: expect.stringContaining('courier'),
  })
  expect(source.text).toContain('Two of the nine members abstained')
})

test('the same entries in another format find the sources of the first', async () => {
  await bring('harbour.bib', documentBytes('harbour.bib'))
  const lines = await bring('harbour.ris', documentBytes('harbour.ris'))
  expect(lines.map(({ outcome }) => outcome)).not.toContain('failed')
  expect(lines[0]).toMatchObject({ outcome: 'skipped', reason: 'already here, with nothing new' })
  // The RIS file has keywords that the BibTeX one has not.
  expect(lines[3]).toMatchObject({ outcome: 'updated', reason: '1 detail added' })
  expect((await notebook.call('sources.list', {})).length).toBeLessThanOrEqual(5)
})

test('a text finds the source that a bibliography made, in the same import too, and takes no other’s place', async () => {
  const entries = await bring('harbour.csl.json', documentBytes('harbour.csl.json'))
  const [line] = await bring('levy.txt', article)
  expect(line).toMatchObject({ outcome: 'updated', sourceId: entries[0]?.sourceId })
  const source = await notebook.call('sources.get', { id: line?.sourceId ?? '' })
  expect(source.text).toContain('Two of the nine members abstained')
  expect(source.metadata).toMatchObject({ 'container-title': 'The Aldra Courier', type: 'article-newspaper' })
  // Another text under the same headline must not be put in its place, whatever else comes with it.
  const again = article.replace('Two of the nine members abstained', 'Nobody abstained at all')
  const paths = [
    await notebook.file('again.ris', documentBytes('harbour.ris')),
    await notebook.file('again.txt', again),
  ]
  const { lines } = await notebook.importPaths(paths)
  expect(lines.at(-1)).toMatchObject({ outcome: 'imported' })
  expect((await notebook.call('sources.get', { id: line?.sourceId ?? '' })).text).toBe(source.text)
})

test('a source without a text leaves nothing behind in the index when it goes, and comes back with undo', async () => {
  const lines = await bring('harbour.bib', documentBytes('harbour.bib'))
  const db = new Database(notebook.notebookPath, { readonly: true })
  const indexed = () => db.prepare('SELECT count(*) FROM source_index_docsize').pluck().get()
  expect(indexed()).toBe(4)
  await notebook.call('sources.delete', { id: lines[0]?.sourceId ?? '' })
  expect(indexed()).toBe(3)
  await bring('levy.txt', article)
  await notebook.call('history.undo', {})
  await notebook.call('history.undo', {})
  expect(indexed()).toBe(4)
  db.close()
})
