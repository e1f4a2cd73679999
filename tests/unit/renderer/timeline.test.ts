import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LaneItem, layoutLane } from '#renderer/features/timeline/layout.ts'
import { type Mark, marksOf, undatedOf } from '#renderer/features/timeline/marks.ts'
import { domainOf, partsOfDay, positionOf, ticksFor } from '#renderer/features/timeline/scale.ts'
import {
  canZoom,
  closeTo,
  fitted,
  inSight,
  panned,
  resized,
  showing,
  zoomed,
} from '#renderer/features/timeline/viewport.ts'
import { itemAt, itemOf, nearestItem, nextItem, standingOn } from '#renderer/features/timeline/walking.ts'
import { boundsOf, dayNumber, parseDate, spanOfParts } from '#shared/dates/index.ts'

describe('the axis', () => {
  const span = (from: number[], to: number[]) => ({
    start: spanOfParts(from)?.start ?? 0,
    end: spanOfParts(to)?.end ?? 0,
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

  it('spans all dates with air around them, whatever has no end', () => {
    expect(domainOf([])).toBeNull()
    expect(domainOf([{ start: 10, end: 11 }])).toEqual({ start: 9, end: 12 })
    expect(domainOf([{ start: 0, end: 100 }])).toEqual({ start: -4, end: 104 })
    const endless = { start: 40, end: Number.POSITIVE_INFINITY }
    expect(domainOf([{ start: 0, end: 100 }, endless])).toEqual({ start: -4, end: 104 })
  })

  it('says what day a number is, without a year 0', () => {
    expect(partsOfDay(dayNumber(2025, 5, 23))).toEqual([2025, 5, 23])
    expect(partsOfDay(dayNumber(0))).toEqual([-1, 1, 1])
  })
})

describe('the time in sight', () => {
  const domain = { start: dayNumber(1990), end: dayNumber(2025) }
  const any = fc.record({
    factor: fc.double({ min: 0.01, max: 100, noNaN: true }),
    x: fc.integer({ min: 0, max: 900 }),
    pan: fc.integer({ min: -5000, max: 5000 }),
  })

  it('comes closer around the day under the pointer, and goes back', () => {
    const view = fitted(domain, 900)
    const closer = zoomed(view, 4, 300, domain)
    expect(closer.daysPerPixel).toBeCloseTo(view.daysPerPixel / 4)
    expect(closer.start + 300 * closer.daysPerPixel).toBeCloseTo(view.start + 300 * view.daysPerPixel)
    expect(zoomed(closer, 1 / 4, 300, domain).start).toBeCloseTo(view.start)
  })

  it('goes from days to decades, and no further', () => {
    const week = { start: dayNumber(2025, 5, 1), end: dayNumber(2025, 5, 8) }
    let view = fitted(week, 900)
    expect(canZoom(view, week)).toEqual({ closer: true, further: true })
    for (let i = 0; i < 50; i++) view = zoomed(view, 2, 450, week)
    expect(canZoom(view, week).closer).toBe(false)
    expect(inSight(view).end - inSight(view).start).toBeLessThan(10)
    for (let i = 0; i < 50; i++) view = zoomed(view, 0.5, 450, week)
    expect(canZoom(view, week).further).toBe(false)
    expect((inSight(view).end - inSight(view).start) / 365.25).toBeGreaterThan(50)
  })

  it('never loses all that there is', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (moves) => {
        let view = fitted(domain, 900)
        for (const { factor, x, pan } of moves) view = panned(zoomed(view, factor, x, domain), pan, domain)
        const { start, end } = inSight(resized(view, 500, domain))
        expect(end).toBeGreaterThan(domain.start)
        expect(start).toBeLessThan(domain.end)
      }),
    )
  })

  it('moves only as far as a mark needs to be seen', () => {
    const view = closeTo({ start: dayNumber(2000), end: dayNumber(2001) }, 900, domain)
    const near = { start: dayNumber(2000, 6), end: dayNumber(2000, 7) }
    expect(showing(view, near, domain)).toBe(view)
    const moved = inSight(showing(view, { start: dayNumber(2010), end: dayNumber(2010) + 1 }, domain))
    expect(moved.start).toBeLessThan(dayNumber(2010))
    expect(moved.end).toBeGreaterThan(dayNumber(2010))
  })
})

