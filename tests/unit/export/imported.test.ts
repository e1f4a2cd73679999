import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { documentBytes } from '../../helpers/documents.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'
import { emptyFolder, exportTo, readTree } from './helpers.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

const commented = String.raw`{\rtf1\ansi The {\*\atrfstart 1}boats left{\*\atrfend 1}{\*\atnid MS}{\*\atnauthor Marit [S]}\chatn {\*\annotation{\*\atnref 1}\pard Who saw it?} the harbour today.\par}`

/** A notebook with a comment that came with a file, and an annotation on the second page of a PDF. */
async function fill(): Promise<void> {
  const paths = [
    await notebook.file('comment.rtf', commented),
    await notebook.file('harbour.pdf', documentBytes('harbour-printed.pdf')),
  ]
  const { lines } = await notebook.importPaths(paths)
  const { blocks, id } = await notebook.call('sources.get', { id: lines[1]?.sourceId ?? '' })
  const block = blocks.find(({ page }) => page === 2)
  const { start = 0, end = 0 } = block ?? {}
  await notebook.call('annotations.create', { sourceId: id, start, end })
}

test('a Markdown vault names who made a comment that came with a file, and the page of a passage', async () => {
  await fill()
  const folder = await emptyFolder(notebook, 'vault')
  await exportTo(notebook.engine, 'markdown', folder)
  const pages = [...(await readTree(folder)).values()].join('\n')
  expect(pages).toContain(String.raw`- came with the file, by Marit \[S\]`)
  expect(pages).toContain('Who saw it?')
  expect(pages).toMatch(/- in \[\[#\^b\d+\|block \d+\]\], page 2\n/)
})

test('web annotations name who made a comment that came with a file, and nobody where it is the reader’s own', async () => {
  await fill()
  const folder = await emptyFolder(notebook, 'out')
  const path = join(folder, 'notebook.jsonld')
  await exportTo(notebook.engine, 'jsonld', path)
  const collection = JSON.parse((await readTree(folder)).get('notebook.jsonld') ?? '') as {
    first: { items: { motivation: unknown; creator?: unknown }[] }
  }
  const creators = collection.first.items.map(({ creator }) => creator)
  expect(creators).toEqual([{ type: 'Person', name: 'Marit [S]' }, undefined])
})
