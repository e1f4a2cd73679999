import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { crossread, jsonLines, withBuiltCli } from './crossread.ts'

withBuiltCli()

let folder: string
let notebook: string
let ids: string[]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossread-cli-'))
  notebook = join(folder, 'work.crossread')
  const paths = ['ferry', 'bridge', 'harbour'].map((name) => join(folder, `${name}.txt`))
  for (const path of paths)
    await writeFile(path, `About ${path}\n\nThe fishermen ran, and nobody asked them.\n`)
  const { stdout } = await crossread(['import', ...paths, '--notebook', notebook, '--json'])
  ids = jsonLines<{ sourceId?: string }>(stdout).flatMap(({ sourceId }) => sourceId ?? [])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (...args: string[]) => crossread([...args, '--notebook', notebook])

it('makes collections one inside another, fills them by ids and by a query, and empties them', async () => {
  const made = await run('collection', 'create', 'Europe')
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect((await run('collection', 'create', 'Ferries', '--in', 'europe')).code).toBe(0)
  const added = await run('collection', 'add', 'Europe/Ferries', ids[0] ?? '', '--search', 'title:bridge')
  expect(added).toMatchObject({ code: 0, stdout: '2 added to Ferries\n' })
  expect(await run('collection', 'add', made.stdout.trim(), ids[2] ?? '')).toMatchObject({ code: 0 })
  expect(await run('collection', 'remove', 'ferries', ids[0] ?? '')).toMatchObject({
    stdout: '1 removed from Ferries\n',
  })
  const { stdout } = await run('collection', 'list', '--json')
  expect(jsonLines(stdout)).toMatchObject([
    { name: 'Europe', path: 'Europe', sources: 1, sourceIds: [ids[2]] },
    { name: 'Ferries', path: 'Europe/Ferries', sources: 1, sourceIds: [ids[1]] },
  ])
  const found = jsonLines<{ sourceId: string }>(
    (await run('search', 'fishermen collection:Europe', '--json')).stdout,
  )
  expect(found.map(({ sourceId }) => sourceId).sort()).toEqual([ids[1], ids[2]].sort())
  expect((await run('undo')).code).toBe(0)
  expect((await run('collection', 'list')).stdout).toMatch(/2 {2}Europe\/Ferries/)
})

it('says what it cannot do', async () => {
  await run('collection', 'create', 'Asia')
  await run('collection', 'create', 'Ferries', '--in', 'Asia')
  const refused = [
    [['add', 'Nowhere', ids[0] ?? ''], 'The notebook has no collection “Nowhere”.'],
    [['add', 'Ferries', ids[0] ?? ''], 'Several collections are called “Ferries”'],
    [['add', 'Asia'], 'Name the sources, or find them by --search QUERY.'],
    [['add', 'Asia', '--search', 'nothing-like-it'], 'The query finds no source.'],
    [['add', 'Asia', 'not-an-id'], 'The notebook has no source “not-an-id”.'],
    [['create', 'asia'], 'There is a collection “Asia” here already.'],
  ] as const
  for (const [args, reason] of refused) {
    const { code, stderr } = await run('collection', ...args)
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(reason) })
  }
})

it('explains a query as it is run: with likely meanings, or just as it stands', async () => {
  const explained = async (...options: string[]) =>
    (await run('search', 'fishremen', '--explain', ...options)).stdout
  expect(await explained('--exact')).toBe('query: fishremen\nwords: "fishremen"\n')
  expect(await explained()).toContain('likely meanings of fishremen: fishermen')
})
