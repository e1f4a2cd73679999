import { describe, expect, it } from 'vitest'
import { countsByRelation, groupEvidence, sortClaims } from '#renderer/features/claims/evidence.ts'
import { allClaims, type ClaimFilter, filterClaims } from '#renderer/state/claimFilters.ts'
import type { ClaimSummary, Evidence, Relation } from '#shared/model.ts'

function relation(id: string, stance: -1 | 0 | 1, symmetric = false): Relation {
  return {
    id,
    name: id,
    inverse: `${id} by`,
    sign: '+',
    colour: 'green',
    lineStyle: 'solid',
    symmetric,
    stance,
    builtin: true,
    uses: 0,
  }
}
const relations = [
  relation('mentions', 0),
  relation('contradicts', -1),
  relation('supports', 1),
  relation('restates', 0, true),
]

function evidence(
  id: string,
  relationId: string,
  source: { id: string; origin: string; year?: number } | null,
  incoming = true,
): Evidence {
  return {
    link: {
      id,
      relationId,
      from: { kind: 'annotation', id: `a-${id}` },
      to: { kind: 'claim', id: 'c' },
      rationale: '',
      rationaleContent: null,
      author: null,
      confidence: null,
      createdAt: '',
      updatedAt: '',
    },
    other: { kind: 'annotation', id: `a-${id}` },
    otherLabel: id,
    incoming,
    annotation: null,
    source: source && {
      id: source.id,
      title: source.id,
      originId: source.origin,
      metadata: source.year === undefined ? {} : { issued: { 'date-parts': [[source.year]] } },
    },
  }
}

function claim(number: number, fields: Partial<ClaimSummary> = {}): ClaimSummary {
  return {
    id: `c${number}`,
    number,
    statement: `Claim ${number}`,
    status: 'open',
    suggestion: { status: 'open', supportingOrigins: 0, contradictingOrigins: 0 },
    counts: [],
    tags: [],
    createdAt: '',
    updatedAt: '',
    ...fields,
  }
}

describe('groupEvidence', () => {
  it('puts what supports first, what contradicts next, the rest last', () => {
    const groups = groupEvidence(
      [
        evidence('1', 'mentions', { id: 's1', origin: 'o1' }),
        evidence('2', 'contradicts', { id: 's2', origin: 'o2' }),
        evidence('3', 'supports', { id: 's3', origin: 'o3' }),
      ],
      relations,
    )
    expect(groups.map((group) => group.relation.id)).toEqual(['supports', 'contradicts', 'mentions'])
  })

  it('counts reprints as sources and as one voice', () => {
    const [group] = groupEvidence(
      [
        evidence('1', 'supports', { id: 's1', origin: 'o1' }),
        evidence('2', 'supports', { id: 's2', origin: 'o1' }),
        evidence('3', 'supports', { id: 's2', origin: 'o1' }),
        evidence('4', 'supports', { id: 's3', origin: 'o2' }),
      ],
      relations,
    )
    expect(group).toMatchObject({ sources: 3, voices: 2 })
    expect(group?.origins.map((origin) => origin.items.length)).toEqual([3, 1])
    expect(group?.origins[0]?.sources.map((source) => source.id)).toEqual(['s1', 's2'])
  })

  it('puts the earliest published voice first, undated ones after, what has no source last', () => {
    const [group] = groupEvidence(
      [
        evidence('none', 'supports', null),
        evidence('undated', 'supports', { id: 's1', origin: 'o1' }),
        evidence('late', 'supports', { id: 's2', origin: 'o2', year: 2025 }),
        evidence('early', 'supports', { id: 's3', origin: 'o3', year: 987 }),
      ],
      relations,
    )
    expect(group?.origins.map((origin) => origin.items[0]?.link.id)).toEqual([
      'early',
      'late',
      'undated',
      'none',
    ])
    expect(group).toMatchObject({ sources: 3, voices: 3 })
  })

  it('keeps directions apart, unless the relation reads the same both ways', () => {
    const source = { id: 's1', origin: 'o1' }
    const groups = groupEvidence(
      [
        evidence('1', 'supports', source),
        evidence('2', 'supports', source, false),
        evidence('3', 'restates', source),
        evidence('4', 'restates', source, false),
      ],
      relations,
    )
    expect(groups.map((group) => group.key)).toEqual(['supports:in', 'supports:out', 'restates:in'])
  })
})

describe('the list of claims', () => {
  it('shows counts of relations with evidence only, those with a stance first', () => {
    const counts = [
      { relationId: 'mentions', links: 1, sources: 1, origins: 1 },
      { relationId: 'supports', links: 4, sources: 3, origins: 1 },
      { relationId: 'contradicts', links: 0, sources: 0, origins: 0 },
    ]
    expect(countsByRelation(counts, relations).map((entry) => entry.relation.id)).toEqual([
      'supports',
      'mentions',
    ])
  })

  it('sorts by support with ties by number', () => {
    const strong = { status: 'supported' as const, supportingOrigins: 2, contradictingOrigins: 0 }
    const sorted = sortClaims([claim(3), claim(1), claim(2, { suggestion: strong })], 'support')
    expect(sorted.map((entry) => entry.number)).toEqual([2, 1, 3])
  })

  it('finds every typed word in name, statement and tags, whatever the case and accents', () => {
    const claims = [
      claim(1, { statement: 'The café closed in May', tags: ['Budget'] }),
      claim(2, { statement: 'The bridge is closed', status: 'refuted' }),
    ]
    const found = (text: string, narrowed: Partial<ClaimFilter> = {}) =>
      filterClaims(claims, { ...allClaims, text, ...narrowed }).map((entry) => entry.number)
    expect(found('CAFE budget')).toEqual([1])
    expect(found('c2')).toEqual([2])
    expect(found('closed')).toEqual([1, 2])
    expect(found('', { statuses: ['refuted', 'contested'] })).toEqual([2])
    expect(found('', { tags: ['Budget'], statuses: ['open'] })).toEqual([1])
    expect(found('', { relations: ['supports'] })).toEqual([])
    expect(found('closed tunnel')).toEqual([])
  })
})
