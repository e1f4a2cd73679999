import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Claim, ClaimSummary, InboxItem, LinkView, ObjectVersion, Relation } from '#shared/model.ts'
import { crossread, jsonLines, withBuiltCli } from './crossread.ts'

withBuiltCli()

const texts = {
  courier: 'Ferry runs aground\n\nThe ferry ran aground on Sunday. Nobody was hurt.\n',
  herald: 'Harbour denies accident\n\nThe harbour master says that no ship ran aground.\n',
  echo: 'Echo of the ferry\n\nAs the Courier wrote, a ferry is stuck off the coast.\n',
}

let folder: string
let notebook: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossread-claims-'))
  notebook = join(folder, 'work.crossread')
  const paths = Object.keys(texts).map((name) => join(folder, `${name}.txt`))
  for (const [index, text] of Object.values(texts).entries()) await writeFile(paths[index] ?? '', text)
  expect((await crossread(['import', ...paths, '--notebook', notebook])).code).toBe(0)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (...args: string[]) => crossread([...args, '--notebook', notebook])

/** What a command that succeeds prints as JSON, a line each. */
async function lines<T>(...args: string[]): Promise<T[]> {
  const { code, stdout, stderr } = await run(...args, '--json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return jsonLines<T>(stdout)
}

/** The last lines that a command that succeeds prints for people. */
async function told(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(...args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

/** Each test goes on where the one before stopped: one investigation. */
it('links passages to claims by short names, titles and words, as one step each', async () => {
  await told('claim', 'add', 'A ferry ran aground.')
  await told('claim', 'add', 'Nobody was hurt.', '--status', 'unverifiable')
  const made = await told(
    ...['link', 'add', 'Ferry runs', 'supports', 'c1', '--from-quote', 'The ferry ran  aground'],
    ...['--rationale', 'It says so.', '--confidence', 'high'],
  )
  expect(made).toMatch(/^[0-9a-f-]{36}\n$/)
  await told('link', 'harbour DENIES', 'Contradicts', 'C1', '--from-quote', 'no ship ran aground')
  await told('link', 'add', 'source:Echo', 'supports', 'C1')
  await told('link', 'add', 'C2', 'qualifies', 'a ferry ran aground.')
  const [claim] = await lines<Claim>('claim', 'show', 'C1')
  expect(
    claim?.evidence.map(({ link, annotation }) => [link.confidence, annotation?.quote, annotation?.colour]),
  ).toEqual([
    ['high', 'The ferry ran aground', 'green'],
    [null, 'no ship ran aground', 'red'],
    [null, undefined, undefined],
    [null, undefined, undefined],
  ])
  expect((await lines<LinkView>('link', 'list', 'C1', '--relation', 'supports')).length).toBe(2)
  await told('undo')
  expect((await lines('link', 'list', 'C2')).length).toBe(0)
  await told('redo')
})

it('groups what repeats one voice, and says so in every count', async () => {
  expect(await told('origin', 'list')).toBe('no source shares its origin with another\n')
  expect(await told('origin', 'group', 'Ferry runs', 'Echo of')).toBe('2 sources, 1 origin\n')
  expect(await lines('origin', 'list')).toMatchObject([
    { sources: [{ title: 'Ferry runs aground' }, { title: 'Echo of the ferry' }] },
  ])
  const shown = await told('claim', 'show', 'C1')
  expect(shown).toContain(
    'supports (2 sources, 1 origin):\n  2 sources, 1 origin:\n    “The ferry ran aground”',
  )
  expect(shown).toContain('contradicts (1 source):')
  expect(await told('claim', 'list')).toMatch(
    /^C1 +open \(contested\?\) +\+ 2 sources, 1 origin; − 1 source; ± 1 link +A ferry/m,
  )
  await told('origin', 'ungroup', 'Echo of')
  expect(await told('claim', 'show', 'C1')).toContain('supports (2 sources):')
  await told('undo')
})

it('shows the matrix for people, as CSV and as lines, sources of one origin side by side', async () => {
  expect(await told('matrix', '--csv')).toBe(
    [
      'Claim,Statement,Status,Ferry runs aground,Echo of the ferry,Harbour denies accident',
      'C1,A ferry ran aground.,Open,supports 1,supports 1,contradicts 1',
      'C2,Nobody was hurt.,Unverifiable,,,',
      '',
    ].join('\r\n'),
  )
  const sheet = await told('matrix')
  expect(sheet).toMatch(/^C1 +\+ +\+ +− +A ferry ran aground\.$/m)
  expect(sheet).toMatch(/^S2 +one origin with S1 +Echo of the ferry$/m)
  expect(sheet).toContain('+ supports   − contradicts\n')
  expect(await lines('matrix')).toMatchObject(
    ['supports', 'contradicts', 'supports'].map((relation) => ({
      claim: 'C1',
      relations: [{ relation, links: 1 }],
    })),
  )
})

it('keeps relations of one’s own, changes them and merges them away', async () => {
  await told(
    ...['relation', 'add', 'echoes', '--inverse', 'echoed by', '--sign', '≈'],
    ...['--colour', 'blue', '--line', 'dotted', '--speaks', 'for'],
  )
  await told('relation', 'edit', 'Echoes', '--symmetric', '--name', 'repeats')
  await told('link', 'add', 'Echo of', 'repeats', 'Ferry runs')
  const own = (await lines<Relation>('relation', 'list')).filter(({ builtin }) => !builtin)
  expect(own).toMatchObject([
    { name: 'repeats', sign: '≈', stance: 1, symmetric: true, lineStyle: 'dotted', uses: 1 },
  ])
  expect(await run('relation', 'delete', 'repeats')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('“repeats” cannot be removed: a link has it.'),
  })
  expect(await told('relation', 'merge', 'repeats', 'restates')).toBe('1 link moved\n')
  expect(await told('link', 'list', 'Echo of')).toMatch(/Echo of the ferry +restates +Ferry runs aground/)
  await told('relation', 'add', 'doubts', '--symmetric')
  await told('relation', 'delete', 'doubts')
})

it('changes, splits and merges claims, and evidence follows', async () => {
  await writeFile(join(folder, 'why.md'), 'Because **two** papers say so.')
  await told(
    'claim',
    'edit',
    'C1',
    '--status',
    'contested',
    '--reasoning',
    join(folder, 'why.md'),
    '--tag',
    'sea',
  )
  const [before] = await lines<Claim>('claim', 'show', 'C1')
  expect(before).toMatchObject({
    status: 'contested',
    tags: ['sea'],
    reasoningText: 'Because two papers say so.',
  })
  const linkIds = before?.evidence.map(({ link }) => link.id) ?? []
  const [first = '', second = ''] = linkIds
  const parts = await lines<{ id: string }>(
    ...['claim', 'split', 'C1', '--part', 'A ferry ran aground on Sunday.', '--link', first],
    ...['--part', 'No ship ran aground.', '--link', second, '--link', first],
  )
  expect(parts.length).toBe(2)
  const [sunday] = await lines<Claim>('claim', 'show', 'C3')
  expect(sunday).toMatchObject({ id: parts[0]?.id, tags: ['sea'], evidence: [{ link: { id: first } }] })
  expect((await lines<Claim>('claim', 'show', 'C4'))[0]?.evidence.length).toBe(2)
  expect(await told('claim', 'merge', 'C1', 'C3', 'C4', '--statement', 'A ship ran aground.')).toBe(
    'merged into C1\n',
  )
  const [after] = await lines<Claim>('claim', 'show', 'C1')
  expect(after?.statement).toBe('A ship ran aground.')
  expect(after?.evidence.length).toBe(linkIds.length)
  expect((await lines<ClaimSummary>('claim', 'list', '--tag', 'sea', '--status', 'contested')).length).toBe(1)
  await told('claim', 'edit', 'C1', '--untag', 'sea')
  expect((await lines('claim', 'list', '--tag', 'sea')).length).toBe(0)
})

it('says what needs an eye, and does not ask again what was answered', async () => {
  expect(await told('inbox', '--rule', 'tag-orphaned')).toMatch(/tag-orphaned\)\n.*\n[0-9a-f-]{36} {2}sea\n$/)
  const asked = await lines<InboxItem>('inbox', '--rule', 'source-without-annotations')
  expect(asked.map(({ label }) => label)).toEqual(['Echo of the ferry'])
  const reason = ['--reason', 'It only repeats.']
  await told('inbox', '--mute', 'source-without-annotations', 'Echo of', ...reason)
  expect((await lines('inbox', '--rule', 'source-without-annotations')).length).toBe(0)
  expect(await told('inbox', '--muted')).toMatch(/Echo of the ferry {2}It only repeats\.\n$/)
  await told('inbox', '--unmute', 'source-without-annotations', 'Echo of')
  expect((await lines('inbox', '--rule', 'source-without-annotations')).length).toBe(1)
  expect(await run('inbox', '--mute', 'claim-without-evidence', 'C1', ...reason)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('does not ask about “C1”'),
  })
})

