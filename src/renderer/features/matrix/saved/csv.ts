import { toCsv } from '#renderer/ui/csv.ts'
import { cellInWords } from '#shared/matrix.ts'
import type { ClaimSummary, Relation } from '#shared/model.ts'
import { isSeveral, type MatrixColumn } from '../columns.ts'
import type { MatrixGrid } from '../grid.ts'

/** What a grid says in words, wherever it is taken. */
export interface MatrixWords {
  claim: string
  statement: string
  status: string
  statusOf: (claim: ClaimSummary) => string
  /** `3 sources, 1 origin`; `3 sources` where each is a voice of its own. */
  voices: (sources: number, origins: number) => string
}

/**
 * The table as CSV (RFC 4180, CRLF): a row a claim, a column a column of the grid, `supports 2; contradicts 1` in a cell,
 * with its sources and origins where several stand behind it. Grouped by source it is what `crossread matrix --csv` gives.
 */
export function matrixToCsv(
  grid: MatrixGrid,
  relations: ReadonlyMap<string, Relation>,
  words: MatrixWords,
): string {
  const head = [
    words.claim,
    words.statement,
    words.status,
    ...grid.columns.map((column) => headInWords(column, words)),
  ]
  const rows = grid.claims.map((claim, row) => [
    `C${claim.number}`,
    claim.statement,
    words.statusOf(claim),
    ...grid.columns.map((column, index) => {
      const cell = grid.rows[row]?.get(index)
      if (!cell) return ''
      const text = cellInWords(cell.relations, (id) => relations.get(id)?.name)
      return isSeveral(column) ? `${text} (${words.voices(cell.sources, cell.origins)})` : text
    }),
  ])
  return toCsv([head, ...rows])
}

/** The name of a column where no bracket says what it belongs to. */
function headInWords(column: MatrixColumn, words: MatrixWords): string {
  const { label, isGroup, sources, group } = column
  if (isSeveral(column)) return `${label} (${words.voices(sources.length, group.origins)})`
  if (!isGroup && group.isNamed) return `${group.label}: ${label}`
  return label
}
