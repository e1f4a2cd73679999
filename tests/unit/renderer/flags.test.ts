import { describe, expect, test } from 'vitest'
import { differences, isSame, placeBeside, shownRows } from '#renderer/features/comparison/rows.ts'
import { kindCounts, shownFlags } from '#renderer/features/flags/list.ts'
import { inTextOrder } from '#renderer/objects/flags.ts'
import type { ComparedBlock, Flag, TextComparison } from '#shared/model.ts'

function flag(change: Partial<Flag>): Flag {
  return {
    id: 'f',
    sourceId: 's',
    kind: 'mojibake',
    start: 0,
    end: 1,
    message: '',
    state: 'open',
    otherSourceId: null,
    similarity: null,
    ...change,
  }
}

describe('the flags of a notebook', () => {
  const flags = [
    flag({ id: '1', sourceId: 'b', start: 50, end: 60 }),
    flag({ id: '2', sourceId: 'b', start: 5, end: 9, kind: 'unrelated-tail' }),
    flag({ id: '3', sourceId: 'a', start: null, end: null, kind: 'near-duplicate' }),
    flag({ id: '4', sourceId: 'a', state: 'dismissed' }),
  ]
  const titles = new Map([
    ['a', 'Zebra'],
    ['b', 'Apple'],
  ])

  test('stand by the titles of their sources, then by their place', () => {
    const ids = (state: Flag['state'], kind: Flag['kind'] | null) =>
      shownFlags(flags, { state, kind }, titles).map(({ id }) => id)
    expect(ids('open', null)).toEqual(['2', '1', '3'])
    expect(ids('open', 'mojibake')).toEqual(['1'])
    expect(ids('dismissed', null)).toEqual(['4'])
  })

  test('are counted by kind', () => {
    expect(kindCounts(flags, 'open')).toEqual([
      { kind: 'unrelated-tail', count: 1 },
      { kind: 'mojibake', count: 1 },
      { kind: 'near-duplicate', count: 1 },
    ])
  })

  test('of one source stand in the order of its text, those about all of it first', () => {
    expect(inTextOrder(flags).map(({ id }) => id)).toEqual(['3', '4', '2', '1'])
  })
})

describe('a comparison', () => {
  const block = (start: number, ...pieces: [string, boolean][]): ComparedBlock => ({
    start,
    end: start + 1,
    kind: 'paragraph',
    pieces: pieces.map(([text, changed]) => ({ text, changed })),
  })
  const same = (start: number) => ({ left: block(start, ['a', false]), right: block(start, ['a', false]) })
  const rows: TextComparison['rows'] = [
    same(0),
    same(2),
    { left: block(4, ['a', false], ['b', true]), right: block(4, ['a', false]) },
    { left: null, right: block(6, ['c', false]) },
    same(8),
  ]

  test('folds what is equal where only differences are wanted', () => {
    expect(rows.map(isSame)).toEqual([true, true, false, false, true])
    expect(shownRows(rows, false)).toHaveLength(5)
    expect(shownRows(rows, true).map((row) => (row.kind === 'same' ? row.count : row.kind))).toEqual([
      2,
      'pair',
      'pair',
      1,
    ])
  })

  test('steps from one run of differing rows to the next', () => {
    const places = differences(shownRows([...rows, rows[3] ?? same(0)], false))
    expect(places).toEqual([2, 5])
    expect(placeBeside(places, -1, 1)).toBe(2)
    expect(placeBeside(places, 2, 1)).toBe(5)
    expect(placeBeside(places, 5, 1)).toBe(5)
    expect(placeBeside(places, 5, -1)).toBe(2)
    expect(placeBeside([], 0, 1)).toBeNull()
  })
})
