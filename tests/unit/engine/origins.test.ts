import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

const story = Array.from(
  { length: 40 },
  (_, i) => `Sentence ${i} tells of quay number ${i * 7} and of the ${i + 3} ships that lay there.`,
).join(' ')

async function importThree(): Promise<{ first: string; copy: string; other: string }> {
  await notebook.importPaths([
    await notebook.file('a.txt', `A harbour story\n\n${story}\n`),
    await notebook.file('b.txt', `Another headline\n\n${story}\n`),
    await notebook.file('c.txt', 'Something else\n\nNothing of this is about any quay at all.\n'),
  ])
  const sources = await notebook.call('sources.list', {})
  const idOf = (name: string) => sources.find(({ fileName }) => fileName === name)?.id ?? ''
  return { first: idOf('a.txt'), copy: idOf('b.txt'), other: idOf('c.txt') }
}

test('origins say how they came about and how alike their sources are', async () => {
  const { first, copy } = await importThree()
  const [origin, ...more] = await notebook.call('origins.list', {})
  expect(more).toEqual([])
  expect(origin?.how).toBe('near-duplicate')
  expect(origin?.sources.map(({ id }) => id)).toEqual([first, copy])
  expect(origin?.sources[0]?.similarity).toBeNull()
  expect(origin?.sources[1]?.similarity).toBeGreaterThan(0.8)
  await notebook.call('origins.ungroup', { sourceId: copy })
  expect(await notebook.call('origins.list', {})).toEqual([])
})

test('a named origin keeps its name when more is grouped with it, and a name can be taken back', async () => {
  const { first, other } = await importThree()
  const [found] = await notebook.call('origins.list', {})
  await notebook.call('origins.rename', { id: found?.id ?? '', label: 'The harbour' })
  await notebook.call('origins.group', { sourceIds: [first, other] })
  const [grouped] = await notebook.call('origins.list', {})
  expect(grouped).toMatchObject({ label: 'The harbour', how: 'by-hand' })
  expect(grouped?.sources).toHaveLength(3)
  await notebook.call('history.undo', {})
  await notebook.call('history.undo', {})
  expect((await notebook.call('origins.list', {}))[0]?.label).toBe(found?.label)
  const missing = notebook.call('origins.rename', { id: other, label: 'Nobody' })
  await expect(missing).rejects.toMatchObject({ code: 'not_found' })
})

test('a step says what it touched, of what is gone, too', async () => {
  const claim = await notebook.call('claims.create', { statement: 'It rained' })
  await notebook.call('claims.delete', { id: claim.id })
  const [step] = await notebook.call('history.list', { limit: 1 })
  expect(await notebook.call('history.touched', { step: step?.id ?? 0 })).toEqual([
    { kind: 'claim', id: claim.id, name: 'C1 It rained', change: 'deleted' },
  ])
})
