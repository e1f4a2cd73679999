import { afterEach, beforeEach, expect, test } from 'vitest'
import { planQuery } from '#engine/search/plan.ts'
import { indexTerms, tokenizerVersion } from '#engine/search/tokenizer.ts'
import { openStore } from '#engine/store/store.ts'
import { matchBlocks } from '#engine/store/text-search.ts'
import { parseQuery } from '#shared/query/parse.ts'
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

test('the words of a frequent beginning, named one by one, find what the beginning finds, beside other words too', async () => {
  await importText(
    'levy.txt',
    'The levy\n\nA ferry pays the levy.\n\nThe ferry went below the level of the quay.\n\nNo lever moves a ferry.\n\nLevies rise.',
  )
  await notebook.engine.settled()
  await notebook.engine.close()
  const store = openStore({ path: notebook.notebookPath, indexTerms, indexSignature: tokenizerVersion })
  const ask = (input: string, frequentFrom: number) => {
    const query = parseQuery(input, true)
    if (query === null) throw new Error('nothing is asked for')
    const plan = planQuery(query, { db: store.db, stems: null, isCurrent: true, frequentFrom }, false)
    const { matches } = matchBlocks(store.db, plan)
    return { isNamed: plan.match?.includes('"level"'), ids: matches.map(({ id }) => id).sort() }
  }
  for (const input of ['lev*', 'ferry lev', '(lev* OR quay)', 'lev* -ferry']) {
    const [named, asPrefix] = [ask(input, 1), ask(input, 1_000)]
    expect({ input, isNamed: named.isNamed, other: asPrefix.isNamed }).toEqual({
      input,
      isNamed: true,
      other: false,
    })
    expect(named.ids.length).toBeGreaterThan(0)
    expect(named.ids).toEqual(asPrefix.ids)
  }
  // Inside NEAR FTS5 takes phrases alone.
  expect(ask('ferry NEAR/3 lev', 1).ids).toHaveLength(3)
  expect(ask('pays NEAR/3 lev*', 1).ids).toHaveLength(1)
  store.close()
})
