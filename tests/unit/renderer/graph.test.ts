import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bendsOf,
  borderPoint,
  boundsOf,
  edgeShape,
  neighbour,
  wrapLabel,
} from '#renderer/features/graph/geometry.ts'
import { layoutGraph } from '#renderer/features/graph/layout.ts'

const size = { width: 180, height: 52 }
const nodes = (count: number) => Array.from({ length: count }, (_, i) => ({ key: `n${i}`, ...size }))

describe('layoutGraph', () => {
  it('gives the same picture for the same graph', () => {
    const edges = [
      { from: 'n0', to: 'n1' },
      { from: 'n1', to: 'n2' },
    ]
    expect(layoutGraph(nodes(5), edges)).toEqual(layoutGraph(nodes(5), edges))
  })

  it('never lets one card cover another', () => {
    const graph = fc.record({
      count: fc.integer({ min: 0, max: 40 }),
      pairs: fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 80 }),
    })
    fc.assert(
      fc.property(graph, ({ count, pairs }) => {
        const edges = pairs.map(([from, to]) => ({ from: `n${from}`, to: `n${to}` }))
        const places = [...layoutGraph(nodes(count), edges).values()]
        expect(places).toHaveLength(count)
        places.forEach((a, i) => {
          for (const b of places.slice(i + 1)) {
            const apart = Math.abs(a.x - b.x) >= size.width || Math.abs(a.y - b.y) >= size.height
            expect(apart).toBe(true)
          }
        })
      }),
      { numRuns: 25 },
    )
  })

  it('puts linked cards closer together than unlinked ones', () => {
    const places = layoutGraph(nodes(6), [{ from: 'n0', to: 'n5' }])
    const distance = (a: string, b: string) => {
      const p = places.get(a) ?? { x: 0, y: 0 }
      const q = places.get(b) ?? { x: 0, y: 0 }
      return Math.hypot(p.x - q.x, p.y - q.y)
    }
    expect(distance('n0', 'n5')).toBeLessThan(distance('n0', 'n3'))
  })
})

describe('edges', () => {
  const box = (x: number, y: number) => ({ x, y, width: 100, height: 40 })

  it('start and end at the cards, not under them', () => {
    expect(borderPoint(box(0, 0), { x: 200, y: 0 }, 5).x).toBeCloseTo(55)
    expect(borderPoint(box(0, 0), { x: 0, y: -90 }, 0).y).toBeCloseTo(-20)
    expect(edgeShape(box(0, 0), box(300, 0), 0)).toEqual({
      path: 'M52,0 Q150,0 244,0',
      middle: { x: 149, y: 0 },
      arrow: '244,0 235,4 235,-4',
    })
  })

  it('bow apart when they share both ends, whichever way they point', () => {
    const bends = bendsOf([
      { id: '1', from: 'a', to: 'b' },
      { id: '2', from: 'b', to: 'a' },
      { id: '3', from: 'a', to: 'c' },
    ])
    expect(bends.get('3')).toBe(0)
    const forth = edgeShape(box(0, 0), box(300, 0), bends.get('1') ?? 0)
    const back = edgeShape(box(300, 0), box(0, 0), bends.get('2') ?? 0)
    expect(Math.sign(forth.middle.y)).toBe(-Math.sign(back.middle.y))
  })
})

describe('walking by arrow keys', () => {
  const boxes = [
    { key: 'centre', x: 0, y: 0, ...size },
    { key: 'right', x: 300, y: 20, ...size },
    { key: 'far right', x: 700, y: 0, ...size },
    { key: 'below', x: 10, y: 200, ...size },
  ]
  it('goes to the nearest card in that direction', () => {
    expect(neighbour(boxes, 'centre', 'ArrowRight')?.key).toBe('right')
    expect(neighbour(boxes, 'right', 'ArrowRight')?.key).toBe('far right')
    expect(neighbour(boxes, 'centre', 'ArrowDown')?.key).toBe('below')
    expect(neighbour(boxes, 'centre', 'ArrowUp')).toBeNull()
  })
})

describe('labels and bounds', () => {
  it('wraps whole words and says with an ellipsis that more follows', () => {
    expect(wrapLabel('short', 20, 2)).toEqual(['short'])
    expect(wrapLabel('one two three four', 9, 2)).toEqual(['one two', 'three fo…'])
    expect(wrapLabel('unbreakableword', 6, 2)).toEqual(['unbre…'])
    expect(wrapLabel('', 6, 2)).toEqual([''])
  })

  it('holds all boxes', () => {
    expect(boundsOf([{ x: 0, y: 0, width: 10, height: 10 }], 5)).toMatchObject({
      left: -10,
      top: -10,
      width: 20,
      height: 20,
    })
  })
})
