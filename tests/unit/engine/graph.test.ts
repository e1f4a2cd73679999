import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEngine } from '#engine/engine.ts'
import { newId } from '#shared/ids.ts'
import type { GraphPlace } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

test('passages stand for their source: parallel links are one edge, and one inside a source is none', async () => {
  const { call } = notebook
  const text = 'The ferry ran aground on Sunday. Nobody was hurt.'
  const { lines } = await notebook.importPaths([
    await notebook.file('a.txt', text),
    await notebook.file('b.txt', 'Nothing of it is told here.'),
  ])
  const sourceId = lines[0]?.sourceId ?? ''
  const claim = (await call('claims.create', { statement: 'A ferry ran aground.' })).id
  const other = (await call('claims.create', { statement: 'A ferry sailed.' })).id
  const note = (await call('notes.create', { title: 'Ferries' })).id
  await call('notes.create', { title: 'Linked to nothing' })
  const to = { kind: 'claim', id: claim } as const
  const from = { sourceId, start: 0, end: 9 }
  const inside = { sourceId, start: 10, end: 21 }
  const ids: string[] = []
  for (const passage of [from, inside]) {
    ids.push((await call('links.connect', { from: passage, to, relation: 'supports' })).linkId)
  }
  ids.push((await call('links.connect', { from, to, relation: 'qualifies' })).linkId)
  await call('links.connect', { from, to: inside, relation: 'restates' })
  const noteEnd = { kind: 'note', id: note } as const
  const otherEnd = { kind: 'claim', id: other } as const
  ids.push((await call('links.create', { from: noteEnd, to, relation: 'mentions' })).id)
  ids.push((await call('links.create', { from: to, to: otherEnd, relation: 'supports' })).id)
  const { nodes, edges } = await call('views.graph', {})
  expect(nodes.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    'claim C1 A ferry ran aground.',
    'claim C2 A ferry sailed.',
    expect.stringMatching(/^source /),
    'note Ferries',
  ])
  const source = { kind: 'source', id: sourceId }
  expect(edges).toMatchObject([
    { id: ids[0], from: source, to, linkIds: [ids[0], ids[1]] },
    { id: ids[2], from: source, to, linkIds: [ids[2]] },
    { id: ids[3], from: noteEnd, to, linkIds: [ids[3]] },
    { id: ids[4], from: to, to: otherEnd, linkIds: [ids[4]] },
  ])
})

test('a card knows its tags, its voice and its day', async () => {
  const { call } = notebook
  const text = 'The ferry ran aground on Sunday. Nobody was hurt, said the harbour master.'
  const { lines } = await notebook.importPaths([
    await notebook.file('a.txt', text),
    await notebook.file('b.txt', 'Nothing of it is told here.'),
  ])
  const [a = '', b = ''] = lines.map(({ sourceId }) => sourceId ?? '')
  await call('sources.update', { id: a, metadata: { issued: { 'date-parts': [[2025, 5]] } } })
  await call('origins.group', { sourceIds: [a, b] })
  const claim = await call('claims.createFromPassage', {
    sourceId: a,
    start: 0,
    end: 9,
    statement: 'It did.',
  })
  await call('claims.createFromPassage', { sourceId: b, start: 0, end: 7, statement: 'It did not.' })
  await call('tags.set', { object: { kind: 'annotation', id: claim.annotationId }, names: ['sea', 'Ferry'] })
  await call('tags.set', { object: { kind: 'claim', id: claim.claimId }, names: ['told'] })
  const { nodes, edges } = await call('views.graph', {})
  const [first, , source, other] = nodes
  expect(first).toMatchObject({ kind: 'claim', tags: ['told'], originId: null, date: [] })
  expect(source).toMatchObject({ id: a, tags: ['Ferry', 'sea'], date: [2025, 5] })
  expect(other).toMatchObject({ id: b, tags: [], date: [], originId: source?.originId })
  expect(source?.originId).not.toBeNull()
  const ids = edges.flatMap(({ linkIds }) => linkIds)
  const links = await call('views.graphLinks', { ids: [...ids, newId()] })
  expect(links.map(({ id }) => id)).toEqual(ids)
  expect(links[0]).toMatchObject({ fromLabel: 'The ferry', toLabel: 'C1 It did.' })
})

test('places of cards stay with the file, each layout its own, and are no step of the history', async () => {
  const { call } = notebook
  const place = (x: number): GraphPlace => ({ kind: 'claim', id: newId(), x, y: -0.5 })
  const [a, b, c] = [place(1), place(2), place(3)]
  const before = await call('history.list', {})
  await call('views.placeGraph', { layout: 'force', places: [a, b], replace: false })
  await call('views.placeGraph', { layout: 'columns', places: [c], replace: false })
  await call('views.placeGraph', { layout: 'force', places: [{ ...b, x: 20 }], replace: false })
  await notebook.reopen()
  const places = () => notebook.call('views.graphPlaces', { layout: 'force' })
  expect(await places()).toEqual(expect.arrayContaining([a, { ...b, x: 20 }]))
  await notebook.call('views.placeGraph', { layout: 'force', places: [c], replace: true })
  expect(await places()).toEqual([c])
  expect(await notebook.call('views.graphPlaces', { layout: 'columns' })).toEqual([c])
  expect(await notebook.call('history.list', {})).toEqual(before)
})

test('a notebook that is open for reading only keeps no places, and says nothing of it', async () => {
  await notebook.call('claims.create', { statement: 'A ferry ran aground.' })
  await notebook.engine.close()
  const before = await readFile(notebook.notebookPath)
  const engine = openEngine({
    notebookPath: notebook.notebookPath,
    sampleFolder: notebook.folder,
    readOnly: true,
  })
  const places = [{ kind: 'claim' as const, id: newId(), x: 1, y: 2 }]
  expect(await engine.call('views.placeGraph', { layout: 'force', places, replace: true })).toEqual({
    kept: false,
  })
  expect(await engine.call('views.graphPlaces', { layout: 'force' })).toEqual([])
  await engine.close()
  expect((await readFile(notebook.notebookPath)).equals(before)).toBe(true)
  await notebook.reopen()
})
