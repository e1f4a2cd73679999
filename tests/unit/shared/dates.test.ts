import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  boundsOf,
  dateToEdtf,
  dayNumber,
  parseDate,
  plainDate,
  readDate,
  spanOfParts,
} from '#shared/dates/index.ts'
import type { CslDate } from '#shared/model.ts'

const parts = (...each: number[]): CslDate => ({ 'date-parts': [each] })
const range = (...each: number[][]): CslDate => ({ 'date-parts': each })

describe('readDate', () => {
  test.each<[string, CslDate]>([
    ['2025', parts(2025)],
    ['79', parts(79)],
    ['2025-05', parts(2025, 5)],
    [' 2024-2-29 ', parts(2024, 2, 29)],
    ['2025?', { ...parts(2025), circa: true }],
    ['2025-05~', { ...parts(2025, 5), circa: true }],
    ['2025%', { ...parts(2025), circa: true }],
    ['c. 1943', { ...parts(1943), circa: true }],
    ['ca 1943', { ...parts(1943), circa: true }],
    ['About May 1943', { ...parts(1943, 5), circa: true }],
    ['2025-21', { ...parts(2025), season: 1 }],
    ['Spring 2025', { ...parts(2025), season: 1 }],
    ['Fall of 2025', { ...parts(2025), season: 3 }],
    ['c. winter 2025', { ...parts(2025), season: 4, circa: true }],
    ['1941/1943', range([1941], [1943])],
    ['1941–1943', range([1941], [1943])],
    ['1941-1943', range([1941], [1943])],
    ['between 1941 and May 1943', range([1941], [1943, 5])],
    ['from 3 May 2025 to 5 May 2025', range([2025, 5, 3], [2025, 5, 5])],
    ['c. 1941/1943', { ...range([1941], [1943]), circa: true }],
    ['1941~/1943', { ...range([1941], [1943]), circa: true }],
    ['1941/..', range([1941], [0])],
    ['1941/', range([1941], [0])],
    ['since May 1941', range([1941, 5], [0])],
    ['194X', range([1940], [1949])],
    ['the 1940s', range([1940], [1949])],
    ['19XX', range([1900], [1999])],
    ['c. 1940s', { ...range([1940], [1949]), circa: true }],
    ['2025-XX-XX', parts(2025)],
    ['23 May 2025', parts(2025, 5, 23)],
    ['Sept. 3rd, 2025', parts(2025, 9, 3)],
    ['44 BC', parts(-44)],
    ['-0043', parts(-44)],
    ['1941/1941', parts(1941)],
    ['"in press"', { 'date-parts': [], literal: 'in press' }],
  ])('%s', (text, date) => {
    expect(readDate(text)).toEqual(date)
  })

  test.each([
    ['', 'unknown'],
    ['soon', 'unknown'],
    ['25/5/2025', 'unknown'],
    ['5/2025', 'unknown'],
    ['2025-13', 'noSuchDay'],
    ['2025-00', 'noSuchDay'],
    ['2025-04-31', 'noSuchDay'],
    ['2025-02-29', 'noSuchDay'],
    ['31 April 2025', 'noSuchDay'],
    ['1943/1941', 'backwards'],
    ['2025-05/2025-04', 'backwards'],
    ['2025-21/2025-22', 'seasonRange'],
    ['../1943', 'openStart'],
    ['before 1943', 'openStart'],
    ['/', 'unknown'],
  ])('%s is no date: %s', (text, fault) => {
    expect(readDate(text)).toBe(fault)
    expect(parseDate(text)).toBeNull()
  })
})

