import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportReport } from '#shared/model.ts'
import { builtCli, crossread, jsonLines, withBuiltCli } from './crossread.ts'

withBuiltCli()

const files = 3_000
let folder: string
let notebook: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-killed-'))
  notebook = join(folder, 'n.crossread')
  mkdirSync(join(folder, 'in'))
  for (let at = 0; at < files; at++) {
    const lines = [
      `Article ${at}`,
      `On day ${at} the boats of pier ${at} left the harbour.`,
      `They are ${at}.`,
    ]
    writeFileSync(join(folder, 'in', `${at}.txt`), `${lines.join('\n\n')}\n`)
  }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function read<T>(work: (db: Database.Database) => T): T {
  const db = new Database(notebook, { readonly: true })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

const countSources = () =>
  read((db) => (db.prepare('SELECT count(*) AS count FROM source').get() as { count: number }).count)

/** Starts an import and kills its process, as a crash would, once it has stored something. */
async function importAndKill(): Promise<void> {
  const child = spawn(process.execPath, [builtCli, 'import', join(folder, 'in'), '--notebook', notebook])
  const ended = new Promise((done) => child.on('close', (_code, signal) => done(signal)))
  for (let stored = 0; stored === 0 && child.exitCode === null; await setTimeout(2)) {
    try {
      stored = countSources()
    } catch {
      // The notebook is only just being made.
    }
  }
  child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
}

test('an import that is killed leaves whole sources, and the next one brings the rest', async () => {
  await importAndKill()
  const stored = countSources()
  expect(stored).toBeGreaterThan(0)
  expect(stored).toBeLessThan(files)
  expect(await crossread(['check', '--notebook', notebook])).toMatchObject({ code: 0 })
  const texts = read((db) =>
    db
      .prepare(
        `SELECT text.hash, text.length, (SELECT group_concat(block.text, char(10)) FROM
           (SELECT text FROM block WHERE text_id = text.id ORDER BY ordinal) AS block) AS text
         FROM source JOIN text ON text.id = text_id`,
      )
      .all(),
  ) as { hash: string; length: number; text: string }[]
  for (const { hash, length, text } of texts) {
    expect(text.length).toBe(length)
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash)
  }
  const again = await crossread(['import', join(folder, 'in'), '--notebook', notebook, '--json'])
  expect(again.code).toBe(0)
  const last = jsonLines<Partial<ImportReport>>(again.stdout).at(-1)
  expect(last?.summary).toMatchObject({ imported: files - stored, skipped: stored, failed: 0 })
  expect(countSources()).toBe(files)
  expect(
    read((db) => db.prepare('SELECT count(*) AS count FROM fingerprint WHERE compared = 0').get()),
  ).toEqual({
    count: 0,
  })
  await crossread(['undo', '--notebook', notebook])
  expect(countSources()).toBe(stored)
  await crossread(['undo', '--notebook', notebook])
  expect(countSources()).toBe(0)
})
