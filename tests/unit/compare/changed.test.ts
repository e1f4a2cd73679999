import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '#shared/ids.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'
import { considered, decided, makeText } from './texts-of-ours.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

async function importText(name: string, text: string): Promise<string> {
  const { lines } = await notebook.importPaths([await notebook.file(`${name}.txt`, text)])
  return lines[0]?.sourceId ?? ''
}

async function replaceText(id: string, text: string): Promise<void> {
  const handle = notebook.engine.grant({
    path: await notebook.file(`${newId()}.txt`, text),
    purpose: 'import',
  })
  await notebook.call('sources.replace', { jobId: newId(), id, handle })
}

const flagsOf = async (id: string) =>
  (await notebook.call('flags.list', { sourceId: id })).filter((flag) => flag.otherSourceId !== null)
const sizeOf = async (id: string) => (await notebook.call('sources.get', { id })).originSize

test('a text that is a copy no more is a voice of its own again', async () => {
  const first = await importText('first', makeText(1))
  const copy = await importText('copy', `${makeText(1)}\n\nOne line more.\n`)
  expect([await sizeOf(first), await sizeOf(copy)]).toEqual([2, 2])
  await replaceText(copy, makeText(2))
  await importText('another', makeText(3))
  expect(await flagsOf(copy)).toEqual([])
  expect([await sizeOf(first), await sizeOf(copy)]).toEqual([1, 1])
})

test('a text that is a copy of another one now changes its group', async () => {
  const first = await importText('first', makeText(1))
  const second = await importText('second', makeText(2))
  const copy = await importText('copy', `${makeText(1)}\n\nOne line more.\n`)
  await replaceText(copy, `${makeText(2)}\n\nOne line more.\n`)
  await importText('another', makeText(3))
  expect(await flagsOf(copy)).toMatchObject([{ kind: 'near-duplicate', otherSourceId: second }])
  expect([await sizeOf(first), await sizeOf(second), await sizeOf(copy)]).toEqual([1, 2, 2])
})

test('what was grouped by hand stays a group, whatever its texts become', async () => {
  const first = await importText('first', makeText(1))
  const copy = await importText('copy', `${makeText(1)}\n\nOne line more.\n`)
  await notebook.call('origins.group', { sourceIds: [first, copy] })
  await replaceText(copy, makeText(2))
  await importText('another', makeText(3))
  expect([await sizeOf(first), await sizeOf(copy)]).toEqual([2, 2])
})

test('what an import found about older texts is found again by the next one when it was undone', async () => {
  const first = await importText('first', decided)
  await importText('second', considered)
  // As if both were imported by a version that compared nothing.
  const db = new Database(notebook.notebookPath)
  db.exec('DELETE FROM flag; DELETE FROM fingerprint; DELETE FROM band; DELETE FROM story_key')
  db.close()
  await importText('third', makeText(3))
  expect((await flagsOf(first)).map(({ kind }) => kind)).toEqual(['same-story'])
  await notebook.call('history.undo', {})
  expect(await flagsOf(first)).toEqual([])
  await importText('fourth', makeText(4))
  expect((await flagsOf(first)).map(({ kind }) => kind)).toEqual(['same-story'])
  expect((await notebook.call('flags.list', {})).length).toBe(2)
})
