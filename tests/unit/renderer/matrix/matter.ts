import fc from 'fast-check'
import type { GroupWords } from '#renderer/features/matrix/columns.ts'
import type { DrawingWords } from '#renderer/features/matrix/saved/drawing.ts'
import { groupings, type MatrixShown, sourceOrders } from '#renderer/state/matrixShown.ts'
import type { ClaimSummary, Matrix, MatrixCell, Relation, SourceSummary } from '#shared/model.ts'

export function source(id: string, originId: string, more: Partial<SourceSummary> = {}): SourceSummary {
  return {
    id,
    title: id,
    metadata: {},
    fileName: '',
    mediaType: 'text/plain',
    importedAt: '',
    words: 0,
    minutes: 1,
    annotations: 0,
    flags: 0,
    tags: [],
    originId,
    originSize: 1,
    ...more,
  }
}

export function claim(number: number, more: Partial<ClaimSummary> = {}): ClaimSummary {
  return {
    id: `c${number}`,
    number,
    statement: `Statement ${number}`,
    status: 'open',
    suggestion: { status: 'open', supportingOrigins: 0, contradictingOrigins: 0 },
    counts: [],
    tags: [],
    createdAt: '',
    updatedAt: '',
    ...more,
  }
}

export function cell(claimId: string, sourceId: string, links: Record<string, number>): MatrixCell {
  const relations = Object.entries(links).map(([relationId, count]) => ({
    relationId,
    links: count,
    annotationIds: [],
  }))
  return { claimId, sourceId, relations }
}

function relation(id: string, stance: Relation['stance'], more: Partial<Relation>): Relation {
  return {
    id,
    name: id,
    inverse: id,
    sign: '?',
    colour: 'grey',
    lineStyle: 'solid',
    symmetric: false,
    stance,
    builtin: true,
    uses: 0,
    ...more,
  }
}

export const relations: ReadonlyMap<string, Relation> = new Map(
  [
    relation('a', 1, { name: 'supports', sign: '+', colour: 'green' }),
    relation('b', -1, { name: 'contradicts', sign: '−', colour: 'red', lineStyle: 'dashed' }),
    relation('c', 0, { name: 'mentions', sign: '•', lineStyle: 'dotted' }),
  ].map((each) => [each.id, each]),
)

export const groupWords: GroupWords = { noPublisher: 'No publisher', untagged: 'No tag' }

export const words: DrawingWords = {
  title: 'Claims and sources',
  claim: 'Claim',
  statement: 'Statement',
  status: 'Status',
  statusOf: ({ status }) => status,
  voices: (sources, origins) => (sources === origins ? `${sources} s` : `${sources} s, ${origins} o`),
  below: () => ['below'],
  bracket: ({ label }) => label,
}

export const plain: MatrixShown = {
  grouping: 'source',
  rows: 'number',
  columns: 'imported',
  unlinked: false,
  opened: [],
}

const someSource = fc
  .record({
    origin: fc.integer({ min: 0, max: 3 }),
    publisher: fc.constantFrom('', 'A', 'B'),
    tags: fc.subarray(['x', 'y', 'z']),
    year: fc.option(fc.integer({ min: 2000, max: 2003 })),
  })
  .map(
    (made) => (id: string) =>
      source(id, `o${made.origin}`, {
        tags: made.tags,
        metadata: {
          ...(made.publisher !== '' && { publisher: made.publisher }),
          ...(made.year !== null && { issued: { 'date-parts': [[made.year]] } }),
        },
      }),
  )

/** A matrix of a few claims and sources, with some links between them. */
export const someMatrix: fc.Arbitrary<Matrix> = fc
  .record({
    sources: fc.array(someSource, { maxLength: 8 }),
    claims: fc.integer({ min: 0, max: 5 }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('a', 'b', 'c')), { maxLength: 40 }),
  })
  .map(({ sources, claims, links }) => {
    const made = sources.map((make, index) => make(`s${index}`))
    const stated = Array.from({ length: claims }, (_, index) => claim(index + 1))
    const cells = new Map<string, { claimId: string; sourceId: string; links: Record<string, number> }>()
    for (const [c, s, name] of links) {
      const claimId = stated[c % claims]?.id
      const sourceId = made[s % made.length]?.id
      if (claimId === undefined || sourceId === undefined) continue
      const at = cells.get(`${claimId} ${sourceId}`) ?? { claimId, sourceId, links: {} }
      cells.set(`${claimId} ${sourceId}`, at)
      at.links[name] = (at.links[name] ?? 0) + 1
    }
    return {
      claims: stated,
      sources: made,
      cells: [...cells.values()].map((at) => cell(at.claimId, at.sourceId, at.links)),
    }
  })

/** Any way for the matrix to stand; every other group is opened. */
export const someShown: fc.Arbitrary<MatrixShown> = fc.record({
  grouping: fc.constantFrom(...groupings),
  rows: fc.constantFrom(
    'number',
    'statement',
    'status',
    'agreement',
    'dispute',
    'column:tag:x',
    'column:gone',
  ),
  columns: fc.constantFrom(...sourceOrders, 'claim:c1', 'claim:gone'),
  unlinked: fc.boolean(),
  opened: fc.subarray(['origin:o0', 'origin:o1', 'publisher:A', 'publisher:', 'tag:x', 'tag:']),
})
