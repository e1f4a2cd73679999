import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CrossreadError } from '#shared/errors.ts'
import type { Link, ObjectRef } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

const visible = [
  'origin',
  'source',
  'annotation',
  'claim',
  'relation',
  'link',
  'tag',
  'tagging',
  'inbox_mute',
]

let notebook: TestNotebook
let sourceIds: string[]

/** Gives the dump of the notebook before there was anything in it. */
async function open(): Promise<string> {
  notebook = await testNotebook()
  const nothing = dump()
  const paths: string[] = []
  for (let number = 0; number < 5; number++) {
    const text = `Account ${number} of what was seen ${'on the quay '.repeat(number + 1)}`
    paths.push(await notebook.file(`${number}.txt`, text))
  }
  const { lines } = await notebook.importPaths(paths)
  sourceIds = lines.map((line) => line.sourceId ?? '')
  for (const what of ['passage', 'passage', 'relation'] as const) await run({ what, a: 1, b: 2, c: 0 })
  return nothing
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)]

function dump(): string {
  const db = new Database(notebook.notebookPath, { readonly: true })
  const tables = visible.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY id`).all()])
  db.close()
  return JSON.stringify(tables)
}

const step = fc.record({
  what: fc.constantFrom(
    ...['claim', 'passage', 'link', 'link', 'between', 'merge', 'merge', 'split', 'split'],
    ...['relation', 'mergeRelation', 'mergeRelation'],
    ...['unlink', 'dropAnnotation', 'dropClaim', 'group', 'ungroup', 'mute', 'tag', 'undo', 'redo'],
  ),
  a: fc.nat(20),
  b: fc.nat(20),
  c: fc.nat(20),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** Does one thing at random; what the engine refuses changes nothing. */
async function run({ what, a, b, c }: Step): Promise<void> {
  const { call } = notebook
  const claims = await call('claims.list', {})
  const annotations = await call('annotations.list', {})
  const relations = await call('relations.list', {})
  const links = await call('links.list', {})
  const claim = at(claims, a)
  const relation = at(relations, c)?.id ?? ''
  const own = relations.find(({ builtin }) => !builtin)?.id ?? ''
  if (what === 'claim') await call('claims.create', { statement: `Claim ${a} ${b}` })
  else if (what === 'passage') {
    const passage = { sourceId: at(sourceIds, a) ?? '', start: b % 9, end: (b % 9) + 1 + (c % 6) }
    await call('claims.createFromPassage', { ...passage, statement: `From ${b}`, relation })
  } else if (what === 'link' && claim) {
    const passage = { sourceId: at(sourceIds, b) ?? '', start: c % 9, end: (c % 9) + 4 }
    await call('links.createFromPassage', {
      ...passage,
      to: ref('claim', claim.id),
      relation,
      rationale: `${b}`,
    })
  } else if (what === 'between') {
    const ends = [...claims.map(({ id }) => ref('claim', id)), ...sourceIds.map((id) => ref('source', id))]
    await call('links.create', {
      from: at(ends, a) ?? ref('claim', ''),
      to: at(ends, b) ?? ref('claim', ''),
      relation,
    })
  } else if (what === 'merge') await merge([at(claims, a)?.id, at(claims, a + 1)?.id, at(claims, b)?.id])
  else if (what === 'split' && claim) await split(claim.id, b)
  else if (what === 'relation') {
    const fields = {
      inverse: 'of',
      sign: '~',
      colour: 'blue',
      lineStyle: 'dotted',
      symmetric: false,
    } as const
    await call('relations.create', { ...fields, name: `relation ${a}`, stance: a % 2 === 0 ? 1 : -1 })
  } else if (what === 'mergeRelation')
    await call('relations.merge', {
      id: own,
      intoId:
        at(
          relations.filter(({ id }) => id !== own),
          a,
        )?.id ?? '',
    })
  else if (what === 'unlink') await call('links.delete', { id: at(links, a)?.id ?? '' })
  else if (what === 'dropAnnotation') await call('annotations.delete', { id: at(annotations, a)?.id ?? '' })
  else if (what === 'dropClaim') await call('claims.delete', { id: claim?.id ?? '' })
  else if (what === 'group') {
    await call('origins.group', { sourceIds: [at(sourceIds, a) ?? '', at(sourceIds, b) ?? ''] })
  } else if (what === 'ungroup') await call('origins.ungroup', { sourceId: at(sourceIds, a) ?? '' })
  else if (what === 'mute' && claim) {
    await call('inbox.mute', {
      rule: 'claim-one-origin',
      object: ref('claim', claim.id),
      reason: `because ${b}`,
    })
  } else if (what === 'tag' && claim)
    await call('tags.set', { object: ref('claim', claim.id), names: [`tag ${b % 4}`] })
  else if (what === 'undo' || what === 'redo') await call(`history.${what}`, {})
}

function ref(kind: ObjectRef['kind'], id: string): ObjectRef {
  return { kind, id }
}

/** Merges, and holds it to losing no link but those between the merged and those said twice. */
async function merge(wanted: (string | undefined)[]): Promise<void> {
  const ids = [...new Set(wanted.map((id) => id ?? ''))]
  const before = await notebook.call('links.list', {})
  const kept = await notebook.call('claims.merge', { ids })
  expect(kept.id).toBe(ids[0])
  const moved = (id: string) => (ids.includes(id) ? (ids[0] ?? '') : id)
  const said = (link: Link) => `${moved(link.from.id)} ${link.relationId} ${moved(link.to.id)}`
  const expected = new Set(before.filter((link) => moved(link.from.id) !== moved(link.to.id)).map(said))
  const after = await notebook.call('links.list', {})
  expect(after.map(said).sort()).toEqual([...expected].sort())
  const words = (links: readonly Link[]) => new Set(links.flatMap(({ rationale }) => rationale.split('\n')))
  const lost = before.filter((link) => moved(link.from.id) === moved(link.to.id))
  const kinds = new Set([...words(after), ...words(lost)])
  for (const word of words(before)) expect(kinds).toContain(word)
}

async function split(id: string, seed: number): Promise<void> {
  const { evidence } = await notebook.call('claims.get', { id })
  const linkIds = evidence.map(({ link }) => link.id)
  const parts = [
    { statement: 'One part', linkIds: linkIds.filter((_, index) => (index + seed) % 3 === 0) },
    { statement: 'Another part', linkIds: linkIds.filter((_, index) => (index + seed) % 2 === 0) },
  ]
  const others = (all: Link[], ids: string[]) =>
    all
      .flatMap(({ from, to, relationId }) => [
        ...(ids.includes(from.id) ? [`to ${to.id} ${relationId}`] : []),
        ...(ids.includes(to.id) ? [`from ${from.id} ${relationId}`] : []),
      ])
      .sort()
  const before = others(await notebook.call('links.list', {}), [id])
  const { claimIds } = await notebook.call('claims.split', { id, parts })
  const after = others(await notebook.call('links.list', {}), [id, ...claimIds])
  expect([...new Set(after)]).toEqual([...new Set(before)])
  const named = parts.flatMap((part) => part.linkIds)
  expect(after.length).toBe(before.length + named.length - new Set(named).size)
}

/** Every count of every view, made again from the rows themselves. */
async function recount(): Promise<void> {
  const { call } = notebook
  const [links, annotations, sources, claims, relations] = [
    await call('links.list', {}),
    await call('annotations.list', {}),
    await call('sources.list', {}),
    await call('claims.list', {}),
    await call('relations.list', {}),
  ]
  const sourceOf = (end: ObjectRef) =>
    end.kind === 'source' ? end.id : annotations.find(({ id }) => id === end.id)?.sourceId
  const originOf = (id: string) => sources.find((source) => source.id === id)?.originId ?? id
  const known = new Set([...annotations, ...sources, ...claims].map(({ id }) => id))
  for (const { from, to } of links) expect([known.has(from.id), known.has(to.id)]).toEqual([true, true])
  const expectedCells: string[] = []
  const oneOrigin: string[] = []
  for (const claim of claims) {
    const incoming = links.filter(({ to }) => to.id === claim.id)
    const behind = (relationIds: string[]) =>
      incoming
        .filter(({ relationId }) => relationIds.includes(relationId))
        .flatMap(({ from }) => sourceOf(from) ?? [])
    for (const { relationId, links: count, sources: many, origins } of claim.counts) {
      const found = behind([relationId])
      expect({ count, many, origins }).toEqual({
        count: incoming.filter((link) => link.relationId === relationId).length,
        many: new Set(found).size,
        origins: new Set(found.map(originOf)).size,
      })
      for (const id of new Set(found)) {
        expectedCells.push(`${claim.id} ${id} ${relationId} ${found.filter((each) => each === id).length}`)
      }
    }
    const stances = (stance: number) => relations.filter((each) => each.stance === stance).map(({ id }) => id)
    const voices = (stance: number) => new Set(behind(stances(stance)).map(originOf))
    expect(claim.suggestion).toMatchObject({
      supportingOrigins: voices(1).size,
      contradictingOrigins: voices(-1).size,
    })
    if (new Set([...voices(1), ...voices(-1)]).size === 1) oneOrigin.push(claim.id)
  }
  const { cells } = await call('views.matrix', {})
  const shown = cells.flatMap((cell) =>
    cell.relations.map(
      ({ relationId, links: count }) => `${cell.claimId} ${cell.sourceId} ${relationId} ${count}`,
    ),
  )
  expect(shown.sort()).toEqual(expectedCells.sort())
  const inbox = await call('views.inbox', {})
  expect(
    inbox
      .filter(({ rule }) => rule === 'claim-one-origin')
      .map(({ object }) => object.id)
      .sort(),
  ).toEqual(oneOrigin.sort())
  const used = relations.map(({ id, uses }) => [id, uses])
  expect(used).toEqual(relations.map(({ id }) => [id, links.filter((link) => link.relationId === id).length]))
}

test('whatever is done to claims and links, counts are those of the rows, and undo and redo give them back', async () => {
  const [done, refused] = [new Set<string>(), new Set<string>()]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const nothing = await open()
      try {
        for (const each of steps) {
          await run(each).then(
            () => done.add(each.what),
            (error: CrossreadError) => {
              // Chance asks for what is not there, for a name that is taken, for a link of a thing to itself.
              if (error.code === undefined) throw error
              refused.add(error.code)
            },
          )
          await recount()
        }
        const full = dump()
        let undone = 0
        for (; await has('undo'); undone++) await notebook.call('history.undo', {})
        expect(dump()).toBe(nothing)
        for (; undone > 0; undone--) await notebook.call('history.redo', {})
        expect(dump()).toBe(full)
      } finally {
        await notebook.close()
      }
    }),
    { numRuns: 15 },
  )
  expect([...done]).toEqual(expect.arrayContaining(['link', 'merge', 'split', 'mergeRelation']))
  expect(refused).not.toContain('internal')
}, 120_000)

async function has(way: 'undo' | 'redo'): Promise<boolean> {
  return (await notebook.call('history.state', {}))[way] !== null
}
