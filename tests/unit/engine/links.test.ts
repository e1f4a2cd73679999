import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ObjectRef } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
let from: ObjectRef
let to: ObjectRef
beforeEach(async () => {
  notebook = await testNotebook()
  from = await claim('The ferry was late.')
  to = await claim('The ferry ran aground.')
})
afterEach(() => notebook.close())

async function claim(statement: string): Promise<ObjectRef> {
  const { id } = await notebook.call('claims.create', { statement })
  return { kind: 'claim', id }
}
const create = (words: { rationale?: string; confidence?: 'low' | 'high' | null } = {}) =>
  notebook.call('links.create', { from, to, relation: 'supports', ...words })

test('a link that is there already takes the new words, as one step that can be undone', async () => {
  const link = await create()
  expect(await create({ rationale: 'Late, because aground.', confidence: 'high' })).toMatchObject({
    id: link.id,
    rationale: 'Late, because aground.',
    confidence: 'high',
  })
  expect(await notebook.call('links.list', {})).toHaveLength(1)
  await notebook.call('history.undo', {})
  expect(await notebook.call('links.list', {})).toMatchObject([{ rationale: '', confidence: null }])
})

test('a link made again without words keeps the words it has', async () => {
  const words = { rationale: 'Late, because aground.', confidence: 'low' } as const
  const { id } = await create(words)
  expect(await create()).toMatchObject({ id, ...words })
  expect(await create({ rationale: '', confidence: null })).toMatchObject({ id, ...words })
  expect(await create({ confidence: 'high' })).toMatchObject({ id, ...words, confidence: 'high' })
})

test('a link takes another relation and keeps its words, as one step that can be undone', async () => {
  const { id } = await create({ rationale: 'Late, because aground.', confidence: 'low' })
  await notebook.call('links.update', { id, relation: 'contradicts' })
  const read = async () =>
    (await notebook.call('links.list', {})).map(({ relation, rationale, confidence }) => [
      relation,
      rationale,
      confidence,
    ])
  expect(await read()).toEqual([['contradicts', 'Late, because aground.', 'low']])
  await notebook.call('history.undo', {})
  expect(await read()).toEqual([['supports', 'Late, because aground.', 'low']])
})

test('a link cannot become what another one says', async () => {
  const supports = await create()
  const other = await notebook.call('links.create', { from, to, relation: 'contradicts' })
  const become = notebook.call('links.update', { id: other.id, relation: 'supports', rationale: 'New.' })
  await expect(become).rejects.toMatchObject({ code: 'conflict', details: { id: supports.id } })
  expect((await notebook.call('links.list', {})).map(({ relation }) => relation).sort()).toEqual([
    'contradicts',
    'supports',
  ])
  const itself = await notebook.call('links.update', { id: other.id, relation: 'contradicts' })
  expect(itself.id).toBe(other.id)
})

test('a link from a passage carries how sure one is, and a second one takes the new words', async () => {
  const text = 'A headline\nThe ferry ran aground on Sunday.\n'
  const { lines } = await notebook.importPaths([await notebook.file('a.txt', text)])
  const passage = { sourceId: lines[0]?.sourceId ?? '', start: 11, end: 25, to, relation: 'supports' }
  const first = await notebook.call('links.createFromPassage', { ...passage, confidence: 'high' })
  const second = await notebook.call('links.createFromPassage', { ...passage, rationale: 'It says so.' })
  expect(second).toEqual(first)
  expect(await notebook.call('links.list', {})).toMatchObject([
    { id: first.linkId, confidence: 'high', rationale: 'It says so.' },
  ])
})

test('two passages are annotated and linked as one step, and not annotated twice', async () => {
  const text = 'A headline\nThe ferry ran aground on Sunday. Nobody was hurt.\n'
  const { lines } = await notebook.importPaths([await notebook.file('a.txt', text)])
  const sourceId = lines[0]?.sourceId ?? ''
  const ends = { from: { sourceId, start: 11, end: 43 }, to: { sourceId, start: 44, end: 60 } }
  const made = await notebook.call('links.connect', { ...ends, relation: 'qualifies', colour: 'blue' })
  expect(await notebook.call('annotations.list', { sourceId })).toMatchObject([
    { id: made.from.id, quote: 'The ferry ran aground on Sunday.', colour: 'blue' },
    { id: made.to.id, quote: 'Nobody was hurt.', colour: 'blue' },
  ])
  expect(await notebook.call('links.connect', { ...ends, relation: 'qualifies' })).toEqual(made)
  const mixed = await notebook.call('links.connect', { from: ends.from, to, relation: 'supports' })
  expect(mixed).toMatchObject({ from: made.from, to })
  // What is there already makes no step.
  await notebook.call('history.undo', {})
  await notebook.call('history.undo', {})
  expect(await notebook.call('links.list', {})).toEqual([])
  expect(await notebook.call('annotations.list', { sourceId })).toEqual([])
  await expect(
    notebook.call('links.connect', { from: ends.from, to: ends.from, relation: 'supports' }),
  ).rejects.toMatchObject({ code: 'invalid_input' })
  expect(await notebook.call('annotations.list', { sourceId })).toEqual([])
})
