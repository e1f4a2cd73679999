import { afterEach, beforeEach, expect, test } from 'vitest'
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
    { id: ids[0], from: source, to, links: 2 },
    { id: ids[2], from: source, to, links: 1 },
    { id: ids[3], from: noteEnd, to, links: 1 },
    { id: ids[4], from: to, to: otherEnd, links: 1 },
  ])
})
