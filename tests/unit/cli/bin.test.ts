import { spawn, spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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

  it('passes Ctrl+C on once when it runs on the Node that comes with it', async () => {
    const launcher = join(root, 'bin', 'crossread.mjs')
    await writeFile(join(root, 'package.json'), '{"type":"module"}')
    await writeFile(join(root, 'out', 'main', 'cli.js'), '')
    await writeFile(launcher, (await readFile(bin, 'utf8')).replace(/oldestNode = \d+/, 'oldestNode = 999'))
    await mkdir(join(root, 'node_modules', 'node', 'bin'), { recursive: true })
    const ownNode = join(root, 'node_modules', 'node', 'bin', 'node')
    const script =
      'trap "echo heard" INT\necho ready\nfor i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.1; done\nexit 3\n'
    await writeFile(ownNode, `#!/bin/sh\n${script}`, { mode: 0o755 })
    const child = spawn(process.execPath, [launcher], { stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text
      if (text.includes('ready')) child.kill('SIGINT')
    })
    const code = await new Promise((done) => child.on('close', done))
    expect({ code, said }).toEqual({ code: 3, said: 'ready\nheard\n' })
  })
})
