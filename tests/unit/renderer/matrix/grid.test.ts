import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MatrixColumn } from '#renderer/features/matrix/columns.ts'
import { arrangeMatrix } from '#renderer/features/matrix/grid.ts'
import { type MatrixShown, readMatrixShown } from '#renderer/state/matrixShown.ts'
import type { Matrix, SourceSummary } from '#shared/model.ts'
import { cell, claim, groupWords, plain, relations, someMatrix, someShown, source } from './matter.ts'

const matrix: Matrix = {
  claims: [
    claim(1, { statement: 'B', status: 'refuted', suggestion: voices(1, 0) }),
    claim(2, { statement: 'A 10', suggestion: voices(2, 2) }),
    claim(3, { statement: 'A 9', status: 'supported', suggestion: voices(3, 0) }),
  ],
  sources: [
    source('a', 'o1', { title: 'Zebra', tags: ['x', 'y'], metadata: issued('Mercury', [2025, 5]) }),
    source('b', 'o2', { title: 'Ant', tags: ['y'], metadata: issued('Gazette', [2025, 4, 30]) }),
    source('c', 'o1', { title: 'Bee', metadata: issued('Mercury', [2024]) }),
    source('d', 'o3', { title: 'Dog' }),
    source('e', 'o4', { title: 'Says nothing' }),
  ],
  cells: [
    cell('c1', 'a', { a: 1 }),
    cell('c1', 'b', { b: 1 }),
    cell('c2', 'c', { a: 2, c: 1 }),
    cell('c2', 'd', { c: 1 }),
    cell('c3', 'a', { b: 1 }),
    cell('c3', 'c', { a: 1 }),
  ],
}

function voices(supportingOrigins: number, contradictingOrigins: number) {
  return { status: 'open' as const, supportingOrigins, contradictingOrigins }
}

function issued(publisher: string, date: number[]): SourceSummary['metadata'] {
  return { publisher, issued: { 'date-parts': [date] } }
}

const arranged = (shown: Partial<MatrixShown> = {}, of = matrix) =>
  arrangeMatrix(of, { ...plain, ...shown }, relations, groupWords)
const ids = (column: MatrixColumn) => column.sources.map(({ id }) => id).join('')
const columns = (shown: Partial<MatrixShown> = {}) => arranged(shown).columns.map(ids)
const labels = (shown: Partial<MatrixShown>) => arranged(shown).columns.map(({ label }) => label)
const rows = (order: MatrixShown['rows'], more: Partial<MatrixShown> = {}) =>
  arranged({ ...more, rows: order }).claims.map(({ number }) => number)

describe('columns', () => {
  it('stand side by side under a bracket where they are one origin', () => {
    expect(columns()).toEqual(['a', 'c', 'b', 'd'])
    expect(arranged().groups.map(({ start, span, opened }) => [start, span, opened])).toEqual([
      [0, 2, true],
      [2, 1, true],
      [3, 1, true],
    ])
  })

  it('merge an origin, which then counts once', () => {
    const grid = arranged({ grouping: 'origin' })
    expect(grid.columns.map(ids)).toEqual(['ac', 'b', 'd'])
    expect(grid.rows[2]?.get(0)).toEqual({
      relations: [
        { relationId: 'a', links: 1 },
        { relationId: 'b', links: 1 },
      ],
      sources: 2,
      origins: 1,
    })
    expect(columns({ grouping: 'origin', opened: ['origin:o1'] })).toEqual(['a', 'c', 'b', 'd'])
  })

  it('merge publishers by name, those without one last', () => {
    expect(labels({ grouping: 'publisher' })).toEqual(['Gazette', 'Mercury', 'No publisher'])
    expect(columns({ grouping: 'publisher', opened: ['publisher:Mercury'] })).toEqual(['b', 'a', 'c', 'd'])
  })

  it('merge tags: a source with two stands in both, those without one come last', () => {
    const grid = arranged({ grouping: 'tag' })
    expect(grid.columns.map(({ label }) => label)).toEqual(['x', 'y', 'No tag'])
    expect(grid.columns.map(ids)).toEqual(['a', 'ab', 'cd'])
    expect(grid.rows[0]?.get(1)).toMatchObject({ sources: 2, origins: 2 })
    const { columns: opened } = arranged({ grouping: 'tag', opened: ['tag:x', 'tag:y'] })
    expect(opened.map(({ key }) => key)).toEqual(['tag:x/a', 'tag:y/a', 'tag:y/b', 'tag:'])
  })

  it('are sorted by date, title, agreement and what they say to a claim', () => {
    expect(columns({ columns: 'published' })).toEqual(['c', 'a', 'b', 'd'])
    expect(columns({ columns: 'title' })).toEqual(['b', 'c', 'a', 'd'])
    // c stands with the majority on C2 and alone on C3; b is against the claim that a is for; d takes no stance.
    expect(columns({ columns: 'agreement' }).at(-1)).toBe('d')
    expect(columns({ columns: 'claim:c3' })).toEqual(['c', 'a', 'b', 'd'])
    expect(columns({ columns: 'claim:c1', grouping: 'publisher' })).toEqual(['ac', 'b', 'd'])
    expect(columns({ columns: 'claim:gone' })).toEqual(columns())
  })

  it('of sources that say nothing to the claims shown are there on demand', () => {
    expect(columns({ unlinked: true })).toContain('e')
    const first = arranged({}, { ...matrix, claims: matrix.claims.slice(0, 1) })
    expect(first.columns.map(ids)).toEqual(['a', 'b'])
  })
})

