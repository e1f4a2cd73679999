import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ObjectKind } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
const harbour = 'Ministers weigh a levy on the harbour'

beforeAll(async () => {
  notebook = await testNotebook()
  await notebook.importPaths([
    await notebook.file('harbour.txt', `${harbour}\n\nNobody has been asked yet.`),
    await notebook.file('bridge.txt', 'The bridge stays shut\n\nThe harbour is quiet.'),
    // A title that no block holds: its words stand in the names of sources alone.
    await notebook.file(
      'entry.ris',
      'TY  - JOUR\nTI  - Sedimentology of tidal inlets\nAU  - Ødegård, Liv\nJO  - Marine Letters\nPY  - 2021\nER  - \n',
    ),
  ])
  const bridge = (await labels('bridge', ['source'])).ids[0] ?? ''
  await notebook.call('tags.set', { object: { kind: 'source', id: bridge }, names: ['Infrastructure'] })
  const claim = await notebook.call('claims.create', { statement: 'The harbour pays for the bridge' })
  await notebook.call('claims.update', { id: claim.id, status: 'contested' })
  await notebook.engine.settled()
})
afterAll(() => notebook.close())

async function labels(text: string, kinds?: ObjectKind[]) {
  const found = await notebook.call('search.suggest', { text, ...(kinds && { kinds }) })
  return { ids: found.map(({ id }) => id), names: found.map(({ label }) => label) }
}

test.each([
  ['the beginning of a title', 'minist', [harbour]],
  ['words in any order', 'harbour levy', [harbour]],
  ['words out of letters that are written otherwise', 'MINISTERS LÉVY', [harbour]],
  ['a misspelt word', 'minsiters', [harbour]],
  ['a misspelt word that no text holds', 'sedimentolgy', ['Sedimentology of tidal inlets']],
  ['an author', 'odegard', ['Sedimentology of tidal inlets']],
  ['where it was published, and a word of the title', 'marine tidal', ['Sedimentology of tidal inlets']],
  ['a tag', 'infra', ['The bridge stays shut']],
  ['nothing there is', 'zebra', []],
  ['no words', '!?', []],
])('sources are found by %s', async (_, text, expected) => {
  expect((await labels(text, ['source'])).names).toEqual(expected)
})

test('of sources and what was written, that comes first whose name is nearer to what was typed', async () => {
  expect((await labels('bridge')).names).toEqual([
    'The bridge stays shut',
    'C1 The harbour pays for the bridge',
  ])
  expect((await labels('harbour pays')).names).toEqual(['C1 The harbour pays for the bridge'])
})

test('a title that was changed is found by its new words at once, and misspelt once the vocabulary has followed', async () => {
  const [id = ''] = (await labels('bridge', ['source'])).ids
  await notebook.call('sources.update', { id, title: 'Quayside crossings reopen' })
  expect((await labels('quay', ['source'])).ids).toEqual([id])
  expect((await labels('bridge', ['source'])).ids).toEqual([])
  await notebook.engine.settled()
  expect((await labels('quaysdie', ['source'])).ids).toEqual([id])
  await notebook.call('history.undo', {})
  expect((await labels('bridge', ['source'])).ids).toEqual([id])
})

test('an empty text gives the newest of everything', async () => {
  const { names } = await labels('')
  expect(names[0]).toBe('C1 The harbour pays for the bridge')
  expect(names).toHaveLength(4)
})