const year = fc.integer({ min: -9_999, max: 9_999 }).filter((value) => value !== 0)
const point = fc
  .tuple(
    year,
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map((all) => all.slice(0, all[3]))
  .filter((one) => spanOfParts(one) !== null)
const marked = (date: CslDate, circa: boolean): CslDate => (circa ? { ...date, circa: true } : date)
const dates: fc.Arbitrary<CslDate> = fc.oneof(
  fc.tuple(point, fc.boolean()).map(([one, circa]) => marked(parts(...one), circa)),
  fc
    .tuple(year, fc.integer({ min: 1, max: 4 }), fc.boolean())
    .map(([one, season, circa]) => marked({ ...parts(one), season }, circa)),
  fc.tuple(point, fc.boolean()).map(([one, circa]) => marked(range(one, [0]), circa)),
  fc
    .tuple(point, point, fc.boolean())
    .filter(([a, b]) => (spanOfParts(a)?.start ?? 0) < (spanOfParts(b)?.start ?? 0))
    .map(([a, b, circa]) => marked(range(a, b), circa)),
)

it('every date that CSL can say is written as it is read', () => {
  fc.assert(
    fc.property(dates, (date) => {
      expect(readDate(dateToEdtf(date))).toEqual(date)
    }),
    { numRuns: 2_000 },
  )
})

it('words in quotation marks come back as they were', () => {
  const words = fc
    .string({ minLength: 1, maxLength: 100 })
    .map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  fc.assert(
    fc.property(
      words.filter((text) => text !== ''),
      (literal) => {
        const date = { 'date-parts': [], literal }
        expect(readDate(dateToEdtf(date))).toEqual(date)
      },
    ),
  )
})

it('nothing that is typed breaks the reader', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const date = parseDate(text)
      if (date !== null) expect(readDate(dateToEdtf(date))).toEqual(date)
    }),
    { numRuns: 2_000 },
  )
})

describe('boundsOf', () => {
  const bounds = (text: string) => boundsOf(parseDate(text) ?? undefined)

  it('is the day, the month, the year that is named', () => {
    const [start, end] = [dayNumber(2025), dayNumber(2026)]
    expect(bounds('2025')).toEqual({ earliest: start, from: start, to: end, latest: end })
    expect(bounds('1970-01-02')).toMatchObject({ earliest: 1, latest: 2 })
  })

  it('goes from the first day of a range to its last, and has no end where the range has none', () => {
    expect(bounds('1941/1943')).toMatchObject({ earliest: dayNumber(1941), latest: dayNumber(1944) })
    expect(bounds('1941/..')).toMatchObject({
      to: Number.POSITIVE_INFINITY,
      latest: Number.POSITIVE_INFINITY,
    })
  })

  it('leaves five more of what is named last where it is about then', () => {
    expect(bounds('1943~')).toEqual({
      earliest: dayNumber(1938),
      from: dayNumber(1943),
      to: dayNumber(1944),
      latest: dayNumber(1949),
    })
    expect(bounds('2025-05~')).toMatchObject({ earliest: dayNumber(2024, 12), latest: dayNumber(2025, 11) })
    expect(bounds('2025-05-23~')).toMatchObject({
      earliest: dayNumber(2025, 5, 18),
      latest: dayNumber(2025, 5, 29),
    })
  })

  it('draws a season as the north has it, and rules out neither the south nor the other year', () => {
    expect(bounds('2025-21')).toEqual({
      earliest: dayNumber(2025),
      from: dayNumber(2025, 3),
      to: dayNumber(2025, 6),
      latest: dayNumber(2026),
    })
    // A summer in Australia is that of 2024 and 2025, or of 2025 and 2026.
    expect(bounds('summer 2025')).toEqual({
      earliest: dayNumber(2024, 12),
      from: dayNumber(2025, 6),
      to: dayNumber(2025, 9),
      latest: dayNumber(2026, 4),
    })
    expect(bounds('winter 2025')).toEqual({
      earliest: dayNumber(2024, 12),
      from: dayNumber(2025, 12),
      to: dayNumber(2026, 3),
      latest: dayNumber(2026, 4),
    })
  })

  it('counts years before Christ without a year 0', () => {
    expect(bounds('1 BC')?.latest).toBe(bounds('1')?.earliest)
  })

  it('knows nothing of words and of what is no date', () => {
    expect(boundsOf({ 'date-parts': [], literal: 'in press' })).toBeNull()
    expect(boundsOf(parts(2025, 2, 30))).toBeNull()
    expect(boundsOf(undefined)).toBeNull()
  })

  it('has what is named within what is possible, always', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const found = boundsOf(date)
        expect(found).not.toBeNull()
        if (found === null) return
        expect(found.earliest).toBeLessThanOrEqual(found.from)
        expect(found.from).toBeLessThan(found.to)
        expect(found.to).toBeLessThanOrEqual(found.latest)
      }),
    )
  })
})

it('plain ISO dates leave out what ISO 8601 has no sign for', () => {
  const plain = (text: string) => plainDate(parseDate(text) ?? undefined)
  expect(['1943~', '2025-21', '1941/1943', '2025-05-23', '"in press"'].map(plain)).toEqual([
    '1943',
    '2025',
    '1941/1943',
    '2025-05-23',
    undefined,
  ])
})
