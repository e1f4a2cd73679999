import type { ClaimOrder, MatrixShown } from '#renderer/state/matrixShown.ts'
import { type ClaimSummary, claimStatuses, type Matrix, type Relation } from '#shared/model.ts'
import { type ColumnGroup, columnsOf, type GroupWords, type MatrixColumn } from './columns.ts'
import { stancesOf, type Weights, weigh } from './stances.ts'

/** What the sources of one column say to one claim. */
export interface GridCell {
  /** Summed over the sources, in the order of the relations' ids. */
  relations: readonly { relationId: string; links: number }[]
  /** How many of the column's sources say it, and how many voices they are. */
  sources: number
  origins: number
}

/** A table ready to draw. */
export interface MatrixGrid {
  claims: readonly ClaimSummary[]
  columns: readonly MatrixColumn[]
  groups: readonly ColumnGroup[]
  /** For each claim its cells by the column's index; where nothing is linked there is none. */
  rows: readonly ReadonlyMap<number, GridCell>[]
}

/** Arranges what the matrix holds for the claims that are shown, in this order. Sources that say nothing to them are left out unless `shown.unlinked`. */
export function arrangeMatrix(
  matrix: Matrix,
  shown: MatrixShown,
  relations: ReadonlyMap<string, Relation>,
  words: GroupWords,
): MatrixGrid {
  const ids = new Set(matrix.claims.map(({ id }) => id))
  const cells = matrix.cells.filter(({ claimId }) => ids.has(claimId))
  const linked = new Set(cells.map(({ sourceId }) => sourceId))
  const sources = matrix.sources.filter(({ id }) => shown.unlinked || linked.has(id))
  const weights = weigh(cells, relations)
  const columns = columnsOf(sources, shown, weights, words)
  const claims = sortClaims(matrix.claims, shown.rows, columns, cells, weights)
  return {
    claims,
    columns,
    groups: [...new Set(columns.map(({ group }) => group))],
    rows: cellsOf(claims, columns, cells),
  }
}

/** The relations that stand in its cells, in the order of the notebook's. */
export function relationsIn(grid: MatrixGrid, relations: ReadonlyMap<string, Relation>): Relation[] {
  const used = new Set<string>()
  for (const row of grid.rows) {
    for (const cell of row.values()) for (const { relationId } of cell.relations) used.add(relationId)
  }
  return [...relations.values()].filter(({ id }) => used.has(id))
}

function cellsOf(
  claims: readonly ClaimSummary[],
  columns: readonly MatrixColumn[],
  cells: Matrix['cells'],
): Map<number, GridCell>[] {
  const columnsBySource = new Map<string, number[]>()
  const originOf = new Map<string, string>()
  for (const [index, { sources }] of columns.entries()) {
    for (const { id, originId } of sources) {
      columnsBySource.set(id, [...(columnsBySource.get(id) ?? []), index])
      originOf.set(id, originId)
    }
  }
  const merging = new Map(claims.map(({ id }) => [id, new Map<number, Merging>()]))
  for (const { claimId, sourceId, relations } of cells) {
    const row = merging.get(claimId)
    for (const index of columnsBySource.get(sourceId) ?? []) {
      const cell = row?.get(index) ?? { links: new Map(), sources: 0, origins: new Set() }
      row?.set(index, cell)
      cell.sources++
      cell.origins.add(originOf.get(sourceId) ?? sourceId)
      for (const { relationId, links } of relations) {
        cell.links.set(relationId, (cell.links.get(relationId) ?? 0) + links)
      }
    }
  }
  return [...merging.values()].map((row) => new Map([...row].map(([index, cell]) => [index, merged(cell)])))
}

interface Merging {
  links: Map<string, number>
  sources: number
  origins: Set<string>
}

function merged({ links, sources, origins }: Merging): GridCell {
  const relations = [...links].map(([relationId, count]) => ({ relationId, links: count }))
  relations.sort((a, b) => (a.relationId < b.relationId ? -1 : 1))
  return { relations, sources, origins: origins.size }
}

function sortClaims(
  claims: readonly ClaimSummary[],
  order: ClaimOrder,
  columns: readonly MatrixColumn[],
  cells: Matrix['cells'],
  weights: Weights,
): ClaimSummary[] {
  const rank = rankOf(order, columns, cells, weights)
  const collator = new Intl.Collator(undefined, { numeric: true })
  return [...claims].sort((a, b) => {
    const byWords = order === 'statement' ? collator.compare(a.statement, b.statement) : 0
    return byWords || rank(b) - rank(a) || a.number - b.number
  })
}

/** What a claim is sorted by, the highest first. */
function rankOf(
  order: ClaimOrder,
  columns: readonly MatrixColumn[],
  cells: Matrix['cells'],
  weights: Weights,
): (claim: ClaimSummary) => number {
  if (order === 'agreement') return balance
  if (order === 'dispute') return contention
  if (order === 'status') return ({ status }) => -claimStatuses.indexOf(status)
  const column = columns.find(({ key }) => order === `column:${key}`)
  return column ? byStance(column, cells, weights) : () => 0
}

/** Claims that the column speaks for, then those it is in two minds about, speaks against, and merely touches; the others last. */
function byStance(
  column: MatrixColumn,
  cells: Matrix['cells'],
  weights: Weights,
): (claim: ClaimSummary) => number {
  const ids = new Set(column.sources.map(({ id }) => id))
  const touched = new Set(cells.flatMap(({ claimId, sourceId }) => (ids.has(sourceId) ? [claimId] : [])))
  const stances = stancesOf(column.sources, weights)
  return ({ id }) => stances.get(id) ?? (touched.has(id) ? -2 : -3)
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
