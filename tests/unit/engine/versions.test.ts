import { afterEach, beforeEach, expect, test } from 'vitest'
import { plainToRichText } from '#shared-editor/text.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

const words = 'The ferry ran aground on Sunday. Nobody was hurt, the captain said.'

let notebook: TestNotebook
let sourceId: string
beforeEach(async () => {
  notebook = await testNotebook()
  const { lines } = await notebook.importPaths([await notebook.file('a.txt', words)])
  sourceId = lines[0]?.sourceId ?? ''
})
afterEach(() => notebook.close())

const versions = (kind: 'claim' | 'annotation' | 'source', id: string) =>
  notebook.call('history.ofObject', { object: { kind, id } })
const restore = (kind: 'claim' | 'annotation' | 'source', id: string, step: number) =>
  notebook.call('history.restore', { object: { kind, id }, step })

test('the states of a claim say what changed, and any of them can be gone back to as a step of its own', async () => {
  const { id } = await notebook.call('claims.create', { statement: 'The ferry sank.' })
  await notebook.call('claims.update', { id, statement: 'The ferry ran aground.' })
  await notebook.call('claims.update', { id, status: 'supported' })
  await notebook.call('claims.update', { id, status: 'refuted' })
  await notebook.call('history.undo', {})
  const found = await versions('claim', id)
  expect(found.map(({ change, fields, current }) => ({ change, fields, current }))).toEqual([
    { change: 'changed', fields: [{ field: 'status', before: 'open', after: 'supported' }], current: true },
    {
      change: 'changed',
      fields: [{ field: 'statement', before: 'The ferry sank.', after: 'The ferry ran aground.' }],
      current: false,
    },
    {
      change: 'created',
      fields: [
        { field: 'statement', before: '', after: 'The ferry sank.' },
        { field: 'status', before: '', after: 'open' },
      ],
      current: false,
    },
  ])
  await restore('claim', id, found[2]?.step ?? 0)
  expect(await notebook.call('claims.get', { id })).toMatchObject({
    statement: 'The ferry sank.',
    status: 'open',
  })
  await notebook.call('history.undo', {})
  expect(await notebook.call('claims.get', { id })).toMatchObject({ status: 'supported' })
  await expect(restore('claim', id, 0)).rejects.toMatchObject({ code: 'not_found' })
})

test('what was deleted long ago comes back with its links and tags, but not with what is gone itself', async () => {
  const { claimId, annotationId } = await notebook.call('claims.createFromPassage', {
    sourceId,
    start: 4,
    end: 9,
    statement: 'It was the ferry.',
  })
  const { id: noteId } = await notebook.call('notes.create', { title: 'Ferries' })
  const to = { kind: 'claim', id: claimId } as const
  await notebook.call('links.create', { from: { kind: 'note', id: noteId }, to, relation: 'mentions' })
  await notebook.call('tags.set', { object: to, names: ['sea'] })
  await notebook.call('claims.delete', { id: claimId })
  await notebook.call('notes.delete', { id: noteId })
  await notebook.call('claims.create', { statement: 'Something else, so that undoing is no way back' })
  const [gone, before] = await versions('claim', claimId)
  expect(gone).toMatchObject({ change: 'deleted', current: true })
  await restore('claim', claimId, before?.step ?? 0)
  const claim = await notebook.call('claims.get', { id: claimId })
  expect(claim).toMatchObject({ statement: 'It was the ferry.', tags: ['sea'] })
  expect(claim.evidence.map(({ other }) => other.id)).toEqual([annotationId])
  await notebook.call('history.undo', {})
  await expect(notebook.call('claims.get', { id: claimId })).rejects.toMatchObject({ code: 'not_found' })
})

test('a source comes back with its annotations and their links, and a text that it had is searched again', async () => {
  const { claimId, annotationId } = await notebook.call('claims.createFromPassage', {
    sourceId,
    start: 4,
    end: 9,
    statement: 'It was the ferry.',
  })
  await notebook.call('sources.delete', { id: sourceId })
  await notebook.call('claims.update', { id: claimId, statement: 'It was a ferry.' })
  expect((await notebook.call('search.query', { query: 'aground' })).total).toBe(0)
  await restore('source', sourceId, (await versions('source', sourceId))[1]?.step ?? 0)
  expect((await notebook.call('search.query', { query: 'aground' })).total).toBe(1)
  const { evidence } = await notebook.call('claims.get', { id: claimId })
  expect(evidence[0]?.annotation).toMatchObject({ id: annotationId, quote: 'ferry', state: 'exact' })
})

test('an annotation goes back to its words and colour, and keeps its place where the text is another now', async () => {
  const { id } = await notebook.call('annotations.create', { sourceId, start: 4, end: 9, colour: 'red' })
  await notebook.call('annotations.update', { id, comment: plainToRichText('Which one?') })
  await notebook.call('annotations.update', { id, colour: 'blue' })
  await notebook.call('sources.correct', { id: sourceId, edits: [{ start: 0, end: 3, text: 'Aldra’s' }] })
  const first = (await versions('annotation', id)).at(-1)
  await restore('annotation', id, first?.step ?? 0)
  expect(await notebook.call('annotations.get', { id })).toMatchObject({
    colour: 'red',
    commentText: '',
    quote: 'ferry',
    start: 8,
  })
})

test('an annotation that comes back to another text is lost there until it is given a place', async () => {
  const { id } = await notebook.call('annotations.create', { sourceId, start: 4, end: 9 })
  await notebook.call('annotations.delete', { id })
  await notebook.call('sources.correct', { id: sourceId, edits: [{ start: 0, end: 3, text: 'Aldra’s' }] })
  await restore('annotation', id, (await versions('annotation', id))[1]?.step ?? 0)
  expect(await notebook.call('annotations.get', { id })).toMatchObject({ state: 'lost', quote: 'ferry' })
  const [waiting] = await notebook.call('annotations.drifted', {})
  expect(waiting?.places[0]).toMatchObject({ start: 8, end: 13 })
})
