import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importFiles } from '#engine/import/importer.ts'
import { ReaderPool } from '#engine/import/pool.ts'
import type { ImportItem } from '#engine/import/read.ts'
import { indexTerms, tokenizerVersion } from '#engine/search/tokenizer.ts'
import { Session } from '#engine/session.ts'
import { openStore, type Store } from '#engine/store/store.ts'

let folder: string
let store: Store
let session: Session
const pool = new ReaderPool(() => {})

const bytes = (name: string, text: string): ImportItem => ({
  kind: 'bytes',
  name,
  bytes: new TextEncoder().encode(text),
})
const words = (count: number, seed: number) =>
  Array.from({ length: count }, (_, index) => ((index + 1) * seed * 7_919).toString(36)).join(' ')
const run = (items: ImportItem[]) =>
  importFiles(session, pool, items, { signal: new AbortController().signal, progress: () => {} })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-failures-'))
  store = openStore({
    path: join(folder, 'n.crossread'),
    create: true,
    indexTerms,
    indexSignature: tokenizerVersion,
  })
  session = new Session(
    store,
    () => {},
    () => {},
  )
})
afterEach(async () => {
  await session.keeper.stop()
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a disk that fills up fails the files it has no room for, and the report says so', async () => {
  const small = bytes('small.txt', 'A few words.')
  expect((await run([small])).summary.imported).toBe(1)
  const pages = store.db.pragma('page_count', { simple: true })
  store.db.pragma(`max_page_count = ${pages}`)
  const large = [bytes('a.txt', words(50_000, 3)), bytes('b.txt', words(50_000, 5))]
  const report = await run([small, ...large])
  expect(report.lines.map(({ outcome }) => outcome)).toEqual(['skipped', 'failed', 'failed'])
  expect(report.lines[1]?.reason).toBe('The notebook could not be written: the disk is full.')
  store.db.pragma('max_page_count = 1000000')
  expect((await run(large)).summary.imported).toBe(2)
})

test('a disk that fills up in the middle of an import keeps what fitted', async () => {
  const pages = store.db.pragma('page_count', { simple: true })
  store.db.pragma(`max_page_count = ${Number(pages) + 500}`)
  const items = Array.from({ length: 30 }, (_, index) => bytes(`${index}.txt`, words(8_000, index + 1)))
  const { lines, summary } = await run(items)
  expect(lines).toHaveLength(30)
  expect(summary.imported).toBeGreaterThan(0)
  expect(summary.failed).toBeGreaterThan(0)
  expect(summary.imported + summary.failed).toBe(30)
  for (const { outcome, reason } of lines) {
    if (outcome === 'failed') expect(reason).toBe('The notebook could not be written: the disk is full.')
  }
  expect(store.db.prepare('SELECT count(*) AS sources FROM source').get()).toEqual({
    sources: summary.imported,
  })
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('a source that cannot be stored fails alone, and its twin with it', async () => {
  store.db.exec(`CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.source WHEN NEW.title LIKE 'Bad%'
    BEGIN SELECT raise(ABORT, 'refused'); END`)
  const items = [
    bytes('good.txt', 'Good words.'),
    bytes('bad.txt', 'Bad words.'),
    bytes('bad too.txt', 'Bad words.'),
    bytes('last.txt', 'Last words.'),
    bytes('last too.txt', 'Last words.'),
  ]
  const { lines, summary } = await run(items)
  expect(lines.map(({ outcome }) => outcome)).toEqual(['imported', 'failed', 'failed', 'imported', 'skipped'])
  expect(summary).toMatchObject({ imported: 2, skipped: 1, failed: 2 })
  expect(lines[3]?.sourceId).toBeTruthy()
  expect(lines[4]?.sourceId).toBe(lines[3]?.sourceId)
})
