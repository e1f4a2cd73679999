import { toCsv } from '#renderer/ui/csv.ts'
import type { ClaimSummary, Matrix, MatrixCell, Relation, SourceSummary } from '#shared/model.ts'

export const matrixOrders = ['number', 'agreement', 'dispute'] as const
export type MatrixOrder = (typeof matrixOrders)[number]

/** A table ready to draw: row `r`, column `c` is `cells[r][c]`, null where nothing is linked. */
export interface MatrixGrid {
  claims: ClaimSummary[]
  columns: MatrixColumn[]
  cells: (MatrixCell | null)[][]
}

/** One source, and where it stands among the sources of its origin that the table shows. */
export interface MatrixColumn {
  source: SourceSummary
  originId: string
  /** How many columns share the origin; they stand side by side. */
  originSpan: number
  /** 0 for the first column of its origin. */
  originIndex: number
}

/** Orders rows and puts sources of one origin side by side, origins by the source that comes first in `matrix`. */
export function arrangeMatrix(matrix: Matrix, order: MatrixOrder): MatrixGrid {
  const claims = [...matrix.claims].sort((a, b) => compareClaims(a, b, order))
  const columns = groupColumns(matrix.sources)
  const byPlace = new Map(matrix.cells.map((cell) => [`${cell.claimId} ${cell.sourceId}`, cell]))
  return {
    claims,
    columns,
    cells: claims.map((claim) =>
      columns.map((column) => byPlace.get(`${claim.id} ${column.source.id}`) ?? null),
    ),
  }
}

function compareClaims(a: ClaimSummary, b: ClaimSummary, order: MatrixOrder): number {
  if (order === 'agreement') {
    return balance(b) - balance(a) || a.number - b.number
  }
  if (order === 'dispute') {
    return contention(b) - contention(a) || a.number - b.number
  }
  return a.number - b.number
}

/** Independent voices for a claim less those against it. */
function balance({ suggestion }: ClaimSummary): number {
  return suggestion.supportingOrigins - suggestion.contradictingOrigins
}

/** High where many voices stand on both sides: the smaller side counts first. */
function contention({ suggestion }: ClaimSummary): number {
  const { supportingOrigins, contradictingOrigins } = suggestion
  const total = supportingOrigins + contradictingOrigins
  return Math.min(supportingOrigins, contradictingOrigins) * 1000 + total
}

function groupColumns(sources: readonly SourceSummary[]): MatrixColumn[] {
  const byOrigin = new Map<string, SourceSummary[]>()
  for (const source of sources) {
    const group = byOrigin.get(source.originId)
    if (group) group.push(source)
    else byOrigin.set(source.originId, [source])
  }
  return [...byOrigin].flatMap(([originId, group]) =>
    group.map((source, originIndex) => ({ source, originId, originSpan: group.length, originIndex })),
  )
}

/** A place in the table: row -1 is the head row, column -1 the head column. */
export interface GridPlace {
  row: number
  column: number
}

/** Where an arrow, Home, End, PageUp or PageDown key leads from `place`, or null for any other key. */
export function movePlace(
  place: GridPlace,
  key: string,
  whole: boolean,
  rows: number,
  columns: number,
): GridPlace | null {
  const target = { ...place }
  switch (key) {
    case 'ArrowUp':
      target.row -= 1
      break
    case 'ArrowDown':
      target.row += 1
      break
    case 'ArrowLeft':
      target.column -= 1
      break
    case 'ArrowRight':
      target.column += 1
      break
    case 'PageUp':
      target.row -= 10
      break
    case 'PageDown':
      target.row += 10
      break
    case 'Home':
      target.column = -1
      if (whole) target.row = -1
      break
    case 'End':
      target.column = columns - 1
      if (whole) target.row = rows - 1
      break
    default:
      return null
  }
  target.row = clamp(target.row, -1, rows - 1)
  target.column = clamp(target.column, -1, columns - 1)
  // The corner above the head column holds nothing.
  if (target.row !== -1 || target.column !== -1) return target
  const wentUp = key === 'ArrowUp' || key === 'PageUp'
  return wentUp ? { row: 0, column: -1 } : { row: -1, column: 0 }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

/** The table as CSV (RFC 4180, CRLF): a row a claim, a column a source, `supports 2; contradicts 1` in a cell. */
export function matrixToCsv(
  grid: MatrixGrid,
  relations: ReadonlyMap<string, Relation>,
  heads: { claim: string; statement: string; status: string },
  statusName: (status: ClaimSummary['status']) => string,
): string {
  const head = [heads.claim, heads.statement, heads.status, ...grid.columns.map(({ source }) => source.title)]
  const rows = grid.claims.map((claim, row) => [
    `C${claim.number}`,
    claim.statement,
    statusName(claim.status),
    ...(grid.cells[row] ?? []).map((cell) => cellToText(cell, relations)),
  ])
  return toCsv([head, ...rows])
}

function cellToText(cell: MatrixCell | null, relations: ReadonlyMap<string, Relation>): string {
  if (!cell) return ''
  return cell.relations
    .map(({ relationId, links }) => `${relations.get(relationId)?.name ?? relationId} ${links}`)
    .join('; ')
}
