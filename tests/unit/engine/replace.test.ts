import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergeDetails } from '#engine/sources/replace.ts'
import { newId } from '#shared/ids.ts'
import type { SourceMetadata, TextChangeReport } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

const draft = `---
title: Harbour to close
author: Ada Brannock
publisher: The Courier
---

# Harbour to close

The port authority said on Monday that the inner harbour will close for three years from 2026.

About 1,200 jobs depend on it, according to the union.

A decision is expected in June.
`
const final = draft
  .replace('title: Harbour to close', 'title: Inner harbour to close')
  .replace('author: Ada Brannock', 'author: Ada Brannock and Tom Reyes')
  .replace('publisher: The Courier', 'publisher: The Evening Courier')
  .replace('The port authority', 'An earlier version of this article gave another year. The port authority')
  .replace('About 1,200 jobs', 'About 2,100 jobs')
  .replace('A decision is expected in June.\n', '')

let notebook: TestNotebook
let sourceId: string
beforeEach(async () => {
  notebook = await testNotebook()
  const { lines } = await notebook.importPaths([await notebook.file('draft.md', draft)])
  sourceId = lines[0]?.sourceId ?? ''
})
afterEach(() => notebook.close())

const source = () => notebook.call('sources.get', { id: sourceId })
async function replace(name: string, content: string | Uint8Array): Promise<TextChangeReport> {
  const handle = notebook.engine.grant({ path: await notebook.file(name, content), purpose: 'import' })
  return notebook.call('sources.replace', { jobId: newId(), id: sourceId, handle })
}
async function annotate(words: string): Promise<string> {
  const start = (await source()).text.indexOf(words)
  const { id } = await notebook.call('annotations.create', { sourceId, start, end: start + words.length })
  return id
}
function dump(): string {
  const db = new Database(notebook.notebookPath, { readonly: true })
  const tables = ['source', 'annotation', 'flag', 'link', 'tagging', 'origin']
  const rows = tables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all())
  const indexed = db.prepare('SELECT id FROM block_index_docsize ORDER BY id').all()
  db.close()
  return JSON.stringify([rows, indexed])
}

test("a newer file takes the source's place, annotations go along, and one step takes all of it back", async () => {
  const moved = await annotate('inner harbour will close')
  const changed = await annotate('1,200 jobs depend on it')
  const lost = await annotate('A decision is expected in June.')
  const { importedAt } = await source()
  const before = dump()
  const report = await replace('final.md', final)
  expect(report).toMatchObject({
    sourceId,
    changed: true,
    counts: { exact: 0, moved: 1, changed: 1, lost: 1 },
  })
  expect(
    report.outcomes.map(({ annotationId, state, after }) => [annotationId, state, after?.quote ?? null]),
  ).toEqual([
    [moved, 'moved', 'inner harbour will close'],
    [changed, 'changed', '2,100 jobs depend on it'],
    [lost, 'lost', null],
  ])
  const after = await source()
  expect(after).toMatchObject({ fileName: 'final.md', importedAt, corrected: false, annotations: 3 })
  expect(after.text).toContain('An earlier version of this article')
  const original = await notebook.call('sources.original', { id: sourceId })
  expect(new TextDecoder().decode(original.bytes)).toBe(final)
  expect((await notebook.call('search.query', { query: 'earlier' })).hits).toHaveLength(1)
  expect((await notebook.call('history.undo', {})).step.label).toBe('sources.replace')
  expect(dump()).toBe(before)
  await notebook.call('history.redo', {})
  expect((await source()).text).toBe(after.text)
})

test('details that still say what the old file said follow the new one; what was edited stays', async () => {
  const { metadata } = await source()
  expect(metadata).toMatchObject({ publisher: 'The Courier' })
  await notebook.call('sources.update', {
    id: sourceId,
    metadata: { ...metadata, publisher: 'Courier Group', note: 'Mine.' },
  })
  await replace('final.md', final)
  const after = await source()
  expect(after.title).toBe('Inner harbour to close')
  expect(after.metadata).toMatchObject({ publisher: 'Courier Group', note: 'Mine.' })
  expect(after.metadata.author).not.toEqual(metadata.author)
})

test('a title that was edited stays', async () => {
  await notebook.call('sources.update', { id: sourceId, title: 'My name for it' })
  await replace('final.md', final)
  expect((await source()).title).toBe('My name for it')
})

