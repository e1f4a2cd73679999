import { linkSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEngine } from '#engine/engine.ts'
import { openDatabase } from '#engine/store/database.ts'
import { schemaVersion } from '#engine/store/migrations/migrations.ts'
import { testNotebook } from '../../helpers/notebook.ts'

let folder: string
const at = (name: string) => join(folder, name)
const open = (name: string, create = false) =>
  openEngine({ notebookPath: at(name), sampleFolder: folder, create })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-store-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a notebook says what it is, is durable, and is named after its file', async () => {
  const engine = open('Troops.crossread', true)
  const info = await engine.call('notebook.info', {})
  await engine.close()
  expect(info).toMatchObject({ name: 'Troops', readOnly: false, schemaVersion })
  const { db, close } = openDatabase({ path: at('Troops.crossread') })
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(db.pragma('synchronous', { simple: true })).toBe(2)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  close()
})

test('a missing notebook is made only where that was asked for', async () => {
  expect(() => open('none.crossread')).toThrow(expect.objectContaining({ code: 'notebook_missing' }))
  await open('none.crossread', true).close()
  await open('none.crossread').close()
})

test('a file of another program is refused and left alone', () => {
  writeFileSync(at('letter.crossread'), 'Dear Sir or Madam, this is long enough to be read as a header.')
  const other = new Database(at('other.crossread'))
  other.exec('CREATE TABLE t (a)')
  other.close()
  for (const name of ['letter.crossread', 'other.crossread']) {
    const before = readFileSync(at(name))
    expect(() => open(name, true)).toThrow(expect.objectContaining({ code: 'not_a_notebook' }))
    expect(readFileSync(at(name)).equals(before)).toBe(true)
  }
})

test('a notebook of a newer version is refused and left alone', async () => {
  await open('new.crossread', true).close()
  const db = new Database(at('new.crossread'))
  db.pragma(`user_version = ${schemaVersion + 1}`)
  db.close()
  const before = readFileSync(at('new.crossread'))
  expect(() => open('new.crossread')).toThrow(expect.objectContaining({ code: 'notebook_newer' }))
  expect(readFileSync(at('new.crossread')).equals(before)).toBe(true)
})

test('a second writer is told that the notebook is open elsewhere; a reader may look', async () => {
  const writer = open('one.crossread', true)
  await writer.call('claims.create', { statement: 'Seen by the reader' })
  expect(() => open('one.crossread')).toThrow(expect.objectContaining({ code: 'notebook_in_use' }))
  const reader = openEngine({ notebookPath: at('one.crossread'), sampleFolder: folder, readOnly: true })
  expect((await reader.call('claims.list', {})).length).toBe(1)
  await expect(reader.call('claims.create', { statement: 'no' })).rejects.toMatchObject({ code: 'read_only' })
  await reader.close()
  await writer.close()
  await open('one.crossread').close()
})

test('another way to the same file is the same notebook', async () => {
  const writer = open('one.crossread', true)
  symlinkSync(at('one.crossread'), at('link.crossread'))
  linkSync(at('one.crossread'), at('hard.crossread'))
  for (const name of ['link.crossread', 'hard.crossread']) {
    expect(() => open(name)).toThrow(expect.objectContaining({ code: 'notebook_in_use' }))
  }
  const handle = writer.grant({ path: at('link.crossread'), purpose: 'notebook' })
  expect((await writer.call('notebook.open', { handle })).name).toBe('one')
  await writer.close()
})

test('switches of the notebook wait for each other, and one that fails stops nothing', async () => {
  const engine = open('a.crossread', true)
  const grant = (name: string) => engine.grant({ path: at(name), purpose: 'notebook' })
  const names = await Promise.all([
    engine.call('notebook.openSample', {}),
    engine.call('notebook.open', { handle: grant('new.crossread') }),
    engine.call('notebook.open', { handle: grant('new.crossread') }),
    engine.call('notebook.openSample', {}),
    engine.call('notebook.open', { handle: grant('a.crossread') }),
  ])
  expect(names.map((info) => info.location)).toEqual(
    ['Sample notebook', 'new', 'new', 'Sample notebook', 'a'].map((name) => at(`${name}.crossread`)),
  )
  writeFileSync(at('letter.crossread'), 'Dear Sir or Madam, this is long enough to be a header.')
  const handles: string[] = []
  for (let number = 0; number < 50; number++) {
    const bytes = new TextEncoder().encode(`Article ${number}.`)
    handles.push((await engine.call('files.upload', { name: `${number}.txt`, bytes })).handle)
  }
  const [report] = await Promise.all([
    engine.call('import.run', { jobId: 'import-job', handles }),
    expect(engine.call('notebook.open', { handle: grant('letter.crossread') })).rejects.toMatchObject({
      code: 'not_a_notebook',
    }),
  ])
  expect(report.summary.imported).toBe(50)
  await engine.close()
})

