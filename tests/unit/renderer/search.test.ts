import { describe, expect, test } from 'vitest'
import { fuzzyScore, fuzzySort } from '#renderer/features/palette/fuzzy.ts'
import { faultIn, groupHits, passageOf, snippetOf } from '#renderer/features/search/results.ts'
import type { SearchHit } from '#shared/model.ts'

function hit(change: Partial<SearchHit>): SearchHit {
  const text = change.text ?? 'one two three'
  return {
    sourceId: 's',
    title: 'S',
    blockId: 1,
    start: 0,
    end: text.length,
    score: 1,
    text,
    hits: [],
    ...change,
  }
}

describe('results', () => {
  test('are grouped by source in the order of the best hit', () => {
    const groups = groupHits([
      hit({ sourceId: 'b', blockId: 1 }),
      hit({ sourceId: 'a', blockId: 2 }),
      hit({ sourceId: 'b', blockId: 3 }),
    ])
    expect(groups.map(({ sourceId, hits }) => [sourceId, hits.map(({ blockId }) => blockId)])).toEqual([
      ['b', [1, 3]],
      ['a', [2]],
    ])
  })

  test('open at the first mark, or at the block where nothing is marked', () => {
    expect(passageOf(hit({ start: 100, end: 113, hits: [[4, 7]] }))).toEqual({ start: 104, end: 107 })
    expect(passageOf(hit({ start: 100, end: 113 }))).toEqual({ start: 100, end: 113 })
  })
})

test('a hit opens at the marks that stand together, not at a lone small word before them', () => {
  const found = hit({
    start: 100,
    end: 400,
    hits: [
      [0, 3],
      [120, 125],
      [130, 136],
      [290, 293],
    ],
  })
  expect(passageOf(found)).toEqual({ start: 220, end: 236 })
})

test('a mistake in a query is shown at its character', () => {
  expect(faultIn('a (b', 2)).toEqual({ before: 'a ', at: '(', after: 'b' })
  expect(faultIn('😀x', 0)).toEqual({ before: '', at: '😀', after: 'x' })
  expect(faultIn('a', 1)).toBeNull()
  expect(faultIn('a', undefined)).toBeNull()
})

describe('snippets', () => {
  test('mark what was found', () => {
    const parts = snippetOf(hit({ text: 'one two three', hits: [[4, 7]] }))
    expect(parts).toEqual([
      { text: 'one ', marked: false },
      { text: 'two', marked: true },
      { text: ' three', marked: false },
    ])
  })

  test('of a long block show its first mark, cut between words', () => {
    const text = `${'filler '.repeat(200)}needle${' filler'.repeat(200)}`
    const at = text.indexOf('needle')
    const parts = snippetOf(hit({ text, hits: [[at, at + 6]] }), 100)
    expect(parts.some(({ text: part, marked }) => marked && part === 'needle')).toBe(true)
    const whole = parts.map(({ text: part }) => part).join('')
    expect(whole.length).toBeLessThan(140)
    expect(whole).toMatch(/^… filler.*filler …$/)
  })

  test('never cut an emoji in half', () => {
    const text = '😀'.repeat(400)
    const parts = snippetOf(hit({ text, hits: [[401, 403]] }), 101)
    expect(
      parts
        .map(({ text: part }) => part)
        .join('')
        .isWellFormed(),
    ).toBe(true)
  })
})

describe('the palette', () => {
  test('finds initials', () => {
    expect(fuzzySort('gts', ['Export as Markdown', 'Go to Source…'], (title) => title)).toEqual([
      'Go to Source…',
    ])
  })

  test('puts a whole word before scattered letters', () => {
    const titles = ['Paste Text as a Source', 'Notes']
    expect(fuzzySort('note', titles, (title) => title)[0]).toBe('Notes')
  })

  test('leaves out what does not fit, and keeps the order where nothing is typed', () => {
    expect(fuzzyScore('xyz', 'Undo')).toBe(0)
    expect(fuzzySort('', ['b', 'a'], (title) => title)).toEqual(['b', 'a'])
  })
})