test.each<[string, SourceMetadata, { title: string; metadata: SourceMetadata } | undefined, SourceMetadata]>([
  [
    'what was found follows',
    { publisher: 'A' },
    { title: 'T', metadata: { publisher: 'A' } },
    { publisher: 'B', volume: '2' },
  ],
  [
    'what the new file does not say goes',
    { ISSN: '1' },
    { title: 'T', metadata: { ISSN: '1' } },
    { publisher: 'B', volume: '2' },
  ],
  ['what was taken out stays out', {}, { title: 'T', metadata: { publisher: 'A' } }, { volume: '2' }],
  [
    'what was written stays',
    { publisher: 'Mine' },
    { title: 'T', metadata: {} },
    { publisher: 'Mine', volume: '2' },
  ],
  [
    'without knowing what was found, gaps are filled',
    { publisher: 'A' },
    undefined,
    { publisher: 'A', volume: '2' },
  ],
])('details: %s', (_, current, found, expected) => {
  const next = { title: 'New', metadata: { publisher: 'B', volume: '2' } }
  const merged = mergeDetails({ title: 'T', metadata: current }, found, next)
  expect(merged.metadata).toEqual(expected)
  expect(merged.title).toBe(found === undefined ? 'T' : 'New')
})

test('the same file again changes nothing', async () => {
  const annotation = await annotate('inner harbour')
  const before = dump()
  const report = await replace('again.md', draft)
  expect(report).toMatchObject({ changed: false, counts: { exact: 1, moved: 0, changed: 0, lost: 0 } })
  expect(report.outcomes[0]).toMatchObject({ annotationId: annotation, state: 'exact' })
  expect(dump()).toBe(before)
})

test('another file with the same words is taken, and every annotation stands where it stood', async () => {
  await annotate('inner harbour')
  const report = await replace('spaced.md', draft.replace('\n\nAbout', '\n\n\n\nAbout'))
  expect(report).toMatchObject({ changed: false, counts: { exact: 1, moved: 0, changed: 0, lost: 0 } })
  expect((await source()).fileName).toBe('spaced.md')
})

test("a file that is another source already is refused by that source's name", async () => {
  const other = '# Fish market to stay\n\nThe fish market will stay where it is, the council said.\n'
  await notebook.importPaths([await notebook.file('fish.md', other)])
  const before = dump()
  await expect(replace('fish.md', other)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('Fish market to stay'),
  })
  expect(dump()).toBe(before)
})

test('what cannot be read is refused with its reason and changes nothing', async () => {
  const before = dump()
  await expect(replace('empty.md', '')).rejects.toMatchObject({
    code: 'file_unreadable',
    message: 'The file is empty.',
  })
  const bibliography = '@book{a, title={One}, year={2001}}\n@book{b, title={Two}, year={2002}}\n'
  await expect(replace('list.bib', bibliography)).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(
    notebook.call('sources.replace', { jobId: newId(), id: sourceId, handle: 'not-a-handle' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  expect(dump()).toBe(before)
})

test('a corrected text is corrected no more when its file is replaced', async () => {
  const { text } = await source()
  const start = text.indexOf('Monday')
  await notebook.call('sources.correct', {
    id: sourceId,
    edits: [{ start, end: start + 6, text: 'Tuesday' }],
  })
  expect((await source()).corrected).toBe(true)
  await replace('final.md', final)
  const after = await source()
  expect([after.corrected, after.text.includes('Monday')]).toEqual([false, true])
})

test("an upload takes a source's place too, once", async () => {
  const { handle } = await notebook.call('files.upload', {
    name: 'final.md',
    bytes: new TextEncoder().encode(final),
  })
  const send = () => notebook.call('sources.replace', { jobId: newId(), id: sourceId, handle })
  expect(await send()).toMatchObject({ changed: true })
  await expect(send()).rejects.toMatchObject({ code: 'forbidden' })
})

test("a bibliography's entry keeps its title and gains what the file adds", async () => {
  const bib = '@article{holm, title={Ports in winter}, author={Holm, Ingrid}, year={2024}}\n'
  const { lines } = await notebook.importPaths([await notebook.file('refs.bib', bib)])
  sourceId = lines[0]?.sourceId ?? ''
  await replace('other.md', final)
  const { title, metadata, text } = await source()
  expect(title).toBe('Ports in winter')
  expect(metadata).toMatchObject({
    author: [{ family: 'Holm', given: 'Ingrid' }],
    issued: { 'date-parts': [[2024]] },
    publisher: 'The Evening Courier',
  })
  expect(text).toContain('inner harbour')
})
