import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Backups } from '#engine/backups.ts'
import { openEngine } from '#engine/engine.ts'
import { indexTerms, tokenizerVersion } from '#engine/search/tokenizer.ts'
import { Session } from '#engine/session.ts'
import { backUp, backupsToKeep } from '#engine/store/backup.ts'
import { openStore, type Store } from '#engine/store/store.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-backup-'))
  const path = join(folder, 'n.crossread')
  store = openStore({ path, create: true, indexTerms, indexSignature: tokenizerVersion })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const addTag = (name: string) =>
  store.journal.record('test', () =>
    store.db.prepare('INSERT INTO tag (id, name) VALUES (?, ?)').run(name, name),
  )

test('a backup is a whole notebook of that moment, and nothing else is left in the folder', async () => {
  addTag('before')
  const copies = join(folder, 'copies')
  const path = await backUp(store.db, copies, new Date(2026, 4, 23, 9, 5, 7))
  addTag('after')
  expect(readdirSync(copies)).toEqual(['2026-05-23T09-05-07.crossread'])
  const copy = openEngine({ notebookPath: path, sampleFolder: folder })
  expect((await copy.call('tags.list', {})).map((tag) => tag.name)).toEqual(['before'])
  expect((await copy.call('notebook.check', {})).ok).toBe(true)
  await copy.close()
})

test('a notebook is backed up when something changed, was undone or done again, and not otherwise', async () => {
  const copies = join(folder, 'copies')
  const session = new Session(
    store,
    () => {},
    () => {},
  )
  const lines: string[] = []
  const backups = new Backups(copies, session, (line) => lines.push(line))
  const made = async () => {
    await backups.backUpIfChanged()
    return lines.length
  }
  expect(await made()).toBe(0)
  session.change('claims.create', () =>
    store.db.exec("INSERT INTO claim VALUES ('c', 1, 'S', 'open', NULL, '', '', '')"),
  )
  expect(await made()).toBe(1)
  expect(await made()).toBe(1)
  session.change('claims.update', () => store.db.exec("UPDATE claim SET status = 'refuted'"))
  expect(await made()).toBe(2)
  session.undo()
  expect(await made()).toBe(3)
  session.redo()
  expect(await made()).toBe(4)
  expect(lines.every((line) => line.startsWith('backed up'))).toBe(true)
  await backups.stop()
})

test('a backup that cannot be made is said in the log and stops nothing', async () => {
  addTag('t')
  store.db.exec("INSERT INTO claim VALUES ('c', 1, 'S', 'open', NULL, '', '', '')")
  writeFileSync(join(folder, 'file'), '')
  const lines: string[] = []
  const backups = new Backups(
    join(folder, 'file'),
    new Session(
      store,
      () => {},
      () => {},
    ),
    (line) => lines.push(line),
  )
  await backups.backUpIfChanged()
  expect(lines).toEqual([expect.stringContaining('backup failed')])
  await backups.stop()
})

test('three of today, one a day for a week, one a week for a month before, and never what is no backup', () => {
  const now = new Date(2026, 10, 22, 12)
  const name = (day: number, hour: number) => {
    const at = new Date(2026, 10, day, hour)
    const two = (number: number) => String(number).padStart(2, '0')
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}-00-00.crossread`
  }
  const names: string[] = ['mine.crossread', 'unfinished']
  for (let day = 22; day > -60; day--) for (const hour of [8, 9, 10, 11]) names.push(name(day, hour))
  const kept = backupsToKeep(names, now)
  expect(kept.slice(0, 4)).toEqual([name(22, 11), name(22, 10), name(22, 9), name(21, 11)])
  expect(kept).toHaveLength(3 + 7 + 4)
  expect(kept).not.toContain('mine.crossread')
  fc.assert(
    fc.property(fc.subarray(names), (some) => {
      const first = backupsToKeep(some, now)
      expect(backupsToKeep(first, now)).toEqual(first)
      const newest = some
        .filter((each) => /^\d/.test(each))
        .sort()
        .at(-1)
      if (newest !== undefined) expect(first).toContain(newest)
    }),
  )
})
