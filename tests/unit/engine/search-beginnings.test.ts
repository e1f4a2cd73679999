import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

const importText = async (name: string, text: string) =>
  notebook.importPaths([await notebook.file(name, text)])

/** The words that a beginning is found by, sorted, each once. */
async function found(query: string): Promise<string[]> {
  const { hits, total } = await notebook.call('search.query', { query, limit: 5_000 })
  expect(hits).toHaveLength(total)
  return [
    ...new Set(hits.flatMap(({ text, hits: marks }) => marks.map(([start, end]) => text.slice(start, end)))),
  ].sort()
}

test('a beginning finds the same while the vocabulary is behind and when it has every word', async () => {
  await importText(
    'one.txt',
    'Levies\n\nThe levy was levied.\n\nA lever, leverage, a leveret.\n\nLévy said so.',
  )
  const words = ['Levies', 'Lévy', 'lever', 'leverage', 'leveret', 'levied', 'levy']
  expect(await found('lev*')).toEqual([...words].sort())
  await notebook.engine.settled()
  expect(await found('lev*')).toEqual([...words].sort())
  expect(await found('lev* -leverage')).toEqual(['Levies', 'Lévy', 'levied', 'levy'])

  await importText('two.txt', 'Levitation\n\nLevels were high.')
  const more = [...words, 'Levels', 'Levitation'].sort()
  expect(await found('lev*')).toEqual(more)
  await notebook.engine.settled()
  expect(await found('lev*')).toEqual(more)
  await notebook.call('history.undo', {})
  expect(await found('lev*')).toEqual([...words].sort())
})

test('a beginning that very many words have finds every one of them', async () => {
  const words = Array.from({ length: 300 }, (_, index) => `con${String(index).padStart(3, '0')}`)
  await importText('many.txt', words.map((word) => `Here stands ${word}.`).join('\n\n'))
  await notebook.engine.settled()
  expect(await found('con*')).toEqual(words)
  expect(await found('con2*')).toEqual(words.slice(200))
})
