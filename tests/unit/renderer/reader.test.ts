import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockAt, trimmedRange } from '#renderer/features/reader/text/blocks.ts'
import { indexIntervals, layersOf } from '#renderer/features/reader/text/intervals.ts'
import type { Block } from '#shared/model.ts'

/** Blocks as canonical text has them: one newline between each. */
function blocksOf(lengths: number[]): Block[] {
  let start = 0
  return lengths.map((length, id) => {
    const block: Block = {
      id,
      kind: 'paragraph',
      level: 0,
      start,
      end: start + length,
      page: null,
      links: [],
    }
    start += length + 1
    return block
  })
}

describe('the block at an offset', () => {
  it('is the one that holds it, its end included', () => {
    const blocks = blocksOf([3, 0, 5])
    expect([0, 3, 4, 5, 10].map((offset) => blockAt(blocks, offset))).toEqual([0, 0, 1, 2, 2])
  })

  it('is found in any text as by looking at every block', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1 }), fc.nat(400), (lengths, offset) => {
        const blocks = blocksOf(lengths)
        const plain = blocks.findLastIndex(({ start }) => start <= offset)
        expect(blockAt(blocks, offset)).toBe(plain)
      }),
    )
  })
})

describe('a selected range', () => {
  it('loses the white space at its ends, a paragraph break too', () => {
    expect(trimmedRange('ab \n cd', 2, 5)).toBeNull()
    expect(trimmedRange('ab \n cd', 0, 5)).toEqual({ start: 0, end: 2 })
  })

  it('may be drawn backwards', () => {
    expect(trimmedRange('abcdef', 5, 2)).toEqual({ start: 2, end: 5 })
  })

  it('never cuts a character outside the basic plane in two', () => {
    expect(trimmedRange('a😀b', 2, 4)).toEqual({ start: 1, end: 4 })
    expect(trimmedRange('a😀b', 0, 2)).toEqual({ start: 0, end: 3 })
  })

  it('stays inside the text', () => {
    expect(trimmedRange('abc', -5, 99)).toEqual({ start: 0, end: 3 })
  })
})

const intervals = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })))
  .map((pairs) => pairs.map(([start, length], i) => ({ id: String(i), start, end: start + length })))

describe('the interval index', () => {
  it('finds what covers a place, the shortest first', () => {
    const index = indexIntervals([
      { id: 'long', start: 0, end: 20 },
      { id: 'short', start: 5, end: 9 },
      { id: 'other', start: 30, end: 31 },
    ])
    expect(index.at(6).map(({ id }) => id)).toEqual(['short', 'long'])
    expect(index.at(9).map(({ id }) => id)).toEqual(['long'])
    expect(index.at(20)).toEqual([])
  })

  it('finds what touches a range as by looking at everything', () => {
    fc.assert(
      fc.property(intervals, fc.nat(90), fc.nat(30), (items, start, length) => {
        const end = start + length
        const found = indexIntervals(items).within(start, end)
        const plain = items.filter((item) => item.start < end && item.end > start)
        expect(new Set(found.map(({ id }) => id))).toEqual(new Set(plain.map(({ id }) => id)))
      }),
    )
  })
})

describe('layers', () => {
  it('differ for intervals that overlap, as long as there are layers', () => {
    fc.assert(
      fc.property(intervals, (items) => {
        const { all } = indexIntervals(items)
        const layerOf = layersOf(all, items.length + 1)
        for (const a of all) {
          for (const b of all) {
            const overlap = a.id !== b.id && a.start < b.end && b.start < a.end
            if (overlap) expect(layerOf.get(a.id)).not.toBe(layerOf.get(b.id))
          }
        }
      }),
    )
  })

  it('run out at the top', () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id, start: 0, end: 5 }))
    expect([...layersOf(items, 2).values()]).toEqual([0, 1, 1])
  })
})
