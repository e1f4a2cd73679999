import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '#engine/engine.ts'
import { newId } from '#shared/ids.ts'
import { crossread, crossreadIntoFullDisk, jsonLines, start, withBuiltCli } from './crossread.ts'

withBuiltCli()

let folder: string
let notebook: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossread-usage-'))
  notebook = join(folder, 'empty.crossread')
  await openEngine({ notebookPath: notebook, sampleFolder: folder, create: true }).close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('exit codes', () => {
  it.each([
    [['bogus']],
    [['list', 'nothings']],
    [['list', 'sources', 'extra']],
    [['search']],
    [['search', 'x', '--limit', 'many']],
    [['annotate', newId()]],
    [['annotate', newId(), '--quote', 'x', '--colour', 'beige']],
    [['export', 'pdf', '--to', 'x']],
    [['note', 'add', 'title']],
    [['claim']],
    [['list', 'sources', '--bogus']],
  ])('2 for wrong usage: %j', async (args) => {
    const { code, stdout, stderr } = await crossread([...args, '--notebook', notebook])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toBe('')
  })

  it('2 where no notebook is named', async () => {
    const { code, stderr } = await crossread(['list', 'sources', '--json'])
    expect(code).toBe(2)
    expect(jsonLines(stderr)).toMatchObject([{ error: { code: 'usage' } }])
  })

  it.each([
    [['show', 'source', newId()], 'not_found'],
    [['show', 'claim', 'not-an-id'], 'not_found'],
    [['annotate', newId(), '--quote', 'x'], 'not_found'],
    [['link', newId(), 'supports', newId()], 'not_found'],
    [['undo'], 'nothing_to_undo'],
    [['note', 'add', 'title', '--markdown', '/no/such/file'], 'file_unreadable'],
  ])('1 for what fails, with the reason: %j', async (args, code) => {
    const ended = await crossread([...args, '--notebook', notebook, '--json'])
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 1, stdout: '' })
    expect(jsonLines(ended.stderr)).toMatchObject([{ error: { code } }])
  })

  it('1 for a notebook that is missing or none, which is left as it was', async () => {
    const missing = join(folder, 'missing.crossread')
    for (const args of [['list', 'sources'], ['claim', 'add', 'x'], ['check']]) {
      const { code, stderr } = await crossread([...args, '--notebook', missing, '--json'])
      expect(code).toBe(1)
      expect(jsonLines(stderr)).toMatchObject([{ error: { code: 'notebook_missing' } }])
    }
    const plain = await crossread(['undo', '--notebook', missing])
    expect(plain).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^crossread: .+\n$/) })
    const other = join(folder, 'other.crossread')
    await writeFile(other, 'this is a letter, not a notebook')
    const { stderr } = await crossread(['list', 'sources', '--notebook', other, '--json'])
    expect(jsonLines(stderr)).toMatchObject([{ error: { code: 'not_a_notebook' } }])
  })

  it('1 with the reason for a notebook that is a folder, or stands below a file', async () => {
    const inFolder = await crossread(['list', 'sources', '--notebook', folder, '--json'])
    expect(inFolder).toMatchObject({ code: 1, stdout: '' })
    expect(jsonLines(inFolder.stderr)).toMatchObject([{ error: { code: 'not_a_notebook' } }])
    const below = join(notebook, 'below.crossread')
    const inFile = await crossread(['import', notebook, '--notebook', below, '--json'])
    expect(inFile).toMatchObject({ code: 1, stdout: '' })
    expect(jsonLines(inFile.stderr)).toMatchObject([{ error: { code: 'file_unreadable' } }])
  })

  it.each([
    [['claim', 'add', ' '], 'A claim needs a statement.'],
    [['note', 'add', '', '--markdown', '/no/such/file'], 'A note needs a title.'],
    [['link', newId(), '', newId()], 'A link needs a relation.'],
    [['annotate', newId(), '--quote', ''], 'An annotation needs a passage to mark.'],
  ])('1 in plain words for text that is missing: %j', async (args, words) => {
    const { code, stdout, stderr } = await crossread([...args, '--notebook', notebook])
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: `crossread: ${words}\n` })
  })

  it.runIf(existsSync('/dev/full'))('1 where the output cannot be written, without a stack', () => {
    const { status, stderr } = crossreadIntoFullDisk(['list', 'sources', '--notebook', notebook])
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'crossread: The output cannot be written: the disk is full.\n',
    })
  })

  it('0 for help and version, and options may stand before the command', async () => {
    expect(await crossread(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+/),
    })
    expect(await crossread(['list', '--help'])).toMatchObject({ code: 0, stderr: '' })
    expect(await crossread(['--notebook', notebook, '--json', 'list', 'sources'])).toMatchObject({ code: 0 })
  })
})

describe('a notebook that another process has open', () => {
  it('can be read but not written', async () => {
    const engine = openEngine({ notebookPath: notebook, sampleFolder: folder })
    try {
      expect(await crossread(['list', 'sources', '--notebook', notebook])).toMatchObject({ code: 0 })
      const { code, stderr } = await crossread(['claim', 'add', 'x', '--notebook', notebook, '--json'])
      expect(code).toBe(1)
      expect(jsonLines(stderr)).toMatchObject([{ error: { code: 'notebook_in_use' } }])
    } finally {
      await engine.close()
    }
  })
})

describe('ids', () => {
  it('may be written in upper case', async () => {
    const added = await crossread(['claim', 'add', 'A claim', '--notebook', notebook, '--json'])
    const other = await crossread(['claim', 'add', 'Another claim', '--notebook', notebook, '--json'])
    const [id = '', otherId = ''] = [added, other].map(({ stdout }) => String(JSON.parse(stdout).id))
    const shown = await crossread(['show', 'claim', id.toUpperCase(), '--notebook', notebook, '--json'])
    expect(JSON.parse(shown.stdout)).toMatchObject({ id })
    const ends = [id.toUpperCase(), 'supports', otherId.toUpperCase()]
    expect(await crossread(['link', ...ends, '--notebook', notebook])).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('serve', () => {
  it('serves a second notebook beside the first, at an address of its own', async () => {
    const serve = (name: string) =>
      start(['serve', '--no-open', '--json', '--notebook', join(folder, `${name}.crossread`)])
    const first = await serve('first')
    const second = await serve('second')
    const hosts = [first, second].map(({ firstLine }) => new URL(JSON.parse(firstLine).url).host)
    expect(new Set(hosts).size).toBe(2)
    expect(await Promise.all([first.stop(), second.stop()])).toEqual([0, 0])
  })

  it('closes the notebook though it is told to stop again and again', async () => {
    const path = join(folder, 'hasty.crossread')
    const server = await start(['serve', '--no-open', '--notebook', path])
    expect(await server.stop(Array.from({ length: 5 }, () => 'SIGINT' as const))).toBe(0)
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  it('prints the address, answers there, and ends well when it is told to', async () => {
    const server = await start([
      'serve',
      '--no-open',
      '--notebook',
      join(folder, 'served.crossread'),
      '--json',
    ])
    const { url }: { url: string } = JSON.parse(server.firstLine)
    expect(new URL(url)).toMatchObject({ hostname: '127.0.0.1' })
    expect(new URL(url).searchParams.get('token')).toBeTruthy()
    await expect(fetch(url)).resolves.toBeDefined()
    expect(await server.stop()).toBe(0)
    await expect(fetch(url)).rejects.toThrow()
  })
})
