import { describe, expect, it } from 'vitest'
import { partsOf, statedParts, withLink, withPart } from '#renderer/features/claims/parts.ts'
import { relatedClaims } from '#renderer/features/claims/related.ts'
import { claimsToCsv, columnsOf, sortByColumn } from '#renderer/features/claims/tableColumns.ts'
import { detailsAsText } from '#renderer/features/history/details.ts'
import { blank, isSame, isWhole, tidied } from '#renderer/features/relations/fields.ts'
import type { Claim, ClaimSummary, Evidence, LinkView, ObjectRef, Relation } from '#shared/model.ts'

const supports: Relation = {
  id: 'r1',
  name: 'supports',
  inverse: 'supported by',
  sign: '+',
  colour: 'green',
  lineStyle: 'solid',
  symmetric: false,
  stance: 1,
  builtin: true,
  uses: 3,
}
const mentions: Relation = { ...supports, id: 'r2', name: 'mentions', stance: 0 }

function claim(number: number, change: Partial<ClaimSummary> = {}): ClaimSummary {
  return {
    id: `c${number}`,
    number,
    statement: `Statement ${number}`,
    status: 'open',
    suggestion: { status: 'open', supportingOrigins: 0, contradictingOrigins: 0 },
    counts: [],
    tags: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...change,
  }
}
const counted = (origins: number) => [{ relationId: 'r1', links: origins + 1, sources: origins + 1, origins }]

describe('the parts that a claim is split into', () => {
  it('gives a link to a part and takes it back, to several or to none', () => {
    const parts = withPart(withPart([]))
    const [first, second] = parts.map(({ key }) => key)
    const both = withLink(withLink(parts, first ?? 0, 'l1'), second ?? 0, 'l1')
    expect(partsOf(both, 'l1')).toBe(2)
    expect(partsOf(withLink(both, first ?? 0, 'l1'), 'l1')).toBe(1)
    expect(partsOf(both, 'l2')).toBe(0)
  })

  it('names parts by keys that no part had while it stood, and counts only those that state something', () => {
    const parts = withPart(withPart([{ key: 4, statement: ' It left ', linkIds: ['l1'] }]))
    expect(parts.map(({ key }) => key)).toEqual([4, 5, 6])
    expect(statedParts(parts)).toEqual([{ statement: 'It left', linkIds: ['l1'] }])
  })
})

describe('the table of claims', () => {
  const claims = [
    claim(1, { counts: counted(1), tags: ['sea'] }),
    claim(2, { counts: counted(3) }),
    claim(3, { statement: 'A first one, "quoted"' }),
  ]

  it('has a column for each relation that is used, and sorts by what it counts', () => {
    const columns = columnsOf(claims, [mentions, supports])
    expect(columns).toEqual([
      'number',
      'statement',
      'status',
      'relation:r1',
      'for',
      'against',
      'tags',
      'updated',
    ])
    const order = (descending: boolean) =>
      sortByColumn(claims, { column: 'relation:r1', descending }).map(({ number }) => number)
    expect(order(false)).toEqual([3, 1, 2])
    expect(order(true)).toEqual([2, 1, 3])
  })

  it('puts what is empty last, whichever way it sorts', () => {
    for (const descending of [true, false]) {
      const [top] = sortByColumn(claims, { column: 'tags', descending })
      expect(top?.number).toBe(1)
    }
  })

  it('is taken elsewhere as it stands', () => {
    const words = {
      head: (column: string) => column.toUpperCase(),
      status: () => 'Open',
      count: ({ sources, origins }: { sources: number; origins: number }) => `${sources}/${origins}`,
    }
    expect(claimsToCsv(claims.slice(1), ['number', 'statement', 'status', 'relation:r1'], words)).toBe(
      'NUMBER,STATEMENT,STATUS,RELATION:R1\r\nC2,Statement 2,Open,4/3\r\nC3,"A first one, ""quoted""",Open,0\r\n',
    )
  })
})

describe('related claims', () => {
  const at = (kind: ObjectRef['kind'], id: string): ObjectRef => ({ kind, id })
  const link = (from: ObjectRef, to: ObjectRef): LinkView => ({
    id: `${from.id}-${to.id}`,
    from,
    to,
    relationId: 'r1',
    rationale: '',
    rationaleContent: null,
    confidence: null,
    author: null,
    createdAt: '',
    updatedAt: '',
    relation: 'supports',
    fromLabel: '',
    toLabel: '',
  })

  it('are those it is linked to, before those that have passages in common with it, but not itself', () => {
    const links = [
      link(at('annotation', 'a1'), at('claim', 'c1')),
      link(at('annotation', 'a1'), at('claim', 'c2')),
      link(at('annotation', 'a2'), at('claim', 'c3')),
      link(at('claim', 'c4'), at('claim', 'c1')),
    ]
    const evidence: Evidence[] = links
      .filter(({ to, from }) => to.id === 'c1' && from.kind === 'annotation')
      .map((one) => ({
        link: one,
        other: one.from,
        otherLabel: '',
        incoming: true,
        annotation: null,
        source: null,
      }))
    const own: Claim = { ...claim(1), reasoning: null, reasoningText: '', evidence }
    const found = relatedClaims(own, [claim(1), claim(2), claim(3), claim(4)], links)
    expect(found.map(({ claim: { id }, shared }) => [id, shared])).toEqual([
      ['c4', 0],
      ['c2', 1],
    ])
    expect(found[0]?.links).toEqual([{ relationId: 'r1', incoming: true }])
  })
})

describe('what is said of a relation', () => {
  it('is whole with a name, a sign and an inverse, which a symmetric one has of itself', () => {
    const fields = { ...blank, name: ' echoes ', sign: '≈' }
    expect(isWhole(tidied(fields))).toBe(false)
    const symmetric = tidied({ ...fields, symmetric: true })
    expect(symmetric).toMatchObject({ name: 'echoes', inverse: 'echoes' })
    expect(isWhole(symmetric)).toBe(true)
    expect(isSame(symmetric, { ...symmetric })).toBe(true)
    expect(isSame(symmetric, { ...symmetric, colour: 'red' })).toBe(false)
  })
})

it('the details of a source read as lines', () => {
  const details = {
    title: 'A',
    author: [{ family: 'Ito', given: 'Mei' }],
    issued: { 'date-parts': [[2025, 5]] },
  }
  expect(detailsAsText(JSON.stringify(details))).toBe('title: A\nauthor: Ito Mei\nissued: 2025-05')
  expect(detailsAsText('plain')).toBe('plain')
})
