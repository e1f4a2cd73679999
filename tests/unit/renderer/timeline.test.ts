import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayNumber,
  domainOf,
  packRows,
  positionOf,
  spanOfDate,
  ticksFor,
} from '#renderer/features/timeline/scale.ts'

describe('spanOfDate', () => {
  it('keeps partial dates partial', () => {
    expect(spanOfDate([1970])).toEqual({ start: 0, end: 365 })
    expect(spanOfDate([1970, 2])).toEqual({ start: 31, end: 59 })
    expect(spanOfDate([1970, 1, 2])).toEqual({ start: 1, end: 2 })
    expect(spanOfDate([2024, 12])).toEqual({ start: dayNumber(2024, 12), end: dayNumber(2025) })
  })

  it('reads the first century as itself', () => {
    expect(spanOfDate([79, 8, 24])?.start).toBe(dayNumber(79, 8, 24))
    expect(dayNumber(79)).toBeLessThan(dayNumber(1900))
  })

  it('refuses what is no date', () => {
    expect(spanOfDate([])).toBeNull()
    expect(spanOfDate([2025, 13])).toBeNull()
    expect(spanOfDate([2025, 2, 30])).toBeNull()
    expect(spanOfDate([2024, 2, 29])).not.toBeNull()
  })
})

describe('the axis', () => {
  const span = (from: number[], to: number[]) => ({
    start: spanOfDate(from)?.start ?? 0,
    end: spanOfDate(to)?.end ?? 0,
  })

  it('has ticks on round dates, as coarse as the width demands', () => {
    const labels = (from: number[], to: number[], width: number) =>
      ticksFor(span(from, to), width).map((tick) => tick.parts.join('-'))
    expect(labels([2025, 5, 1], [2025, 5, 5], 800)).toEqual([
      '2025-5-1',
      '2025-5-2',
      '2025-5-3',
      '2025-5-4',
      '2025-5-5',
    ])
    expect(labels([2025, 1], [2025, 6], 800)).toEqual([
      '2025-1',
      '2025-2',
      '2025-3',
      '2025-4',
      '2025-5',
      '2025-6',
    ])
    expect(labels([1998], [2024], 300)).toEqual(['2000', '2010', '2020'])
  })

  it('never crowds ticks, and always keeps them on the line', () => {
    const anyDomain = fc.record({
      start: fc.integer({ min: -700_000, max: 200_000 }),
      length: fc.integer({ min: 2, max: 900_000 }),
    })
    fc.assert(
      fc.property(anyDomain, fc.integer({ min: 200, max: 4000 }), ({ start, length }, width) => {
        const domain = { start, end: start + length }
        const places = ticksFor(domain, width).map((tick) => positionOf(tick.day, domain, width))
        places.forEach((place, i) => {
          expect(place).toBeGreaterThanOrEqual(0)
          expect(place).toBeLessThanOrEqual(width)
          // Months differ in length: February may stand a little closer.
          if (i > 0) expect(place - (places[i - 1] ?? 0)).toBeGreaterThan(84 * 0.9)
        })
      }),
    )
  })

  it('spans all dates with air around them', () => {
    expect(domainOf([])).toBeNull()
    expect(domainOf([{ start: 10, end: 11 }])).toEqual({ start: 9, end: 12 })
    expect(domainOf([{ start: 0, end: 100 }])).toEqual({ start: -4, end: 104 })
  })
})

describe('packRows', () => {
  it('stacks what would overlap and reuses free rows', () => {
    const items = [
      { name: 'a', left: 0, right: 50 },
      { name: 'b', left: 20, right: 60 },
      { name: 'c', left: 70, right: 90 },
    ]
    const { placed, rows } = packRows(items, (item) => item)
    expect(rows).toBe(2)
    expect(placed.map(({ item, row }) => [item.name, row])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ])
  })
})
