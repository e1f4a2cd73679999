import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '#shared/ids.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

const entries = 1_000
const bibliography = Array.from(
  { length: entries },
  (_, at) => `@article{e${at},\n  title = {Letters ${at}},\n  year = {1950}\n}\n`,
).join('\n')

const run = (paths: string[], jobId = newId()) => {
  const handles = paths.map((path) => notebook.engine.grant({ path, purpose: 'import' }))
  return notebook.call('import.run', { jobId, handles })
}

test('a bibliography that was stopped in the middle is gone on with', async () => {
  const path = await notebook.file('letters.bib', bibliography)
  const jobId = newId()
  notebook.engine.on('changed', () => void notebook.call('jobs.cancel', { jobId }))
  const first = await run([path], jobId)
  expect(first.cancelled).toBe(true)
  expect(first.summary.imported).toBeGreaterThan(0)
  expect(first.summary.imported).toBeLessThan(entries)
  await notebook.reopen()
  const second = await run([path])
  expect(second.summary).toMatchObject({ imported: entries - first.summary.imported, failed: 0 })
  const sources = await notebook.call('sources.list', {})
  expect(new Set(sources.map(({ title }) => title)).size).toBe(entries)
  expect(sources.length).toBe(entries)
  const third = await run([path])
  expect(third.lines).toMatchObject([{ outcome: 'skipped', reason: 'already here' }])
})

test('an entry of a bibliography that was deleted is brought again', async () => {
  const path = await notebook.file('letters.bib', bibliography)
  const { lines } = await run([path])
  await notebook.call('sources.delete', { id: lines[7]?.sourceId ?? '' })
  const again = await run([path])
  expect(again.summary.imported).toBe(1)
})

test('the same files imported twice at once are here once', async () => {
  const paths: string[] = []
  for (let at = 0; at < 80; at++) {
    paths.push(
      await notebook.file(`${at}.txt`, `Article ${at}\n\nThe boats of pier ${at} left the harbour.\n`),
    )
  }
  const reports = await Promise.all([run(paths), run(paths)])
  const sources = await notebook.call('sources.list', {})
  expect(sources.length).toBe(80)
  expect(reports.map(({ summary }) => summary)).toMatchObject([
    { imported: 80, skipped: 0 },
    { imported: 0, skipped: 80 },
  ])
})

test('an import whose process ended before it stored anything is no step of the history', async () => {
  await notebook.call('claims.create', { statement: 'The boats left' })
  const db = new Database(notebook.notebookPath)
  const at = new Date().toISOString()
  db.prepare("INSERT INTO command (label, started_at, at, state) VALUES ('import.run', ?, ?, 'done')").run(
    at,
    at,
  )
  db.close()
  await notebook.reopen()
  expect((await notebook.call('history.state', {})).undo).toMatchObject({ label: 'claims.create' })
})

test('an import that waits for another can be cancelled before its turn, and brings nothing', async () => {
  const paths: string[] = []
  for (let at = 0; at < 300; at++)
    paths.push(await notebook.file(`${at}.txt`, `Article ${at}\n\nPier ${at}.\n`))
  const late = await notebook.file('late.txt', 'Late\n\nIt has to wait.\n')
  const ended: string[] = []
  const jobId = newId()
  const first = run(paths).then((report) => {
    ended.push('first')
    return report
  })
  const second = run([late], jobId).then((report) => {
    ended.push('second')
    return report
  })
  await notebook.call('jobs.cancel', { jobId })
  expect(await second).toMatchObject({ lines: [], cancelled: true })
  expect((await first).summary.imported).toBe(300)
  expect(ended).toEqual(['second', 'first'])
  expect(await run([late])).toMatchObject({ summary: { imported: 1 } })
})
