import { afterEach, beforeEach, expect, it } from 'vitest'
import { exportNotebook } from '#engine/export/index.ts'
import { createMemorySink } from '#engine/export/sinks/memory.ts'
import type { CallEngine } from '#shared/contract/contract.ts'
import type { ExportFormat } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'
import { importTexts } from './helpers.ts'

let notebook: TestNotebook
let sourceIds: string[]
beforeEach(async () => {
  notebook = await testNotebook()
  sourceIds = await importTexts(notebook, [
    ['a.txt', 'First headline\nThe ferry ran aground.\n'],
    ['b.txt', 'Second headline\nThe ferry was late.\n'],
  ])
})
afterEach(() => notebook.close())

/** Exports while somebody deletes what is still to come, and gives the text of every file. */
async function exportWhile(format: ExportFormat, work: () => Promise<unknown>): Promise<Map<string, string>> {
  const sink = createMemorySink()
  let pending = true
  // The engine hands its calls out by name, so the work is done before the first object is read.
  const call = (async (name: string, input: never) => {
    if (pending && name === 'sources.get') {
      pending = false
      await work()
    }
    return notebook.call(name as 'sources.get', input)
  }) as CallEngine
  await exportNotebook({ call, format, sink })
  return new Map([...sink.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
}

it.each(['markdown', 'jsonld'] as const)('goes on when objects are deleted meanwhile: %s', async (format) => {
  const claim = await notebook.call('claims.create', { statement: 'A claim that goes.' })
  const note = await notebook.call('notes.create', { title: 'A note that goes', markdown: 'x' })
  await notebook.call('claims.create', { statement: 'A claim that stays.' })
  for (const sourceId of sourceIds) {
    await notebook.call('annotations.createFromQuote', { sourceId, quote: 'The ferry' })
  }
  const files = await exportWhile(format, async () => {
    await notebook.call('sources.delete', { id: sourceIds[1] ?? '' })
    await notebook.call('claims.delete', { id: claim.id })
    await notebook.call('notes.delete', { id: note.id })
  })
  if (format === 'markdown') {
    expect([...files.keys()].sort()).toEqual([
      'Claims/C2 A claim that stays.md',
      'Index.md',
      'Sources/First headline.md',
    ])
    return
  }
  const { documents, claims, notes, total } = JSON.parse([...files.values()].join(''))
  expect(documents).toMatchObject([{ 'schema:name': 'First headline' }])
  expect(claims).toMatchObject([{ 'schema:text': 'A claim that stays.' }])
  expect({ notes, total }).toEqual({ notes: [], total: 1 })
})

it('asks for every source there is', async () => {
  const asked: unknown[] = []
  const call = ((name: string, input: never) => {
    if (name === 'sources.list') asked.push(input)
    return notebook.call(name as 'sources.list', input)
  }) as CallEngine
  await exportNotebook({ call, format: 'jsonld', sink: createMemorySink() })
  expect(asked).toEqual([{}])
})