it('tells the states of an object and goes back to one, also of what is gone', async () => {
  const [now, ...earlier] = await lines<ObjectVersion>('history', 'C2')
  expect([now?.change, now?.current, earlier.length]).toEqual(['created', true, 0])
  await told('claim', 'edit', 'C2', '--statement', 'No passenger was hurt.')
  expect(await told('history', 'C2', '--limit', '1')).toContain(
    '    statement: “Nobody was hurt.” → “No passenger was hurt.”\n',
  )
  const id = (await told('claim', 'delete', 'C2')).trim()
  expect(await told('history', '--limit', '1')).toMatch(/done +deletion of a claim\n$/)
  await told('restore', id, String(now?.step))
  const [back] = await lines<Claim>('claim', 'show', 'C2')
  expect(back).toMatchObject({ statement: 'Nobody was hurt.', evidence: [{ incoming: false }] })
  const linkId = back?.evidence[0]?.link.id ?? ''
  await told('link', 'edit', linkId, '--confidence', 'low', '--rationale', 'Only the Courier says it.')
  const [changed] = await lines<ObjectVersion>('history', linkId)
  expect(changed?.fields.map(({ field }) => field)).toEqual(['rationale', 'confidence'])
  await told('link', 'edit', linkId, '--confidence', 'unset')
  await told('link', 'delete', linkId)
  expect((await lines('link', 'list', 'C2')).length).toBe(0)
})

