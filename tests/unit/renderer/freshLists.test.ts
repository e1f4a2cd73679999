import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { byArrival, byText, sharedById, withFresh } from '#renderer/engine/freshLists.ts'
import type { EngineEvents } from '#shared/contract/events.ts'
import type { Annotation, SourceSummary } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeAll(async () => {
  notebook = await testNotebook()
  for (const name of ['a', 'b', 'c', 'd']) {
    await notebook.importPaths([
      await notebook.file(`${name}.txt`, `Report ${name} of what was seen on the quay`),
    ])
  }
})
afterAll(() => notebook.close())

const step = fc.record({
  what: fc.constantFrom(
    'mark',
    'unmark',
    'tag',
    'rename',
    'delete',
    'group',
    'flag',
    'tagMark',
    'link',
    'unlink',
    'retag',
    'undo',
    'redo',
  ),
  at: fc.nat(9),
})

test('lists of sources and annotations that follow what changed are the lists that the engine gives', async () => {
  const { call } = notebook
  let known: SourceSummary[] = await call('sources.list', {})
  const changes: EngineEvents['changed'][] = []
  const stop = notebook.engine.on('changed', (change) => changes.push(change))
  let marks: Annotation[] = await call('annotations.list', {})
  let followed = 0
  const run = async (what: string, at: number): Promise<void> => {
    const source = known[at % Math.max(1, known.length)]?.id ?? ''
    const object = { kind: 'source', id: source } as const
    if (what === 'mark') await call('annotations.create', { sourceId: source, start: at, end: at + 3 })
    else if (what === 'unmark') {
      await call('annotations.delete', { id: (await call('annotations.list', {})).at(at % 3)?.id ?? '' })
    } else if (what === 'tag') await call('tags.set', { object, names: [`tag ${at % 3}`] })
    else if (what === 'rename') await call('sources.update', { id: source, title: `Title ${at}` })
    else if (what === 'delete') await call('sources.delete', { id: source })
    else if (what === 'group') await call('origins.group', { sourceIds: [source, known[0]?.id ?? ''] })
    else if (what === 'flag') await call('flags.exclude', { sourceId: source, start: at, end: at + 2 })
    else if (what === 'tagMark') {
      const id = (await call('annotations.list', {})).at(at % 4)?.id ?? ''
      await call('tags.set', { object: { kind: 'annotation', id }, names: at > 4 ? [`tag ${at % 3}`] : [] })
    } else if (what === 'link') {
      const [relation] = await call('relations.list', {})
      const id = (await call('annotations.list', {})).at(at % 4)?.id ?? ''
      const to = { kind: 'source', id: source } as const
      await call('links.create', { from: { kind: 'annotation', id }, to, relation: relation?.id ?? '' })
    } else if (what === 'unlink') {
      await call('links.delete', { id: (await call('links.list', {}))[0]?.id ?? '' })
    } else if (what === 'retag') {
      await call('tags.rename', { id: (await call('tags.list', {}))[0]?.id ?? '', name: `named ${at}` })
    } else await call(what === 'undo' ? 'history.undo' : 'history.redo', {})
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      for (const { what, at } of steps) {
        // What chance asks for may not be there; then nothing changes.
        await run(what, at).catch((error: { code?: string }) => expect(error.code).toBeDefined())
        for (const { sources, annotations } of changes.splice(0)) {
          if (annotations === null) marks = await call('annotations.list', {})
          else {
            const fresh = await call('annotations.list', { ids: annotations })
            marks = withFresh(marks, annotations, fresh, byText)
          }
          if (sources === null) known = await call('sources.list', {})
          else {
            followed++
            known = withFresh(known, sources, await call('sources.list', { ids: sources }), byArrival)
          }
        }
        expect(known).toEqual(await call('sources.list', {}))
        expect(marks).toEqual(await call('annotations.list', {}))
      }
    }),
    { numRuns: 40 },
  )
  stop()
  expect(followed).toBeGreaterThan(20)
})

test('a list that is fetched again keeps the objects that say the same, wherever they stand now', () => {
  const before = [
    { id: 'b', tags: ['x'] },
    { id: 'c', tags: [] },
  ]
  const now = [
    { id: 'a', tags: [] },
    { id: 'b', tags: ['x'] },
    { id: 'c', tags: ['y'] },
  ]
  const shared = sharedById(before, now) as typeof now
  expect(shared).toEqual(now)
  expect(shared[1]).toBe(before[0])
  expect(shared[2]).not.toBe(before[1])
  expect(sharedById(before, structuredClone(before))).toBe(before)
})
