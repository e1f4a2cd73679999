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

type Kind = 'claim' | 'annotation' | 'source' | 'link' | 'tag' | 'collection'
const versions = (kind: Kind, id: string) => notebook.call('history.ofObject', { object: { kind, id } })
const restore = (kind: Kind, id: string, step: number) =>
  notebook.call('history.restore', { object: { kind, id }, step })
/** Takes an object back to the first state that it was in. */
const restoreFirst = async (kind: Kind, id: string) =>
  restore(kind, id, (await versions(kind, id)).at(-1)?.step ?? 0)
const expectClean = async () =>
  expect(await notebook.call('notebook.check', {})).toEqual({ ok: true, problems: [] })
const claim = async (statement: string) => {
  const { id } = await notebook.call('claims.create', { statement })
  return { kind: 'claim', id } as const
}

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

test('a link does not come back to an end that is gone, nor beside one that says the same', async () => {
  const [from, to, kept] = [await claim('It sank.'), await claim('It burnt.'), await claim('It was lost.')]
  const link = await notebook.call('links.create', { from, to, relation: 'supports' })
  await notebook.call('links.update', { id: link.id, relation: 'contradicts' })
  const same = await notebook.call('links.create', { from, to, relation: 'supports' })
  await expect(restoreFirst('link', link.id)).rejects.toMatchObject({ code: 'conflict' })
  await notebook.call('links.delete', { id: same.id })
  await notebook.call('claims.merge', { ids: [kept.id, to.id] })
  await expect(restoreFirst('link', link.id)).rejects.toMatchObject({ code: 'conflict' })
  await notebook.call('links.delete', { id: link.id })
  await notebook.call('claims.delete', { id: from.id })
  await expect(restoreFirst('link', link.id)).rejects.toMatchObject({ code: 'conflict' })
  expect(await notebook.call('links.list', {})).toEqual([])
  await expectClean()
})

test('a name that another has by now, and a relation that is gone, are not gone back to', async () => {
  const tagged = { kind: 'source', id: sourceId } as const
  await notebook.call('tags.set', { object: tagged, names: ['sea'] })
  const id = (await notebook.call('tags.list', {}))[0]?.id ?? ''
  await notebook.call('tags.rename', { id, name: 'ocean' })
  await notebook.call('tags.set', { object: tagged, names: ['sea'] })
  await expect(restoreFirst('tag', id)).rejects.toMatchObject({ code: 'conflict' })
  const style = { inverse: 'echoed by', sign: '≈', colour: 'red', lineStyle: 'solid' } as const
  const relation = { name: 'echoes', ...style, symmetric: false, stance: 0 } as const
  const own = await notebook.call('relations.create', relation)
  const [from, to] = [await claim('It sank.'), await claim('It burnt.')]
  const link = await notebook.call('links.create', { from, to, relation: 'echoes' })
  await notebook.call('links.update', { id: link.id, relation: 'supports' })
  await notebook.call('relations.delete', { id: own.id })
  await expect(restoreFirst('link', link.id)).rejects.toMatchObject({ code: 'conflict' })
})

test('a collection does not go back into one that stands inside it now', async () => {
  const outer = await notebook.call('collections.create', { name: 'Ports' })
  const inner = await notebook.call('collections.create', { name: 'Aldra', parentId: outer.id })
  await notebook.call('collections.update', { id: inner.id, parentId: null })
  await notebook.call('collections.update', { id: outer.id, parentId: inner.id })
  await expect(restoreFirst('collection', inner.id)).rejects.toMatchObject({ code: 'invalid_input' })
})

test('a source comes back into its group, or as a voice of its own where nobody is left of it', async () => {
  const path = await notebook.file('b.txt', 'In Aldra something else altogether came about.')
  const { lines } = await notebook.importPaths([path])
  const otherId = lines[0]?.sourceId ?? ''
  await notebook.call('origins.group', { sourceIds: [sourceId, otherId] })
  const sizes = async () => (await notebook.call('sources.list', {})).map(({ originSize }) => originSize)
  await notebook.call('sources.delete', { id: sourceId })
  await restoreFirst('source', sourceId)
  expect(await sizes()).toEqual([2, 2])
  await notebook.call('history.undo', {})
  expect(await sizes()).toEqual([1])
  await notebook.call('sources.delete', { id: otherId })
  await restoreFirst('source', sourceId)
  expect(await sizes()).toEqual([1])
  await expectClean()
})

test('a lost annotation comes back as it was judged, with the words that it was made on', async () => {
  const { id } = await notebook.call('annotations.create', { sourceId, start: 33, end: 48 })
  const correct = async (words: string, text: string) => {
    const start = (await notebook.call('sources.get', { id: sourceId })).text.indexOf(words)
    await notebook.call('sources.correct', {
      id: sourceId,
      edits: [{ start, end: start + words.length, text }],
    })
  }
  await correct('was hurt', 'was injured')
  await correct('Nobody was injured, the captain said.', 'Zzz qqq.')
  const drifted = async () =>
    (await notebook.call('annotations.drifted', {})).map(({ oldQuote, annotation }) => [
      annotation.state,
      oldQuote,
    ])
  const comeBack = async () => {
    await notebook.call('annotations.delete', { id })
    await restoreFirst('annotation', id)
  }
  expect(await drifted()).toEqual([['lost', 'Nobody was hurt']])
  await comeBack()
  expect(await drifted()).toEqual([['lost', 'Nobody was hurt']])
  await notebook.call('annotations.accept', { ids: [id] })
  await comeBack()
  expect(await drifted()).toEqual([])
})

test('a title that is gone back to is in the vocabulary again', async () => {
  const path = await notebook.file('b.txt', 'In Aldra something else altogether came about.')
  const { lines } = await notebook.importPaths([path])
  await notebook.call('sources.update', { id: sourceId, title: 'Xylophones' })
  await notebook.call('sources.update', { id: sourceId, title: 'Plain words' })
  await notebook.call('sources.update', { id: lines[0]?.sourceId ?? '', title: 'Of something else' })
  await notebook.engine.settled()
  await restore('source', sourceId, (await versions('source', sourceId))[1]?.step ?? 0)
  await notebook.engine.settled()
  await expectClean()
  expect((await notebook.call('search.suggest', { text: 'Xylofones' })).map(({ id }) => id)).toEqual([
    sourceId,
  ])
})
