import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEngine } from '#engine/engine.ts'
import { openDatabase } from '#engine/store/database.ts'
import { schemaVersion } from '#engine/store/migrations/migrations.ts'

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
    INSERT INTO link SELECT 'l', 'claim', 'gone', id, 'claim', 'gone too', '', NULL, '', '' FROM relation LIMIT 1;
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
