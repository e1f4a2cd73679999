import { toCsv } from '#renderer/ui/csv.ts'
import type { ClaimSummary, EvidenceCount, Relation } from '#shared/model.ts'
import { countsByRelation } from './evidence.ts'

/** A column of the table of claims: of one relation, by its id behind a colon, or of the claim itself. */
export type ClaimColumn =
  | 'number'
  | 'statement'
  | 'status'
  | `relation:${string}`
  | 'for'
  | 'against'
  | 'tags'
  | 'updated'

/** The columns that have something to say of these claims: one for each relation that any has evidence by. */
export function columnsOf(claims: readonly ClaimSummary[], relations: readonly Relation[]): ClaimColumn[] {
  const used = countsByRelation(claims.flatMap(({ counts }) => counts).filter(hasLinks), relations)
  const byRelation = used.map(({ relation }) => `relation:${relation.id}` as const)
  return ['number', 'statement', 'status', ...byRelation, 'for', 'against', 'tags', 'updated']
}

function hasLinks({ links }: EvidenceCount): boolean {
  return links > 0
}

/** The relation that a column is of. */
export function relationIn(column: ClaimColumn): string | undefined {
  return column.startsWith('relation:') ? column.slice('relation:'.length) : undefined
}

/** How many voices stand behind a relation; where none of its links has a source, how many links. */
export function voices(count: EvidenceCount | undefined): number {
  return count ? count.origins || count.links : 0
}

/** A claim's count for a column's relation. */
export function countIn(claim: ClaimSummary, column: ClaimColumn): EvidenceCount | undefined {
  const relation = relationIn(column)
  return claim.counts.find(({ relationId, links }) => relationId === relation && links > 0)
}

export interface ClaimSort {
  column: ClaimColumn
  descending: boolean
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
const statusOrder = ['open', 'contested', 'supported', 'refuted', 'unverifiable']

/** A copy in the order of a column; equals by their number. What is empty comes last, whichever way the order runs. */
export function sortByColumn(claims: readonly ClaimSummary[], sort: ClaimSort | null): ClaimSummary[] {
  if (sort === null) return [...claims]
  const keyed = claims.map((claim) => ({ claim, key: keyOf(claim, sort.column) }))
  keyed.sort((a, b) => {
    const [x, y] = [a.key, b.key]
    if (x === '' || y === '') return Number(x === '') - Number(y === '') || a.claim.number - b.claim.number
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(`${x}`, `${y}`)
    return (sort.descending ? -order : order) || a.claim.number - b.claim.number
  })
  return keyed.map(({ claim }) => claim)
}

function keyOf(claim: ClaimSummary, column: ClaimColumn): string | number {
  if (column === 'number') return claim.number
  if (column === 'statement') return claim.statement
  if (column === 'status') return statusOrder.indexOf(claim.status)
  if (column === 'for') return claim.suggestion.supportingOrigins
  if (column === 'against') return claim.suggestion.contradictingOrigins
  if (column === 'tags') return claim.tags.join(', ')
  if (column === 'updated') return claim.updatedAt
  return voices(countIn(claim, column))
}

/** The words that a cell is made of and that do not stand in the claim. */
export interface CellWords {
  head(column: ClaimColumn): string
  status(claim: ClaimSummary): string
  count(count: EvidenceCount): string
}

/** What stands in a cell of the table, in words. Dates stay as computers read them (ISO 8601). */
export function cellText(claim: ClaimSummary, column: ClaimColumn, words: CellWords): string {
  if (column === 'number') return `C${claim.number}`
  if (column === 'status') return words.status(claim)
  const count = countIn(claim, column)
  return count ? words.count(count) : String(keyOf(claim, column))
}

/** The claims as they are shown, below their columns' names. */
export function claimsToCsv(
  claims: readonly ClaimSummary[],
  columns: readonly ClaimColumn[],
  words: CellWords,
): string {
  const rows = claims.map((claim) => columns.map((column) => cellText(claim, column, words)))
  return toCsv([columns.map((column) => words.head(column)), ...rows])
}
