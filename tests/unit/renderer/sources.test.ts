import { describe, expect, test } from 'vitest'
import { filterSources, sortSources, tagCounts } from '#renderer/features/sources/list.ts'
import { formatNames, parseNames } from '#renderer/features/sources/names.ts'
import { dateOrder, formatPartialDate, parsePartialDate } from '#renderer/features/sources/partialDate.ts'
import type { SourceSummary } from '#shared/model.ts'

function source(change: Partial<SourceSummary>): SourceSummary {
  return {
    id: change.title ?? 'id',
    title: 'Untitled',
    metadata: {},
    fileName: 'file.txt',
    mediaType: 'text/plain',
    importedAt: '2025-01-01T00:00:00.000Z',
    words: 1,
    minutes: 1,
    annotations: 0,
    flags: 0,
    tags: [],
    originId: 'o',
    originSize: 1,
    ...change,
  }
}

describe('partial dates', () => {
  test.each(['2025', '2025-05', '2025-05-23', '0079-08-24'])('%s comes back as it was written', (text) => {
    expect(formatPartialDate(parsePartialDate(text) ?? undefined)).toBe(text)
  })

  test.each(['', 'May 2025', '2025-13', '2025-04-31', '2025-02-29', '2025-00', '25/5/2025'])(
    '%s is no date',
    (text) => {
      expect(parsePartialDate(text)).toBeNull()
    },
  )

  test('leap days and loose writing are dates', () => {
    expect(parsePartialDate(' 2024-2-29 ')).toEqual({ 'date-parts': [[2024, 2, 29]] })
  })

  test('they sort with the less known first', () => {
    const dates = ['2025-05-23', '2025', '2025-05'].map((text) => parsePartialDate(text) ?? undefined)
    const sorted = [...dates].sort((a, b) => dateOrder(a) - dateOrder(b))
    expect(sorted.map(formatPartialDate)).toEqual(['2025', '2025-05', '2025-05-23'])
  })
})

describe('names', () => {
  test('come back as they were written', () => {
    const text = 'Okafor, Ngozi\nReuters\nMadonna,'
    expect(parseNames(text)).toEqual([
      { family: 'Okafor', given: 'Ngozi' },
      { literal: 'Reuters' },
      { family: 'Madonna' },
    ])
    expect(formatNames(parseNames(text))).toBe(text)
  })

  test('empty lines name nobody', () => {
    expect(parseNames('\n  \n')).toEqual([])
  })
})

describe('the list', () => {
  const sources = [
    source({ title: 'Part 10', tags: ['troops'], metadata: { issued: { 'date-parts': [[2025, 5]] } } }),
    source({ title: 'Part 9', tags: ['troops', 'seoul'], annotations: 2 }),
    source({ title: 'Élysée', metadata: { publisher: 'Le Monde', issued: { 'date-parts': [[2024]] } } }),
  ]

  test('filters by every word, whatever its case and accents', () => {
    expect(filterSources(sources, 'elysee MONDE', null).map(({ title }) => title)).toEqual(['Élysée'])
    expect(filterSources(sources, 'part', 'seoul').map(({ title }) => title)).toEqual(['Part 9'])
  })

  test('sorts titles by their numbers, dates with the newest first and the undated last', () => {
    expect(sortSources(sources, 'title').map(({ title }) => title)).toEqual(['Élysée', 'Part 9', 'Part 10'])
    expect(sortSources(sources, 'date').map(({ title }) => title)).toEqual(['Part 10', 'Élysée', 'Part 9'])
    expect(sortSources(sources, 'annotations')[0]?.title).toBe('Part 9')
  })

  test('counts tags', () => {
    expect(tagCounts(sources)).toEqual([
      { name: 'seoul', count: 1 },
      { name: 'troops', count: 2 },
    ])
  })
})
