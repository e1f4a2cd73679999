import { beforeEach, expect, test } from 'vitest'
import { hitsAsCsv, linesAsCsv } from '#renderer/features/search/csv.ts'
import { corrected, madeExact, withoutKinds, wordsOf } from '#renderer/features/search/editing.ts'
import { filterGroups, kindGroup } from '#renderer/features/search/facets.ts'
import { inOrder } from '#renderer/features/search/order.ts'
import { withRecent } from '#renderer/features/search/recent.ts'
import { groupHits } from '#renderer/features/search/results.ts'
import {
  askFind,
  closeFind,
  hitFrom,
  setFound,
  showFound,
  stepFind,
  useFinding,
} from '#renderer/state/finding.ts'
import type { SearchFacets, SearchHit, SourceSummary } from '#shared/model.ts'

const none: SearchFacets = {
  sources: 0,
  capped: false,
  publishers: [],
  years: [],
  languages: [],
  types: [],
  tags: [],
  collections: [],
  relations: [],
  annotated: 0,
}

const hit = (sourceId: string, title: string, start: number, text = ''): SearchHit => ({
  sourceId,
  title,
  blockId: start,
  start,
  end: start + text.length,
  score: 1,
  text,
  hits: [],
})
const source = (id: string, date?: number[]) =>
  [
    id,
    { id, metadata: date ? { issued: { 'date-parts': [date] } } : {} } as unknown as SourceSummary,
  ] as const

test('a word is made exact or corrected where it stands', () => {
  const query = 'the habrour levy'
  expect(madeExact(query, { start: 4, end: 11 })).toBe('the "habrour" levy')
  expect(corrected(query, { start: 4, end: 11 }, 'harbour')).toBe('the harbour levy')
})

test('what there is to find in a text is the words of a query', () => {
  expect(wordsOf('levy tag:money "harbour master" in:notes')).toBe('levy "harbour master"')
  expect(wordsOf('tag:money')).toBe('')
  expect(withoutKinds('levy in:notes tag:money in:claims')).toBe('levy tag:money')
})

test('what the query filters by is shown pressed, also where nothing has it', () => {
  const facets = {
    ...none,
    tags: [
      { value: 'Money', count: 3 },
      { value: 'sea', count: 1 },
    ],
    annotated: 2,
  }
  expect(filterGroups('levy tag:money lang:fi author:Holm', facets)).toEqual([
    { field: 'lang', values: [{ value: 'fi', count: null, pressed: true }] },
    {
      field: 'tag',
      values: [
        { value: 'Money', count: 3, pressed: true },
        { value: 'sea', count: 1, pressed: false },
      ],
    },
    { field: 'has', values: [{ value: 'annotation', count: 2, pressed: false }] },
    { field: 'author', values: [{ value: 'Holm', count: null, pressed: true }] },
  ])
  const { values } = kindGroup('levy in:claims', 4, { annotation: 1, claim: 2, note: 0 })
  expect(values.map(({ count, pressed }) => [count, pressed])).toEqual([
    [4, false],
    [1, false],
    [2, true],
    [0, false],
  ])
})

test('sources stand by their best hit, by date, or by title', () => {
  const groups = groupHits([hit('b', 'Beta 10', 9), hit('a', 'Beta 2', 5), hit('b', 'Beta 10', 1)])
  const sources = new Map([source('a', [2025, 3]), source('b', [2024])])
  const order = (by: 'best' | 'newest' | 'source') =>
    inOrder(groups, by, sources).map(({ sourceId, hits }) => [sourceId, ...hits.map(({ start }) => start)])
  expect(order('best')).toEqual([
    ['b', 9, 1],
    ['a', 5],
  ])
  expect(order('newest')).toEqual([
    ['a', 5],
    ['b', 1, 9],
  ])
  expect(order('source')).toEqual([
    ['a', 5],
    ['b', 1, 9],
  ])
})

test('recent searches are each there once, the latest first, and no more than twenty', () => {
  const many = Array.from({ length: 20 }, (_, index) => `q${index}`)
  expect(withRecent(many, ' q3 ').slice(0, 2)).toEqual(['q3', 'q0'])
  expect(withRecent(many, 'new')).toHaveLength(20)
  expect(withRecent(many, ' ')).toEqual(many)
})

test('hits go into a table that a spreadsheet reads as text', () => {
  const named = { sources: new Map([source('a', [2025, 3, 14])]), locale: 'en-GB' }
  expect(hitsAsCsv([hit('a', 'A, "quoted"', 3, '=1+1')], named)).toBe(
    'source,publisher,date,start,end,passage\r\n"A, ""quoted""",,14 March 2025,3,7,\'=1+1\r\n',
  )
  const line = { sourceId: 'a', title: 'A', start: 1, end: 3, left: 'x ', word: 'ab', right: ' y' }
  expect(linesAsCsv([line], named).split('\r\n')[1]).toBe('A,,14 March 2025,1,3,x ,ab, y')
})

const hits = [
  [10, 15],
  [40, 45],
  [90, 95],
] as const
beforeEach(() => useFinding.setState(useFinding.getInitialState()))

test('finding begins at the place it is given, goes round, and leaves the hit selected at which it ends', () => {
  showFound('s', 'levy', 38)
  expect(useFinding.getState()).toMatchObject({ open: true, takesFocus: false, current: null })
  setFound('s', hits)
  expect(useFinding.getState().current).toBe(1)
  stepFind(1)
  stepFind(1)
  expect(useFinding.getState().current).toBe(0)
  stepFind(-1)
  closeFind()
  expect(useFinding.getState()).toMatchObject({ open: false, left: { hit: hits[2], nonce: 1 } })
  // The same words again are known already: what was found stands, at another hit.
  showFound('s', 'levy', 12)
  expect(useFinding.getState()).toMatchObject({ open: true, hits, current: 0 })
})

test('finding stays at its place while words are typed on, and begins anew in another text', () => {
  askFind('le', 42)
  setFound('s', hits)
  expect(useFinding.getState().current).toBe(1)
  setFound('s', [[42, 44], hits[2]])
  expect(useFinding.getState().current).toBe(0)
  setFound('other', hits)
  expect(useFinding.getState().current).toBeNull()
  expect(hitFrom(hits, 95)).toBe(0)
  expect(hitFrom([], 0)).toBeNull()
})
