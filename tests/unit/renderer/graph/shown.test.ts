import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf } from '#renderer/features/graph/cards.ts'
import { makeScene } from '#renderer/features/graph/draw/scene.ts'
import { findCards } from '#renderer/features/graph/FindCard.tsx'
import { showCards, within } from '#renderer/features/graph/shown.ts'
import { nextStep, stepsFrom } from '#renderer/features/graph/walk.ts'
import { cardsOf, edge, everything, node } from './matter.ts'

const graph = {
  nodes: [
    node('c1', { tags: ['troops'] }),
    node('c2'),
    node('c3'),
    node('s1', { originId: 'o1', date: [2025, 5] }),
    node('s2', { originId: 'o1', tags: ['troops'] }),
    node('s3', { originId: 'o2' }),
    node('n1'),
  ],
  edges: [
    edge('s1', 'supports', 'c1', 2),
    edge('s2', 'supports', 'c1', 3),
    edge('s2', 'contradicts', 'c2'),
    edge('s1', 'restates', 's2'),
    edge('s3', 'supports', 'c2'),
    edge('n1', 'restates', 'c2'),
  ],
}
const ids = (shown: { cards: readonly { id: string }[] }): string => shown.cards.map(({ id }) => id).join(' ')

describe('makeCards', () => {
  it('makes one card of sources that are one voice, and one edge of theirs', () => {
    const { cards, edges } = cardsOf(graph, true)
    expect(cards.map(({ key }) => key)).toEqual([
      'claim:c1',
      'claim:c2',
      'claim:c3',
      'origin:o1',
      'source:s3',
      'note:n1',
    ])
    const origin = cards.find(({ kind }) => kind === 'origin')
    expect(origin && textOf(origin).lines).toEqual(['The source s1', '2 sources, 1 origin'])
    expect(origin?.members.map(({ id }) => id)).toEqual(['s1', 's2'])
    expect(origin).toMatchObject({ tags: ['troops'], date: [2025, 5] })
    expect(edges.map(({ from, relation, to, linkIds }) => [from, relation.id, to, linkIds.length])).toEqual([
      ['origin:o1', 'supports', 'claim:c1', 5],
      ['origin:o1', 'contradicts', 'claim:c2', 1],
      ['source:s3', 'supports', 'claim:c2', 1],
      ['note:n1', 'restates', 'claim:c2', 1],
    ])
  })
})

describe('showCards', () => {
  const cards = cardsOf(graph)

  it('shows what is linked, and all else on demand', () => {
    expect(showCards(cards, everything)).toMatchObject({ unlinked: 1 })
    expect(ids(showCards(cards, everything))).toBe('c1 c2 s1 s2 s3 n1')
    expect(ids(showCards(cards, { ...everything, withUnlinked: true }))).toBe('c1 c2 c3 s1 s2 s3 n1')
  })

  it('leaves out relations and kinds, with what only they link', () => {
    const without = showCards(cards, { ...everything, hiddenRelations: ['supports', 'restates'] })
    expect(ids(without)).toBe('c2 s2')
    expect(without.unlinked).toBe(5)
    expect(ids(showCards(cards, { ...everything, hiddenKinds: ['source'] }))).toBe('c2 n1')
  })

  it('shows what has a tag, and what that is linked to', () => {
    const tagged = showCards(cards, { ...everything, tags: ['troops'] })
    expect(ids(tagged)).toBe('c1 c2 s1 s2')
    expect(tagged.edges).toHaveLength(4)
    expect(ids(showCards(cards, { ...everything, tags: ['other'] }))).toBe('')
  })

  it('lets claims that are filtered out go with the sources that only they link', () => {
    const claims = new Set(['c1'])
    expect(ids(showCards(cards, { ...everything, claims }))).toBe('c1 s1 s2')
    expect(ids(showCards(cards, { ...everything, claims, withUnlinked: true }))).toBe('c1 s1 s2')
    expect(ids(showCards(cards, { ...everything, claims: new Set() }))).toBe('s1 s2')
  })

  it('shows only what is near the centre', () => {
    const around = (depth: 1 | 2 | 3) => ids(showCards(cards, { ...everything, depth, centre: 'note:n1' }))
    expect(around(1)).toBe('c2 n1')
    expect(around(2)).toBe('c2 s2 s3 n1')
    expect(around(3)).toBe('c1 c2 s1 s2 s3 n1')
    // A centre that is not shown itself limits nothing.
    expect(ids(showCards(cards, { ...everything, depth: 1, centre: 'note:gone' }))).toBe('c1 c2 s1 s2 s3 n1')
  })

  it('counts distances as trying every path does', () => {
    const pairs = fc.array(fc.record({ from: fc.nat(8), to: fc.nat(8) }), { maxLength: 20 })
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 3 }), (numbers, depth) => {
        const edges = numbers.map(({ from, to }) => ({ from: `${from}`, to: `${to}` }))
        const reached = new Set<string>()
        const go = (from: string, left: number): void => {
          reached.add(from)
          if (left === 0) return
          for (const one of edges) {
            if (one.from === from) go(one.to, left - 1)
            if (one.to === from) go(one.from, left - 1)
          }
        }
        go('0', depth)
        expect(within(edges, '0', depth)).toEqual(reached)
      }),
    )
  })
})

describe('walking along links', () => {
  const cards = cardsOf(graph)
  const places = new Map([
    ['claim:c2', { x: 0, y: 0 }],
    ['source:s2', { x: 300, y: -300 }],
    ['source:s3', { x: 300, y: 300 }],
    ['note:n1', { x: -300, y: 0 }],
    ['claim:c1', { x: 900, y: 0 }],
    ['source:s1', { x: 900, y: 200 }],
  ])
  const scene = makeScene(showCards(cards, everything), places, [])

  it('goes round a card clockwise from above, and says which way each link points', () => {
    expect(
      stepsFrom(scene, 'claim:c2').map(({ to, incoming, place, of }) => [to, incoming, place, of]),
    ).toEqual([
      ['source:s2', true, 1, 3],
      ['source:s3', true, 2, 3],
      ['note:n1', true, 3, 3],
    ])
    expect(stepsFrom(scene, 'source:s3')[0]).toMatchObject({ to: 'claim:c2', incoming: false })
  })

  it('comes back to the first after the last, both ways', () => {
    const visited = (way: 1 | -1): string[] => {
      let last: string | null = null
      return [1, 2, 3, 4].map(() => {
        const step = nextStep(scene, 'claim:c2', last, way)
        last = step?.edge.id ?? null
        return step?.to ?? ''
      })
    }
    expect(visited(1)).toEqual(['source:s2', 'source:s3', 'note:n1', 'source:s2'])
    expect(visited(-1)).toEqual(['note:n1', 'source:s3', 'source:s2', 'note:n1'])
    expect(nextStep(scene, 'claim:gone', null, 1)).toBeNull()
  })

  it('finds cards by words, what begins with them first', () => {
    const labels = (text: string) => findCards(cards.cards, text).map(({ label }) => label)
    expect(labels('source THE')).toHaveLength(3)
    expect(labels('c2')[0]).toBe('C2 What c2 says')
    expect(labels('nothing of this')).toEqual([])
  })
})
