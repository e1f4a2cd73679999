import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#shared/ids.ts'
import { oneLine, utf8 } from '../../helpers/hostile.ts'
import { good, human, importFolder } from '../../helpers/hostile-import.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

/** Files whose names, kinds and changes are made to trip whoever walks over them. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let notebook: TestNotebook
let folder: string
beforeEach(async () => {
  notebook = await testNotebook()
  folder = join(notebook.folder, 'files')
  mkdirSync(folder)
})
afterEach(() => notebook.close())

test('names that would break lines, turn around or mean something to a system', async () => {
  const longest = `${'n'.repeat(251)}.txt`
  const names = [
    'two\nlines.txt',
    'turn\u202Etxt.exe.txt',
    ' .txt',
    '..txt',
    'con.txt',
    'NUL',
    '~',
    '-rf.txt',
    '%00.txt',
    '$(id).txt',
    longest,
  ]
  for (const [index, name] of names.entries()) {
    writeFileSync(join(folder, name), Buffer.concat([good, utf8(`Number ${index}.\n`)]))
  }
  const lines = await importFolder(notebook, folder)
  // A name that begins with a dot is a hidden file's.
  expect(lines.map(({ outcome }) => outcome)).toEqual(names.slice(1).map(() => 'imported'))
  for (const { path } of lines) expect(path).not.toMatch(/[\n\u202a-\u202e\u2066-\u2069]/)
  const bytes = Buffer.concat([good, utf8('Handed over.\n')])
  const upload = await notebook.call('files.upload', { name: '../../\u0000 . . /..', bytes })
  const handed = await notebook.call('import.run', { jobId: newId(), handles: [upload.handle] })
  expect(handed.lines).toMatchObject([{ outcome: 'imported' }])
})

test.skipIf(process.platform === 'win32')('what is no file, leads in circles or is locked away', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe.txt')])
  symlinkSync(join(folder, 'loop b.txt'), join(folder, 'loop a.txt'))
  symlinkSync(join(folder, 'loop a.txt'), join(folder, 'loop b.txt'))
  symlinkSync(folder, join(folder, 'myself'))
  symlinkSync('/nowhere/at all', join(folder, 'dangling.txt'))
  symlinkSync('/dev/zero', join(folder, 'zero.txt'))
  mkdirSync(join(folder, 'locked'))
  writeFileSync(join(folder, 'locked', 'inside.txt'), good)
  writeFileSync(join(folder, 'good.txt'), good)
  chmodSync(join(folder, 'locked'), 0o000)
  const lines = await importFolder(notebook, folder)
  chmodSync(join(folder, 'locked'), 0o700)
  const named = (name: string) =>
    lines.filter(({ path }) => path.endsWith(name)).map(({ reason, outcome }) => reason ?? outcome)
  expect(named('/good.txt')).toEqual(['imported'])
  for (const name of ['loop a.txt', 'loop b.txt'])
    expect(named(name)).toEqual(['This link leads back to itself.'])
  expect(named('dangling.txt')).toEqual(['There is no such file (any more).'])
  expect(named('zero.txt')).toEqual(['This is not a file.'])
  expect(named('myself')).toEqual([])
  // The administrator may read everything.
  if (process.getuid?.() !== 0)
    expect(named('locked')).toEqual(['You have no permission to read this folder.'])
  const pipe = await notebook.importPaths(['pipe.txt'].map((name) => join(folder, name)))
  expect(pipe.lines).toMatchObject([{ outcome: 'failed', reason: 'This is not a file.' }])
})

test('files that vanish, grow, shrink or change while others are read', async () => {
  const path = (name: string) => join(folder, name)
  for (let index = 0; index < 60; index++) {
    writeFileSync(
      path(`${String(index).padStart(2, '0')}.txt`),
      Buffer.concat([good, utf8(`Number ${index}.\n`)]),
    )
  }
  for (const name of ['vanishes', 'grows', 'shrinks', 'empties', 'changes'])
    writeFileSync(path(`z ${name}.txt`), oneLine(50_000))
  const handle = notebook.engine.grant({ path: folder, purpose: 'import' })
  let meddled = false
  const meddle = () => {
    if (meddled) return
    meddled = true
    rmSync(path('z vanishes.txt'))
    appendFileSync(path('z grows.txt'), oneLine(400_000))
    truncateSync(path('z shrinks.txt'), 100)
    truncateSync(path('z empties.txt'), 0)
    writeFileSync(
      path('z changes.txt'),
      new Uint8Array(50_000).map((_, index) => index % 7),
    )
  }
  const off = notebook.engine.on('job', meddle)
  const { lines } = await notebook.call('import.run', { jobId: newId(), handles: [handle] })
  off()
  expect(meddled).toBe(true)
  expect(lines).toHaveLength(65)
  for (const { path: each, outcome, reason } of lines) {
    if (!each.includes('/z ')) expect(outcome).toBe('imported')
    else if (outcome === 'failed') expect(reason).toMatch(human)
  }
  expect(lines.find(({ path: each }) => each.endsWith('vanishes.txt'))?.reason).toBe(
    'There is no such file (any more).',
  )
  expect(await notebook.call('notebook.check', {})).toMatchObject({ ok: true })
})