describe('the marks of a lane', () => {
  const mark = (id: string, text: string): Mark => {
    const date = parseDate(text) ?? { 'date-parts': [] }
    const bounds = boundsOf(date)
    if (bounds === null) throw new Error(`${text} is no date`)
    return { sourceId: id, title: `The title of ${id}`, publisher: '', date, bounds }
  }
  const options = (daysPerPixel: number, change = {}) => ({
    daysPerPixel,
    origin: dayNumber(2000),
    end: dayNumber(2030),
    kept: new Set<string>(),
    unfolded: new Set<string>(),
    ...change,
  })
  const sourcesIn = (items: readonly LaneItem[]): string[] =>
    items.flatMap((item) => (item.kind === 'mark' ? [item.key] : item.marks.map(({ sourceId }) => sourceId)))

  it('are dots for days and bars for longer times, softer beyond what is named', () => {
    const { items } = layoutLane(
      [mark('day', '2010-05-23'), mark('year', '2010'), mark('about', '2010~'), mark('open', '2010/..')],
      options(1),
    )
    const of = (key: string) => items.find((item) => item.key === key)
    expect(of('day')).toMatchObject({ label: 'beside' })
    const [year, about, open] = [of('year'), of('about'), of('open')]
    if (year?.kind !== 'mark' || about?.kind !== 'mark' || open?.kind !== 'mark') throw new Error('no marks')
    expect(year.coreRight - year.coreLeft).toBe(365)
    expect([year.outerLeft, year.outerRight]).toEqual([year.coreLeft, year.coreRight])
    expect(about.coreLeft - about.outerLeft).toBe(dayNumber(2010) - dayNumber(2005))
    expect(about.outerRight - about.coreRight).toBe(dayNumber(2016) - dayNumber(2011))
    expect(open.outerRight).toBe(dayNumber(2030) - dayNumber(2000))
  })

  it('are counted where they stand too close, and parted by coming closer', () => {
    const marks = Array.from({ length: 60 }, (_, i) => mark(`s${i}`, `2010-0${1 + (i % 9)}-${10 + (i % 19)}`))
    const far = layoutLane(marks, options(20))
    const [count] = far.items
    if (count?.kind !== 'count') throw new Error('not counted')
    expect(count.same).toBe(false)
    expect(far.rows).toBeLessThan(12)
    const near = layoutLane(marks, options(1 / 160))
    expect(near.items.every(({ kind }) => kind === 'mark')).toBe(true)
  })

  it('are stood on at another scale, too: in the count that has one, and on the first one of a count', () => {
    const marks = Array.from({ length: 60 }, (_, i) => mark(`s${i}`, `2010-0${1 + (i % 9)}-${10 + (i % 19)}`))
    const [far, near] = [layoutLane(marks, options(20)), layoutLane(marks, options(1 / 160))]
    const [one, count] = [near.items[30], far.items[0]]
    if (one?.kind !== 'mark' || count?.kind !== 'count') throw new Error('not counted')
    const swallowed = itemAt(far, standingOn(one))
    expect(swallowed && sourcesIn([swallowed])).toContain(one.key)
    expect(itemAt(near, standingOn(one))).toBe(one)
    expect(itemAt(far, standingOn(count))).toBe(count)
    expect(itemAt(near, standingOn(count))?.key).toBe(count.marks[0]?.sourceId)
    expect(itemAt(near, undefined)).toBeNull()
  })

  it('of one and the same day are unfolded, since coming closer does not part them', () => {
    const marks = Array.from({ length: 40 }, (_, i) => mark(`s${i}`, '2010-05-23'))
    const folded = layoutLane(marks, options(1))
    const [count] = folded.items
    if (folded.items.length !== 1 || count?.kind !== 'count') throw new Error('not one count')
    expect(count).toMatchObject({ same: true, unfolded: false })
    const open = layoutLane(marks, options(1, { unfolded: new Set([count.key]) }))
    expect(open.items).toHaveLength(41)
    expect(new Set(open.items.map(({ row }) => row)).size).toBe(41)
  })

  it('of sources that bear on the claim are never hidden in a count', () => {
    const marks = Array.from({ length: 80 }, (_, i) => mark(`s${i}`, `2010-05-${10 + (i % 19)}`))
    const { items } = layoutLane(marks, options(20, { kept: new Set(['s3', 's44']) }))
    const shown = items.filter(({ kind }) => kind === 'mark').map(({ key }) => key)
    expect(shown).toEqual(expect.arrayContaining(['s3', 's44']))
    expect(items.find(({ key }) => key === 's3')?.row).toBeLessThan(2)
  })

  const anyDate = fc.oneof(
    fc
      .tuple(
        fc.integer({ min: 2000, max: 2029 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 10, max: 28 }),
      )
      .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${d}`),
    fc.integer({ min: 2000, max: 2029 }).map(String),
    fc.integer({ min: 2000, max: 2029 }).map((y) => `${y}~`),
    fc.integer({ min: 2000, max: 2029 }).map((y) => `${y}/..`),
    fc.integer({ min: 2000, max: 2025 }).map((y) => `${y}/${y + 4}`),
  )

  it('are all there, once each, and none covers another', () => {
    const scale = fc.constantFrom(1 / 160, 0.02, 0.5, 4, 15)
    fc.assert(
      fc.property(fc.array(anyDate, { maxLength: 80 }), scale, (dates, daysPerPixel) => {
        const marks = dates.map((date, at) => mark(`s${at}`, date))
        const { items, rows } = layoutLane(marks, options(daysPerPixel))
        expect(sourcesIn(items).sort()).toEqual(marks.map(({ sourceId }) => sourceId).sort())
        const byRow = new Map<number, LaneItem[]>()
        for (const item of items) byRow.set(item.row, [...(byRow.get(item.row) ?? []), item])
        expect(Math.max(-1, ...byRow.keys())).toBeLessThan(Math.max(1, rows))
        for (const row of byRow.values()) {
          row.sort((a, b) => a.left - b.left)
          row.forEach((item, at) => {
            if (at > 0) expect(item.left).toBeGreaterThanOrEqual(row[at - 1]?.right ?? 0)
          })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are walked by time from one to the next', () => {
    const layout = layoutLane([mark('c', '2012'), mark('a', '2010-05-23'), mark('b', '2011-02')], options(2))
    expect(nextItem(layout, null, 1)?.key).toBe('a')
    expect(nextItem(layout, 'a', 1)?.key).toBe('b')
    expect(nextItem(layout, 'c', 1)?.key).toBe('c')
    expect(nextItem(layout, 'b', -1)?.key).toBe('a')
    expect(nearestItem(layout, dayNumber(2011, 3))?.key).toBe('b')
    expect(itemOf(layout, 'b')?.key).toBe('b')
    expect(itemOf(layout, 'x')).toBeNull()
  })
})

it('a source stands on a lane for each date, and among the undated where it has words or nothing', () => {
  const entry = (id: string, dates: object) => ({ id, title: id, publisher: '', originId: id, dates })
  const entries = [
    entry('dated', { published: { 'date-parts': [[2025]] }, captured: { 'date-parts': [[2025, 6, 1]] } }),
    entry('words', { published: { 'date-parts': [], literal: 'in press' } }),
    entry('nothing', { captured: { 'date-parts': [[2025, 6, 1]] } }),
  ]
  const marks = marksOf(entries)
  expect(marks.published.map(({ sourceId }) => sourceId)).toEqual(['dated'])
  expect(marks.captured).toHaveLength(2)
  expect(undatedOf(entries).map(({ entry: { id }, words }) => [id, words])).toEqual([
    ['words', 'in press'],
    ['nothing', ''],
  ])
})
