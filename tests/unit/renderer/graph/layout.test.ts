import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange } from '#renderer/features/graph/layout/arrange.ts'
import type { Arrangement, Placeable, Point } from '#renderer/features/graph/layout/shapes.ts'
import { graphLayouts } from '#shared/model.ts'

const size = { width: 204, height: 52 }
const kinds = ['claim', 'source', 'note', 'origin'] as const

function cards(count: number): Placeable[] {
  return Array.from({ length: count }, (_, i) => {
    const kind = kinds[i % 4] ?? 'claim'
    const isDated = (kind === 'source' || kind === 'origin') && i % 5 !== 0
    return { key: `n${i}`, kind, date: isDated ? [2020 + (i % 3), 1 + (i % 12)] : [], ...size }
  })
}

const none: ReadonlyMap<string, Point> = new Map()

function expectApart(places: readonly Point[]): void {
  places.forEach((a, i) => {
    for (const b of places.slice(i + 1)) {
      const apart = Math.abs(a.x - b.x) >= size.width - 0.1 || Math.abs(a.y - b.y) >= size.height - 0.1
      expect(apart, `${a.x},${a.y} and ${b.x},${b.y}`).toBe(true)
    }
  })
}

const graphs = (most: number) =>
  fc
    .record({
      layout: fc.constantFrom(...graphLayouts),
      count: fc.integer({ min: 0, max: most }),
      pairs: fc.array(fc.tuple(fc.nat(most - 1), fc.nat(most - 1)), { maxLength: most * 2 }),
    })
    .map(({ layout, count, pairs }): Arrangement => {
      const edges = pairs.map(([from, to]) => ({ from: `n${from}`, to: `n${to}` }))
      return { layout, nodes: cards(count), edges, places: none }
    })

describe('arrange', () => {
  it('never lets one card cover another', () => {
    fc.assert(
      fc.property(graphs(30), (graph) => {
        const places = arrange(graph)
        expect([...places.keys()].sort()).toEqual(graph.nodes.map(({ key }) => key).sort())
        expectApart([...places.values()])
      }),
      { numRuns: 25 },
    )
  })

  it('gives the same picture for the same graph', () => {
    fc.assert(
      fc.property(graphs(20), (graph) => {
        expect([...arrange(graph)]).toEqual([...arrange(graph)])
      }),
      { numRuns: 10 },
    )
  })

  it('puts new cards among those that stand, and moves none of them', () => {
    fc.assert(
      fc.property(graphs(30), fc.nat(29), (graph, kept) => {
        const all = arrange(graph)
        const places = new Map([...all].slice(0, Math.max(1, Math.min(kept, all.size))))
        const added = arrange({ ...graph, places })
        expect([...added.keys()].some((key) => places.has(key))).toBe(false)
        expect(added.size + places.size).toBe(graph.nodes.length === 0 ? 0 : all.size)
        expectApart([...places.values(), ...added.values()])
      }),
      { numRuns: 25 },
    )
  })

  it('puts a new card near what it is linked to', () => {
    const nodes = cards(40)
    const chain = nodes.slice(1, 39).map(({ key }, i) => ({ from: `n${i}`, to: key }))
    for (const layout of graphLayouts) {
      const places = arrange({ layout, nodes: nodes.slice(0, 39), edges: chain, places: none })
      const edges = [...chain, { from: 'n39', to: 'n20' }]
      const [[key, place] = ['', { x: 0, y: 0 }], ...others] = arrange({ layout, nodes, edges, places })
      expect(key).toBe('n39')
      expect(others).toEqual([])
      const near = places.get('n20') ?? { x: 0, y: 0 }
      const away = (one: Point): number => Math.hypot(one.x - near.x, one.y - near.y)
      const further = [...places.values()].filter((other) => away(other) > away(place))
      if (layout === 'force') expect(further.length).toBeGreaterThan(places.size * 0.6)
    }
  })

  it('puts linked cards closer together than unlinked ones', () => {
    const places = arrange({
      layout: 'force',
      nodes: cards(6),
      edges: [{ from: 'n0', to: 'n5' }],
      places: none,
    })
    const distance = (a: string, b: string) => {
      const p = places.get(a) ?? { x: 0, y: 0 }
      const q = places.get(b) ?? { x: 0, y: 0 }
      return Math.hypot(p.x - q.x, p.y - q.y)
    }
    expect(distance('n0', 'n5')).toBeLessThan(distance('n0', 'n3'))
  })

  it('has sources left, claims in the middle and notes right', () => {
    const nodes = cards(24)
    const edges = nodes.map(({ key }, i) => ({ from: key, to: `n${(i * 7) % 24}` }))
    const places = arrange({ layout: 'columns', nodes, edges, places: none })
    const xs = (...of: string[]) =>
      nodes.flatMap(({ key, kind }) => (of.includes(kind) ? [places.get(key)?.x ?? 0] : []))
    expect(Math.max(...xs('source', 'origin'))).toBeLessThan(Math.min(...xs('claim')))
    expect(Math.max(...xs('claim'))).toBeLessThan(Math.min(...xs('note')))
  })

  it('has what was published later further right, and claims where they were said first', () => {
    const source = (key: string, date: number[]): Placeable => ({ key, kind: 'source', date, ...size })
    const nodes: Placeable[] = [
      source('may', [2025, 5]),
      source('never', []),
      source('first', [2024]),
      source('june', [2025, 6, 2]),
      { key: 'claim', kind: 'claim', date: [], ...size },
    ]
    const edges = ['june', 'may'].map((from) => ({ from, to: 'claim' }))
    const places = arrange({ layout: 'time', nodes, edges, places: none })
    const x = (key: string): number => places.get(key)?.x ?? Number.NaN
    expect(x('never')).toBeLessThan(x('first'))
    expect(x('first')).toBeLessThan(x('may'))
    expect(x('may')).toBeLessThan(x('june'))
    expect(x('claim')).toBe(x('may'))
    const added = arrange({ layout: 'time', nodes: [...nodes, source('new', [2025, 5])], edges, places })
    expect(added.get('new')?.x).toBe(x('may'))
  })

  it('arranges hundreds of cards without one covering another', () => {
    const count = 400
    const nodes = cards(count)
    const edges = Array.from({ length: count * 2.5 }, (_, i) => ({
      from: `n${(i * 37) % count}`,
      to: `n${Math.floor(((i * 61) % count) ** 2 / count)}`,
    }))
    for (const layout of graphLayouts) {
      expectApart(sample([...arrange({ layout, nodes, edges, places: none }).values()]))
    }
  })
})

/** All comparisons would take longer than they teach: some cards, with all that is near them. */
function sample(places: Point[]): Point[] {
  const [middle = { x: 0, y: 0 }] = places
  const away = ({ x, y }: Point): number => Math.hypot(x - middle.x, y - middle.y)
  return [...places].sort((a, b) => away(a) - away(b)).slice(0, 200)
}
