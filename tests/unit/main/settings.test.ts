import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLog } from '../../../src/main/log.ts'
import { Settings } from '../../../src/main/settings.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-shell-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('settings outlive the app, with the last notebook in front and ten at most', () => {
  const path = join(folder, 'settings.json')
  const settings = new Settings(path)
  for (let i = 0; i < 12; i++) settings.remember(`/n${i}`)
  settings.remember('/n8')
  settings.update({ background: '#112233' })
  const { recentNotebooks, background, window } = new Settings(path).data
  expect(recentNotebooks.slice(0, 3)).toEqual(['/n8', '/n11', '/n10'])
  expect(recentNotebooks).toHaveLength(10)
  expect({ background, window }).toEqual({ background: '#112233', window: null })
})

test('a settings file that is missing, broken or edited out of shape counts as empty', () => {
  const path = join(folder, 'settings.json')
  const empty = { recentNotebooks: [], window: null, background: null }
  expect(new Settings(path).data).toEqual(empty)
  for (const text of ['{', 'null', '[]', '{"recentNotebooks":"x","window":{"x":1},"background":7}']) {
    writeFileSync(path, text)
    expect(new Settings(path).data, text).toEqual(empty)
  }
})

test('the log starts anew when it has grown, and keeps the one before', () => {
  const log = openLog(join(folder, 'logs'))
  const path = join(folder, 'logs/crossread.log')
  log('engine', 'first\nsecond\n')
  expect(readFileSync(path, 'utf8')).toMatch(/^\S+ engine: first\n\S+ engine: second\n$/)
  log('main', 'x'.repeat(1_000_001))
  log('main', 'after')
  expect(readFileSync(path, 'utf8')).toMatch(/^\S+ main: after\n$/)
  expect(statSync(join(folder, 'logs/crossread.1.log')).size).toBeGreaterThan(1_000_000)
})

test('a log that cannot be written is no error', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => openLog(join(folder, 'file/logs'))('main', 'lost')).not.toThrow()
})
