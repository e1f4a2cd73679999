import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const bin = resolve(import.meta.dirname, '../../../bin/crossread.mjs')

/** The launcher alone in a folder, as in a clone that was not built yet. */
describe('the launcher', () => {
  let root: string
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'crossread-bin-'))
    await mkdir(join(root, 'bin'))
    await mkdir(join(root, 'out', 'main'), { recursive: true })
    await copyFile(bin, join(root, 'bin', 'crossread.mjs'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  const launch = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'bin', 'crossread.mjs'), ...args], { encoding: 'utf8' })

  it('says what to do before the first build', () => {
    const { status, stdout, stderr } = launch('list', 'sources')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('npm install && npm run build')
  })

  it('hands arguments and exit code through', async () => {
    await writeFile(join(root, 'package.json'), '{"type":"module"}')
    await writeFile(
      join(root, 'out', 'main', 'cli.js'),
      'console.log(JSON.stringify(process.argv.slice(2))); process.exit(2)',
    )
    expect(launch('a b', '--c')).toMatchObject({ status: 2, stdout: '["a b","--c"]\n' })
  })
})
