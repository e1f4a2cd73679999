import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEngine } from '#engine/engine.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
  for (const name of ['First', 'Second']) {
    const text = `${name} report\n\nThe council withdrew the levy, and the harbour master withdraws his plan.\n`
    await notebook.importPaths([await notebook.file(`${name}.txt`, text)])
  }
  await notebook.engine.settled()
})
afterEach(() => notebook.close())

const check = async () => (await notebook.call('notebook.check', {})).problems.map(({ message }) => message)
const total = async (query: string) => (await notebook.call('search.query', { query })).total

/** Does to the closed file what no part of Crossread does. */
async function damage(sql: string): Promise<void> {
  await notebook.engine.close()
  const db = new Database(notebook.notebookPath)
  db.unsafeMode()
  db.exec(sql)
  db.close()
  await notebook.reopen()
}

test.each([
  [
    'a source is missing from the index of names',
    'DELETE FROM source_index WHERE rowid = 1',
    'the index of titles and names is off by 1 sources',
    'title:first',
  ],
  [
    'a name of no source is in the index',
    "INSERT INTO source_index (rowid, title) VALUES (99, 'nowhere')",
    'the index of titles and names is off by 1 sources',
    'title:first',
  ],
  [
    'the tables of the index of names are damaged',
    "UPDATE source_index_data SET block = x'00'",
    'the index of titles and names is off by 2 sources',
    'title:first',
  ],
  [
    'a word is missing',
    "DELETE FROM term WHERE term = 'withdraws'",
    'the vocabulary of the search is broken',
    'withdraw',
  ],
  [
    'a word is counted wrong',
    "UPDATE term SET blocks = 7 WHERE term = 'withdraws'",
    'the vocabulary of the search is off by 2 words',
    'withdraw',
  ],
  [
    'a word has lost its stem',
    "DELETE FROM term WHERE 0; INSERT INTO term_stem VALUES ('x', 'en', 9999)",
    'the vocabulary of the search is off by 1 words',
    'withdraw',
  ],
  [
    'words cannot be looked up by their letters',
    "INSERT INTO term_trigram (term_trigram) VALUES ('delete-all')",
    'the vocabulary of the search is broken',
    'harbuor',
  ],
])('check tells that %s, and repair mends it', async (_, sql, message, query) => {
  expect(await check()).toEqual([])
  expect(await total(query)).toBeGreaterThan(0)
  await damage(sql)
  expect(await check()).toEqual([message])
  expect(await notebook.call('notebook.repair', {})).toEqual({ ok: true, problems: [] })
  expect(await check()).toEqual([])
  expect(await total(query)).toBeGreaterThan(0)
})

test('a vocabulary that is behind is no damage, and a notebook that is only read answers with it', async () => {
  await notebook.engine.close()
  const db = new Database(notebook.notebookPath)
  db.exec(`
    DELETE FROM term_stem; INSERT INTO term_trigram (term_trigram) VALUES ('delete-all'); DELETE FROM term;
    INSERT INTO term (term, blocks) VALUES ('harbour', 40), ('council', 1), ('gone', 9);
    INSERT INTO term_trigram (term_trigram) VALUES ('rebuild');
    UPDATE setting SET value = '"an older state"' WHERE key = 'vocabulary.mark'`)
  db.close()
  const reader = openEngine({
    notebookPath: notebook.notebookPath,
    sampleFolder: notebook.folder,
    readOnly: true,
  })
  const read = async (query: string) => (await reader.call('search.query', { query })).total
  expect(await reader.call('notebook.check', {})).toEqual({ ok: true, problems: [] })
  // What the vocabulary has not is found all the same; what only it has is not made up.
  expect(await read('withdraws')).toBe(2)
  expect(await read('gone')).toBe(0)
  expect(await read('harbuor')).toBe(2)
  expect(await read('levy council')).toBe(2)
  expect(await read('with*')).toBe(2)
  expect((await reader.call('search.facets', { query: 'levy' })).sources).toBe(2)
  await reader.close()
  await notebook.reopen()
  await notebook.engine.settled()
  expect(await total('withdraw')).toBe(2)
})
