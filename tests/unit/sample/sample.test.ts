import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSample } from '#engine/sample/index.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeAll(async () => {
  notebook = await testNotebook()
  await buildSample(notebook.call)
})
afterAll(() => notebook.close())

describe('the sample notebook', () => {
  it('has something to show in every view', async () => {
    const { counts } = await notebook.call('notebook.info', {})
    expect(counts.sources).toBeGreaterThanOrEqual(6)
    expect(counts.claims).toBeGreaterThanOrEqual(4)
    expect(counts.notes).toBe(2)
    expect((await notebook.call('views.matrix', {})).cells.length).toBeGreaterThan(10)
    expect((await notebook.call('views.graph', {})).edges.length).toBeGreaterThan(10)
    const { entries } = await notebook.call('views.timeline', {})
    const lanes = new Set(entries.flatMap(({ dates }) => Object.keys(dates)))
    expect(lanes).toContain('published')
    expect(lanes).toContain('event')
    const rules = (await notebook.call('views.inbox', {})).map((item) => item.rule)
    expect(rules).toContain('claim-one-origin')
    expect(rules).toContain('claim-without-evidence')
    expect(rules).toContain('annotation-unlinked')
  })

  it('tells every source apart, with its own title and facts', async () => {
    const sources = await notebook.call('sources.list', {})
    expect(new Set(sources.map((source) => source.title)).size).toBe(sources.length)
    for (const { metadata, annotations } of sources) {
      expect(metadata['container-title'] ?? metadata.publisher).toBeTruthy()
      expect(metadata.issued?.['date-parts'][0]?.length).toBeGreaterThan(0)
      expect(annotations).toBeGreaterThan(0)
    }
    const precisions = sources.map((source) => source.metadata.issued?.['date-parts'][0]?.length)
    expect(new Set(precisions)).toEqual(new Set([1, 2, 3]))
  })

  it('counts the agency story, its reprint and its shortened copy as one voice', async () => {
    const copies = (await notebook.call('sources.list', {})).filter((source) => source.originSize > 1)
    expect(copies).toHaveLength(3)
    const [first] = await notebook.call('claims.list', {})
    expect(first?.suggestion).toMatchObject({ supportingOrigins: 3, contradictingOrigins: 1 })
  })

  it('shows every status and most colours, and keeps every passage exactly in place', async () => {
    const statuses = (await notebook.call('claims.list', {})).map((claim) => claim.status)
    expect(new Set(statuses)).toEqual(new Set(['supported', 'contested', 'refuted', 'open', 'unverifiable']))
    const annotations = await notebook.call('annotations.list', {})
    expect(new Set(annotations.map(({ colour }) => colour)).size).toBe(8)
    expect(annotations.every(({ state }) => state === 'exact')).toBe(true)
  })
})