it('says what it cannot do, without doing half of it', async () => {
  const before = await told('history')
  const refused: [string[], number, string][] = [
    [['claim', 'show', 'C99'], 1, 'The notebook has no claim C99.'],
    [
      ['link', 'add', 'Nothing like it', 'supports', 'C1'],
      1,
      'no source, annotation, claim or note “Nothing like it”.',
    ],
    [['link', 'add', 'Ferry runs', 'denies', 'C1'], 1, 'There is no relation “denies”.'],
    [
      ['link', 'add', 'Ferry runs', 'supports', 'C1', '--from-quote', 'never written'],
      1,
      'not in the source',
    ],
    [['link', 'add', 'C1', 'supports', 'C1'], 1, 'A link needs two different ends.'],
    [['claim', 'edit', 'C1'], 2, 'Say what is to change'],
    [['claim', 'split', 'C1', '--link', 'x', '--part', 'A'], 2, '--link belongs to the --part before it.'],
    [['claim', 'merge', 'C1'], 2, 'missing required argument'],
    [['relation', 'add', 'doubts'], 2, '--inverse NAME is missing'],
    [['relation', 'delete', 'supports'], 1, 'comes with every notebook and stays'],
    [['origin', 'group', 'Ferry runs', 'Nowhere'], 1, 'The notebook has no source “Nowhere”.'],
    [['inbox', '--mute', 'tag-orphaned', 'sea'], 2, '--reason TEXT is missing'],
    [['restore', 'C1', 'first'], 2, 'It must be a whole number'],
    [['restore', 'C1', '0'], 1, 'There is no state of that step'],
  ]
  for (const [args, expected, reason] of refused) {
    const { code, stdout, stderr } = await run(...args)
    expect({ code, stdout, stderr }).toEqual({
      code: expected,
      stdout: '',
      stderr: expect.stringContaining(reason),
    })
  }
  expect(await told('history')).toBe(before)
  await told('claim', 'add', 'A ship sank.')
  const { code, stderr } = await run('claim', 'show', 'a ship', '--json')
  expect({ code, error: JSON.parse(stderr).error }).toMatchObject({ code: 1, error: { code: 'conflict' } })
})
