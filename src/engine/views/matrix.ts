import type { MatrixCell } from '#shared/model.ts'
import type { ClaimLink } from '../store/evidence.ts'

/** The links from sources and their passages to claims, a cell for each claim and source; in the order of their ids. */
export function matrixCells(links: readonly ClaimLink[]): MatrixCell[] {
  // A map in a map: keys put together of two ids cost more than all the rest.
  const rows = new Map<string, Map<string, MatrixCell>>()
  for (const { claimId, sourceId, relationId, fromKind, fromId } of links) {
    if (sourceId === null) continue
    const relation = relationIn(cellAt(rows, claimId, sourceId), relationId)
    relation.links++
    if (fromKind === 'annotation') relation.annotationIds.push(fromId)
  }
  return inOrder(rows).flatMap(inOrder)
}

function cellAt(rows: Map<string, Map<string, MatrixCell>>, claimId: string, sourceId: string): MatrixCell {
  const row = rows.get(claimId) ?? new Map<string, MatrixCell>()
  rows.set(claimId, row)
  const cell = row.get(sourceId) ?? { claimId, sourceId, relations: [] }
  row.set(sourceId, cell)
  return cell
}

function relationIn({ relations }: MatrixCell, relationId: string): MatrixCell['relations'][number] {
  const known = relations.find((each) => each.relationId === relationId)
  if (known !== undefined) return known
  const made = { relationId, links: 0, annotationIds: [] }
  relations.push(made)
  if (relations.length > 1) relations.sort((a, b) => (a.relationId < b.relationId ? -1 : 1))
  return made
}

function inOrder<T>(byId: ReadonlyMap<string, T>): T[] {
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
}