test('what is still asked of a notebook when another one is opened is cancelled', async () => {
  const words = Array.from({ length: 3_000 }, (_, at) => `Paragraph ${at} tells of harbours.`).join('\n\n')
  const notebook = await testNotebook()
  const { lines } = await notebook.importPaths([await notebook.file('long.txt', words)])
  const edits = [{ start: 0, end: 9, text: 'The first paragraph' }]
  const asked = Promise.allSettled([
    notebook.call('sources.correct', { id: lines[0]?.sourceId ?? '', edits }),
    notebook.call('search.sources', { query: 'harbours' }),
  ])
  const path = join(notebook.folder, 'other.crossread')
  const handle = notebook.engine.grant({ path, purpose: 'notebook' })
  await notebook.call('notebook.open', { handle })
  for (const outcome of await asked) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } })
  }
  await notebook.close()
})

test('a folder is no notebook, and a file is no folder to put one in', async () => {
  expect(() => open('.', true)).toThrow(expect.objectContaining({ code: 'not_a_notebook' }))
  writeFileSync(at('file'), 'x')
  expect(() => open('file/n.crossread', true)).toThrow(expect.objectContaining({ code: 'file_unreadable' }))
})

test('an index that lacks blocks is found by a reader and mended by repair', async () => {
  const engine = open('n.crossread', true)
  const { handle } = await engine.call('files.upload', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('One word.'),
  })
  await engine.call('import.run', { jobId: 'job-of-test', handles: [handle] })
  const db = new Database(at('n.crossread'))
  db.exec("DELETE FROM block_index; INSERT INTO block_index (block_index, rank) VALUES ('automerge', 0)")
  db.close()
  await engine.close()
  const reader = openEngine({ notebookPath: at('n.crossread'), sampleFolder: folder, readOnly: true })
  expect((await reader.call('notebook.check', {})).problems.map((problem) => problem.kind)).toEqual(['index'])
  await reader.close()
  const writer = open('n.crossread')
  expect((await writer.call('search.query', { query: 'word' })).total).toBe(0)
  expect(await writer.call('notebook.repair', {})).toEqual({ ok: true, problems: [] })
  expect((await writer.call('search.query', { query: 'word' })).total).toBe(1)
  await writer.close()
})

test('an index of another tokenizer is built anew, a name that was never given is given', async () => {
  const engine = open('Old one.crossread', true)
  const { handle } = await engine.call('files.upload', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('One word.'),
  })
  await engine.call('import.run', { jobId: 'job-of-test', handles: [handle] })
  await engine.close()
  const db = new Database(at('Old one.crossread'))
  db.exec(
    `DELETE FROM block_index; DELETE FROM notebook; UPDATE setting SET value = '"0"' WHERE key = 'index.signature'`,
  )
  db.close()
  const again = open('Old one.crossread')
  await expect.poll(async () => (await again.call('search.query', { query: 'word' })).total).toBe(1)
  expect((await again.call('notebook.info', {})).name).toBe('Old one')
  await again.close()
})

test('what is wrong with a file is found and said', async () => {
  const engine = open('bad.crossread', true)
  const { handle } = await engine.call('files.upload', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Some words here.'),
  })
  await engine.call('import.run', { jobId: 'job-of-test', handles: [handle] })
  expect(await engine.call('notebook.check', {})).toEqual({ ok: true, problems: [] })
  const db = new Database(at('bad.crossread'))
  db.exec(`
    DELETE FROM block_index WHERE rowid = (SELECT min(id) FROM block);
    INSERT INTO link SELECT 'l', 'claim', 'gone', id, 'claim', 'gone too', '', NULL, '', '', NULL, NULL FROM relation LIMIT 1;
  `)
  db.close()
  const { ok, problems } = await engine.call('notebook.check', {})
  expect(ok).toBe(false)
  expect(problems.map((problem) => problem.kind).sort()).toEqual(['index', 'link'])
  await engine.close()
})

test('the sample notebook is built once and has no history to undo', async () => {
  const engine = open('mine.crossread', true)
  const sample = await engine.call('notebook.openSample', {})
  expect(sample.counts.sources).toBeGreaterThanOrEqual(6)
  expect(sample.counts.links).toBeGreaterThan(5)
  expect((await engine.call('history.state', {})).undo).toBeNull()
  expect((await engine.call('notebook.check', {})).problems).toEqual([])
  await engine.call('claims.create', { statement: 'Mine' })
  const back = engine.grant({ path: at('mine.crossread'), purpose: 'notebook' })
  expect((await engine.call('notebook.open', { handle: back })).name).toBe('mine')
  expect((await engine.call('notebook.openSample', {})).counts.claims).toBe(sample.counts.claims + 1)
  await engine.close()
})