describe('rows', () => {
  it('are sorted by number, statement, status, agreement and dispute', () => {
    expect(rows('number')).toEqual([1, 2, 3])
    expect(rows('statement')).toEqual([3, 2, 1])
    expect(rows('status')).toEqual([2, 3, 1])
    expect(rows('agreement')).toEqual([3, 1, 2])
    expect(rows('dispute')).toEqual([2, 3, 1])
  })

  it('are sorted by what a column says: for, against, merely mentioned, nothing', () => {
    expect(rows('column:origin:o1/a')).toEqual([1, 3, 2])
    expect(rows('column:origin:o3/d')).toEqual([2, 1, 3])
    expect(rows('column:publisher:Mercury', { grouping: 'publisher' })).toEqual([1, 2, 3])
    expect(rows('column:gone')).toEqual([1, 2, 3])
  })
})

it('counts in every cell of every grouping what a recount of the links gives', () => {
  fc.assert(
    fc.property(someMatrix, someShown, (made, shown) => {
      const grid = arrangeMatrix(made, shown, relations, groupWords)
      expect(grid.claims.map(({ id }) => id).sort()).toEqual(made.claims.map(({ id }) => id).sort())
      expect(new Set(grid.columns.map(({ key }) => key)).size).toBe(grid.columns.length)
      for (const [r, { id }] of grid.claims.entries()) {
        for (const [c, column] of grid.columns.entries()) {
          expect(grid.rows[r]?.get(c)).toEqual(recounted(made, id, column))
        }
      }
      // Nobody is left out: each source with a link to one of the claims has a place in every grouping.
      const shownSources = new Set(grid.columns.flatMap(({ sources }) => sources.map(({ id }) => id)))
      const due = shown.unlinked ? made.sources : made.sources.filter(({ id }) => isLinked(made, id))
      expect([...shownSources].sort()).toEqual(due.map(({ id }) => id).sort())
    }),
  )
})

function isLinked({ cells }: Matrix, id: string): boolean {
  return cells.some(({ sourceId }) => sourceId === id)
}

function recounted({ cells }: Matrix, claimId: string, { sources }: MatrixColumn) {
  const here = cells.filter(
    (each) => each.claimId === claimId && sources.some(({ id }) => id === each.sourceId),
  )
  if (here.length === 0) return undefined
  const links = here.flatMap((each) => each.relations)
  const used = [...new Set(links.map(({ relationId }) => relationId))].sort()
  return {
    relations: used.map((relationId) => ({
      relationId,
      links: links
        .filter((each) => each.relationId === relationId)
        .reduce((sum, each) => sum + each.links, 0),
    })),
    sources: here.length,
    origins: new Set(
      sources.filter(({ id }) => here.some((each) => each.sourceId === id)).map((s) => s.originId),
    ).size,
  }
}

it('comes back as it stood, as far as what was stored can be understood', () => {
  const stood: MatrixShown = {
    grouping: 'tag',
    rows: 'column:tag:x',
    columns: 'claim:c1',
    unlinked: true,
    opened: ['tag:x'],
  }
  expect(readMatrixShown(JSON.parse(JSON.stringify(stood)))).toEqual(stood)
  expect(readMatrixShown({ grouping: 'none', rows: 7, columns: 'rows', opened: [1] })).toEqual(plain)
  expect(readMatrixShown(null)).toEqual(plain)
})
