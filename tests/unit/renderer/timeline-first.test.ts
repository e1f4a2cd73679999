import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceOn, placesOf, whoSaidItFirst } from '#renderer/features/timeline/whoFirst.ts'
import { parseDate } from '#shared/dates/index.ts'
import type { Evidence, Relation } from '#shared/model.ts'

let made = 0
function said(
  sourceId: string,
  date: string,
  change: { originId?: string; relationId?: string } = {},
): Evidence {
  const id = `link ${++made}`
  const issued = parseDate(date)
  return {
    link: {
      id,
      from: { kind: 'source', id: sourceId },
      to: { kind: 'claim', id: 'c' },
      relationId: change.relationId ?? 'supports',
      rationale: '',
      rationaleContent: null,
      confidence: null,
      author: null,
      createdAt: '',
      updatedAt: '',
    },
    other: { kind: 'source', id: sourceId },
    otherLabel: sourceId,
    incoming: true,
    annotation: null,
    source: {
      id: sourceId,
      title: sourceId,
      originId: change.originId ?? sourceId,
      metadata: issued ? { issued } : {},
    },
  }
}
const named = (evidence: Evidence[]) =>
  whoSaidItFirst(evidence).voices.map(({ speakers, best, worst }) => [speakers[0]?.source.id, best, worst])

describe('who said it first', () => {
  it('is certain where the dates are apart', () => {
    const { first } = whoSaidItFirst([said('b', '2025-05-24'), said('a', '2025-05-23'), said('c', '2026')])
    expect(first.map(({ speakers }) => speakers[0]?.source.id)).toEqual(['a'])
    expect(named([said('b', '2025-05-24'), said('a', '2025-05-23'), said('c', '2026')])).toEqual([
      ['a', 1, 1],
      ['b', 2, 2],
      ['c', 3, 3],
    ])
  })

  it('cannot be told where they overlap: a day in a month that may be before or after it', () => {
    expect(named([said('day', '2025-05-23'), said('month', '2025-05'), said('later', '2025-06')])).toEqual([
      ['month', 1, 2],
      ['day', 1, 2],
      ['later', 3, 3],
    ])
  })

  it('cannot be told against what is about then, or of unknown date', () => {
    const evidence = [said('about', '1943~'), said('year', '1947'), said('late', '1960'), said('when', '')]
    expect(named(evidence)).toEqual([
      ['about', 1, 3],
      ['year', 1, 3],
      ['late', 3, 4],
      ['when', 1, 4],
    ])
    expect(whoSaidItFirst(evidence).first).toHaveLength(3)
  })

  it('hears copies as one voice, from its earliest on; one of unknown date leaves open how early that was', () => {
    const copies = [
      said('late copy', '2025-06-03', { originId: 'wire' }),
      said('wire', '2025-05-01', { originId: 'wire' }),
      said('other', '2025-05-20'),
    ]
    const { voices } = whoSaidItFirst(copies)
    expect(voices[0]?.speakers.map(({ source }) => source.id)).toEqual(['wire', 'late copy'])
    expect(voices.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 1],
      [2, 2],
    ])
    const undated = [
      said('x', '2025-06-03', { originId: 'o' }),
      said('y', '', { originId: 'o' }),
      said('z', '2025-05'),
    ]
    expect(whoSaidItFirst(undated).first).toHaveLength(2)
  })

  it('gathers what one source says, and takes a side where it is asked to', () => {
    const relation = (id: string, stance: -1 | 0 | 1): Relation => ({
      id,
      name: id,
      inverse: id,
      sign: '+',
      colour: 'green',
      lineStyle: 'solid',
      symmetric: false,
      stance,
      builtin: true,
      uses: 1,
    })
    const relations = new Map(
      [relation('supports', 1), relation('contradicts', -1)].map((one) => [one.id, one]),
    )
    const all = [said('a', '2025'), said('a', '2025', { relationId: 'contradicts' }), said('b', '2024')]
    expect(whoSaidItFirst(all).voices.map(({ speakers }) => speakers[0]?.items.length)).toEqual([1, 2])
    expect(evidenceOn('for', all, relations)).toHaveLength(2)
    expect(evidenceOn('against', all, relations)).toHaveLength(1)
    expect(evidenceOn('all', [...all, { ...said('c', ''), incoming: false }], relations)).toHaveLength(3)
  })

  it('says nothing where nobody did', () => {
    expect(whoSaidItFirst([])).toEqual({ voices: [], first: [] })
  })
})

describe('places in time', () => {
  const span = fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }))
        .map(([a, n]) => ({ earliest: a, latest: a + n })),
    },
    {
      weight: 1,
      arbitrary: fc.constant({ earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY }),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 0, max: 60 })
        .map((earliest) => ({ earliest, latest: Number.POSITIVE_INFINITY })),
    },
  )
  const dayWithin = ({ earliest, latest }: { earliest: number; latest: number }, share: number): number => {
    const from = Number.isFinite(earliest) ? earliest : -100
    const to = Number.isFinite(latest) ? latest : 200
    return from + Math.floor(share * (to - from))
  }

  it('hold for whatever days one chooses within the spans', () => {
    const dated = fc.array(fc.tuple(span, fc.double({ min: 0, max: 0.999999, noNaN: true })), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(dated, (chosen) => {
        const places = placesOf(chosen.map(([one]) => one))
        const days = chosen.map(([one, share]) => dayWithin(one, share))
        places.forEach(({ best, worst }, at) => {
          const day = days[at] ?? 0
          const before = days.filter((other) => other < day).length
          const notAfter = days.filter((other) => other <= day).length
          expect(notAfter).toBeGreaterThanOrEqual(best)
          expect(before + 1).toBeLessThanOrEqual(worst)
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('never say that one was before another where some choice of days has it the other way round', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 2, maxLength: 10 }), (spans) => {
        const places = placesOf(spans)
        for (const [i, a] of spans.entries()) {
          for (const [j, b] of spans.entries()) {
            const [here, there] = [places[i], places[j]]
            if (i === j || here === undefined || there === undefined || here.worst >= there.best) continue
            expect(a.latest).toBeLessThanOrEqual(b.earliest)
          }
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('are as narrow as the spans allow: where all days are known, each has its own', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1 }), (days) => {
        const places = placesOf(days.map((earliest) => ({ earliest, latest: earliest + 1 })))
        expect(places.every(({ best, worst }) => best === worst)).toBe(true)
      }),
    )
  })
})
