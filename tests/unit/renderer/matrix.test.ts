import { describe, expect, it } from 'vitest'
import { arrangeMatrix, matrixToCsv, movePlace } from '#renderer/features/matrix/grid.ts'
import type { ClaimSummary, Matrix, Relation, SourceSummary } from '#shared/model.ts'

function source(id: string, originId: string, title = id): SourceSummary {
  return {
    id,
    title,
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
  }
}

function claim(number: number, supporting: number, contradicting: number, statement = 'S'): ClaimSummary {
  return {
    id: `c${number}`,
    number,
    statement,
    status: 'open',
    suggestion: {
      status: 'open',
      supportingOrigins: supporting,
      contradictingOrigins: contradicting,
    },
    counts: [],
    tags: [],
    createdAt: '',
    updatedAt: '',
  }
}

const matrix: Matrix = {
  claims: [claim(1, 1, 0), claim(2, 2, 2), claim(3, 3, 0)],
  sources: [source('a', 'o1'), source('b', 'o2'), source('c', 'o1')],
  cells: [
    {
      claimId: 'c2',
      sourceId: 'c',
      relations: [{ relationId: 'r', annotationIds: ['x', 'y'], links: 2 }],
    },
  ],
}

describe('arrangeMatrix', () => {
  it('puts sources of one origin side by side', () => {
    const grid = arrangeMatrix(matrix, 'number')
    expect(grid.columns.map((column) => column.source.id)).toEqual(['a', 'c', 'b'])
    expect(grid.columns.map((column) => [column.originIndex, column.originSpan])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ])
    expect(grid.cells[1]?.map((cell) => cell?.sourceId ?? null)).toEqual([null, 'c', null])
  })

  it('orders claims by number, agreement and dispute', () => {
    const numbers = (order: 'number' | 'agreement' | 'dispute') =>
      arrangeMatrix(matrix, order).claims.map((entry) => entry.number)
    expect(numbers('number')).toEqual([1, 2, 3])
    expect(numbers('agreement')).toEqual([3, 1, 2])
    expect(numbers('dispute')).toEqual([2, 3, 1])
  })
})

describe('movePlace', () => {
  const move = (row: number, column: number, key: string, whole = false) =>
    movePlace({ row, column }, key, whole, 3, 2)

  it('walks cells and both heads, and stops at the edges', () => {
    expect(move(0, 0, 'ArrowUp')).toEqual({ row: -1, column: 0 })
    expect(move(0, 0, 'ArrowLeft')).toEqual({ row: 0, column: -1 })
    expect(move(2, 1, 'ArrowRight')).toEqual({ row: 2, column: 1 })
    expect(move(2, 1, 'ArrowDown')).toEqual({ row: 2, column: 1 })
  })

  it('never enters the empty corner', () => {
    expect(move(0, -1, 'ArrowUp')).toEqual({ row: 0, column: -1 })
    expect(move(-1, 0, 'ArrowLeft')).toEqual({ row: -1, column: 0 })
    expect(move(2, 1, 'Home', true)).toEqual({ row: -1, column: 0 })
    expect(move(2, -1, 'PageUp')).toEqual({ row: 0, column: -1 })
  })

  it('leaves other keys alone', () => {
    expect(move(0, 0, 'a')).toBeNull()
  })
})

describe('matrixToCsv', () => {
  const relation: Relation = {
    id: 'r',
    name: 'supports',
    inverse: 'supported by',
    sign: '+',
    colour: 'green',
    lineStyle: 'solid',
    symmetric: false,
    stance: 1,
    builtin: true,
    uses: 0,
  }

  it('quotes commas, quotes and line ends, and disarms formulas', () => {
    const grid = arrangeMatrix(
      {
        claims: [claim(1, 0, 0, 'He said "no", twice')],
        sources: [source('a', 'o', '=HYPERLINK("x")')],
        cells: [
          {
            claimId: 'c1',
            sourceId: 'a',
            relations: [{ relationId: 'r', annotationIds: ['x'], links: 2 }],
          },
        ],
      },
      'number',
    )
    const csv = matrixToCsv(
      grid,
      new Map([['r', relation]]),
      { claim: 'Claim', statement: 'Statement', status: 'Status' },
      (status) => status,
    )
    expect(csv).toBe(
      'Claim,Statement,Status,"\'=HYPERLINK(""x"")"\r\nC1,"He said ""no"", twice",open,supports 2\r\n',
    )
  })
})
