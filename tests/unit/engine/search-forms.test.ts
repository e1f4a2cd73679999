import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

const german = `Der Hafen

Die Schiffe liegen seit Wochen im Hafen, und niemand weiß, wann das nächste Schiff wieder auslaufen darf.

Mit den Schiffen kamen früher die Händler aus den Häfen des Nordens, und die Häuser am Kai waren voll.
`
const russian = `Старая гавань

Эта гавань закрыта льдом, и корабли стоят уже третью неделю, но никто не знает, когда они смогут выйти в море.

В гавани было тихо, потому что за всё это время к нам не пришло ни одного человека. За гаванью начинается лес, и оттуда идёт дорога к городу, который стоит на холме у реки.
`
const english = `The port

The ships have been lying in port for weeks, and nobody knows when the next ship may leave the harbour again.
`

let notebook: TestNotebook
beforeAll(async () => {
  notebook = await testNotebook()
  const files = { 'de.txt': german, 'ru.txt': russian, 'en.txt': english }
  for (const [name, text] of Object.entries(files)) {
    await notebook.importPaths([await notebook.file(name, text)])
  }
  await notebook.engine.settled()
})
afterAll(() => notebook.close())

/** The words that a query marks, in lower case. */
async function marked(query: string): Promise<string[]> {
  const { hits } = await notebook.call('search.query', { query })
  const words = hits.flatMap(({ text, hits: marks }) => marks.map(([from, to]) => text.slice(from, to)))
  return [...new Set(words.map((word) => word.toLowerCase()))].sort()
}

test('the languages of the texts are known', async () => {
  const { languages } = await notebook.call('search.facets', { query: 'has:text' })
  expect(languages.map(({ value }) => value).sort()).toEqual(['de', 'en', 'ru'])
})

test.each([
  ['Schiff', ['schiff', 'schiffe', 'schiffen']],
  ['schiffen', ['schiff', 'schiffe', 'schiffen']],
  ['Hafen', ['hafen', 'häfen']],
  ['гавань', ['гавани', 'гавань', 'гаванью']],
  ['ГАВАНЬЮ', ['гавани', 'гавань', 'гаванью']],
  ['кораблями', ['корабли']],
  ['ship', ['ship', 'ships']],
])('%s finds its forms', async (query, forms) => {
  expect(await marked(query)).toEqual(forms)
})

test('in quotation marks a word is only itself, in every language', async () => {
  expect(await marked('"Schiff"')).toEqual(['schiff'])
  expect(await marked('"гавань"')).toEqual(['гавань'])
})

test('what is imported, corrected, left out, taken back or deleted is in the results at once', async () => {
  const { call } = notebook
  const total = async (query: string) => (await call('search.query', { query })).total
  const { lines } = await notebook.importPaths([
    await notebook.file('late.txt', 'Late\n\nThe pilot boat sank off Velm.\n\nA teaser about whales.\n'),
  ])
  const sourceId = lines[0]?.sourceId ?? ''
  expect(await total('pilot Velm')).toBe(1)

  const { text } = await call('sources.get', { id: sourceId })
  const at = text.indexOf('sank')
  await call('sources.correct', { id: sourceId, edits: [{ start: at, end: at + 4, text: 'foundered' }] })
  expect([await total('foundered'), await total('sank')]).toEqual([1, 0])
  await call('history.undo', {})
  expect([await total('foundered'), await total('sank')]).toEqual([0, 1])
  await call('history.redo', {})

  const now = (await call('sources.get', { id: sourceId })).text
  const from = now.indexOf('A teaser')
  await call('flags.exclude', { sourceId, start: from, end: now.length })
  expect([await total('whales'), await total('foundered')]).toEqual([0, 1])
  await call('history.undo', {})
  expect(await total('whales')).toBe(1)

  await call('sources.update', { id: sourceId, title: 'Shipwrecks of Velm' })
  expect(await total('title:shipwrecks')).toBe(1)
  const collection = await call('collections.create', { name: 'Wrecks', sourceIds: [sourceId] })
  expect(await total('foundered collection:wrecks')).toBe(1)
  await call('collections.remove', { id: collection.id, sourceIds: [sourceId] })
  expect(await total('foundered collection:wrecks')).toBe(0)

  await call('sources.delete', { id: sourceId })
  expect([await total('foundered'), await total('title:shipwrecks')]).toEqual([0, 0])
  await call('history.undo', {})
  expect([await total('foundered'), await total('title:shipwrecks')]).toEqual([1, 1])
  expect(await call('notebook.check', {})).toEqual({ ok: true, problems: [] })
})
