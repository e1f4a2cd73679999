import { describe, expect, test } from 'vitest'
import { type How, noChoice, rowAfter, taken } from '#renderer/features/sources/choosing.ts'
import { dateOrder } from '#renderer/features/sources/details/dateOrder.ts'
import { problemOf, sharedValue, tidied } from '#renderer/features/sources/details/fields.ts'
import { draftOf, isNameList, namesOf, parseNames, turned } from '#renderer/features/sources/details/names.ts'
import { filterSources, sortSources } from '#renderer/features/sources/list.ts'
import { dateToEdtf, parseDate } from '#shared/dates/index.ts'
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
  test('they sort with the less known first', () => {
    const dates = ['2025-05-23', '2025', '2025-05'].map((text) => parseDate(text) ?? undefined)
    const sorted = [...dates].sort((a, b) => dateOrder(a) - dateOrder(b))
    expect(sorted.map(dateToEdtf)).toEqual(['2025', '2025-05', '2025-05-23'])
  })
})

describe('names', () => {
  test('are read a line or a semicolon each, agencies whole', () => {
    expect(parseNames('Okafor, Ngozi; Roe, John\nReuters\nMadonna,')).toEqual([
      { family: 'Okafor', given: 'Ngozi' },
      { family: 'Roe', given: 'John' },
      { literal: 'Reuters' },
      { family: 'Madonna' },
    ])
    expect(parseNames('\n ; \n')).toEqual([])
    expect(isNameList('Doe, Jane; Roe, John')).toBe(true)
    expect(isNameList('Doe, Jane\n')).toBe(false)
  })

  test('come back from their drafts, and nobody from an empty one', () => {
    const names = parseNames('Okafor, Ngozi; Reuters; Madonna,')
    expect(namesOf(names.map(draftOf))).toEqual(names)
    expect(namesOf([{ whole: false, family: ' ', given: '', literal: '' }])).toEqual([])
  })

  test('can be turned from a person to an organisation and back', () => {
    const draft = draftOf({ family: 'Office', given: 'Meteorological' })
    expect(namesOf([turned(draft)])).toEqual([{ literal: 'Meteorological Office' }])
    expect(namesOf([turned(turned(draft))])).toEqual([{ family: 'Office', given: 'Meteorological' }])
  })
})

describe('the details', () => {
  test.each([
    ['URL', 'https://example.org/a', null],
    ['URL', 'example.org', 'URL'],
    ['DOI', '10.1000/182', null],
    ['DOI', '11.1000', 'DOI'],
    ['ISBN', '978-3-16-148410-0', null],
    ['ISBN', '0-306-40615-2', null],
    ['ISBN', '978-3-16-148410-1', 'ISBN'],
    ['ISSN', '2049-363X', null],
    ['ISSN', '2049', 'ISSN'],
    ['language', 'pt-BR', null],
    ['language', 'Portuguese!', 'language'],
    ['volume', 'anything', null],
  ] as const)('%s %s: %s', (field, text, problem) => {
    expect(problemOf(field, text)?.key ?? null).toBe(problem)
  })

  test('a date that is none stops, an odd address only says so', () => {
    expect(problemOf('issued', '2025-13')).toEqual({ key: 'date.noSuchDay', stops: true })
    expect(problemOf('URL', 'x')?.stops).toBe(false)
    expect(tidied('DOI', ' https://doi.org/10.1000/182 ')).toBe('10.1000/182')
  })

  test('of several sources are shared, or they differ', () => {
    const all = [
      { publisher: 'A', language: 'en' },
      { publisher: 'B', language: 'en' },
    ]
    expect(sharedValue(all, 'language')).toEqual({ value: 'en', mixed: false })
    expect(sharedValue(all, 'publisher')).toEqual({ value: undefined, mixed: true })
    expect(sharedValue(all, 'DOI')).toEqual({ value: undefined, mixed: false })
  })
})

describe('the list', () => {
  const sources = [
    source({ title: 'Part 10', tags: ['troops'], metadata: { issued: { 'date-parts': [[2025, 5]] } } }),
    source({ title: 'Part 9', tags: ['troops', 'seoul'], annotations: 2 }),
    source({ title: 'Élysée', metadata: { publisher: 'Le Monde', issued: { 'date-parts': [[2024]] } } }),
  ]

  test('filters by every word, whatever its case and accents', () => {
    expect(filterSources(sources, 'elysee MONDE').map(({ title }) => title)).toEqual(['Élysée'])
    expect(filterSources(sources, 'part 9').map(({ title }) => title)).toEqual(['Part 9'])
    expect(filterSources(sources, ' ')).toEqual(sources)
  })

  test('sorts titles by their numbers, dates with the newest first and the undated last', () => {
    expect(sortSources(sources, 'title').map(({ title }) => title)).toEqual(['Élysée', 'Part 9', 'Part 10'])
    expect(sortSources(sources, 'date').map(({ title }) => title)).toEqual(['Part 10', 'Élysée', 'Part 9'])
    expect(sortSources(sources, 'annotations')[0]?.title).toBe('Part 9')
  })
})

describe('choosing rows', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const outcome = (steps: [string, How][], shown: string | null = 'b') => {
    let choice = noChoice
    let open: string | null = null
    for (const [id, how] of steps) ({ choice, open } = taken(ids, choice, id, how, shown))
    return { chosen: [...choice.chosen].sort().join(''), open, active: choice.active }
  }

  test('a row alone is opened, and nothing stays selected', () => {
    expect(outcome([['d', 'only']])).toEqual({ chosen: '', open: 'd', active: 'd' })
    expect(
      outcome([
        ['d', 'toggle'],
        ['a', 'only'],
      ]),
    ).toEqual({ chosen: '', open: 'a', active: 'a' })
  })

  test('what stands open is part of the first that are selected', () => {
    expect(outcome([['d', 'toggle']])).toEqual({ chosen: 'bd', open: null, active: 'd' })
    expect(outcome([['d', 'range']])).toEqual({ chosen: 'bcd', open: null, active: 'd' })
    expect(outcome([['d', 'toggle']], null)).toEqual({ chosen: '', open: 'd', active: 'd' })
  })

  test('a range goes from where it began, whichever way, and the last that is left is opened', () => {
    expect(
      outcome([
        ['d', 'toggle'],
        ['e', 'range'],
        ['c', 'range'],
      ]),
    ).toEqual({ chosen: 'cd', open: null, active: 'c' })
    expect(
      outcome([
        ['d', 'toggle'],
        ['b', 'toggle'],
      ]),
    ).toEqual({ chosen: '', open: 'd', active: 'b' })
  })

  test('keys lead from row to row and stop at the ends', () => {
    expect(rowAfter('ArrowDown', -1, 5, 3)).toBe(0)
    expect(rowAfter('ArrowUp', 0, 5, 3)).toBe(0)
    expect(rowAfter('PageDown', 3, 5, 3)).toBe(4)
    expect(rowAfter('Home', 3, 5, 3)).toBe(0)
    expect(rowAfter('End', 0, 5, 3)).toBe(4)
    expect(rowAfter('x', 0, 5, 3)).toBeNull()
    expect(rowAfter('End', 0, 0, 3)).toBeNull()
  })
})
