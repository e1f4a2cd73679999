import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AnchorOutcome, Annotation, ImportLine } from '#shared/model.ts'
import { crossread, jsonLines, withBuiltCli } from './crossread.ts'

withBuiltCli()

const draft =
  'Harbour to close\n\nThe inner harbour will close for three years, the port authority said on Monday.\n\nAbout 1,200 jobs depend on it.\n'
const final = draft
  .replace('three years', 'four years')
  .replace('\n\nAbout 1,200 jobs depend on it.', '')
  .replace('Harbour', 'The harbour')

let folder: string
let notebook: string
let sourceId: string
const run = (...args: string[]) => crossread([...args, '--notebook', notebook])
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossread-replace-'))
  notebook = file('n.crossread')
  await writeFile(file('draft.txt'), draft)
  await writeFile(file('final.txt'), final)
  const { stdout } = await run('import', file('draft.txt'), '--json')
  sourceId = jsonLines<ImportLine>(stdout)[0]?.sourceId ?? ''
  for (const quote of ['port authority', 'three years', '1,200 jobs']) {
    const { code } = await run('annotate', sourceId, '--quote', quote)
    expect(code).toBe(0)
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('replaces a source by a newer file and says what became of every annotation', async () => {
  const { code, stdout, stderr } = await run('import', '--replace', sourceId, file('final.txt'))
  expect(stderr).toBe('')
  expect(stdout.split('\n')).toEqual([
    'changed: “three years” now reads “four years”',
    'moved: “port authority”',
    'lost: “1,200 jobs”',
    'replaced: 0 exact, 1 moved, 1 changed, 1 lost',
    '',
  ])
  expect(code).toBe(0)
  const { stdout: listed } = await run('list', 'annotations', '--json')
  expect(jsonLines<Annotation>(listed).map(({ state, quote }) => [state, quote])).toEqual([
    ['changed', 'four years'],
    ['moved', 'port authority'],
    ['lost', '1,200 jobs'],
  ])
})

it('says the same as JSON, and that the same file changes nothing', async () => {
  const { code, stdout } = await run('import', '--replace', sourceId, file('final.txt'), '--json')
  const lines = jsonLines<AnchorOutcome>(stdout)
  expect(lines.slice(0, -1).map(({ state }) => state)).toEqual(['exact', 'exact', 'lost'])
  expect(lines.at(-1)).toEqual({
    sourceId,
    changed: false,
    counts: { exact: 2, moved: 0, changed: 0, lost: 1 },
  })
  expect(code).toBe(0)
})

it('refuses two files, a source that is not there, and makes no notebook', async () => {
  const two = await run('import', '--replace', sourceId, file('draft.txt'), file('final.txt'))
  expect([two.code, two.stderr]).toEqual([2, 'crossread: --replace takes one file for one source.\n'])
  const unknown = await run('import', '--replace', 'nothing', file('final.txt'))
  expect([unknown.code, unknown.stderr]).toEqual([1, 'crossread: The notebook has no source “nothing”.\n'])
  const missing = await crossread([
    'import',
    '--replace',
    sourceId,
    file('final.txt'),
    '--notebook',
    file('none.crossread'),
  ])
  expect(missing.code).toBe(1)
  expect(existsSync(file('none.crossread'))).toBe(false)
})
