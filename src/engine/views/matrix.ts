import type { MatrixCell } from '#shared/model.ts'
import type { ClaimLink } from '../store/evidence.ts'

/** The links from sources and their passages to claims, a cell for each claim and source; in the order of their ids. */
export function matrixCells(links: readonly ClaimLink[]): MatrixCell[] {
  const cells = new Map<string, MatrixCell>()
  for (const { claimId, sourceId, relationId, fromKind, fromId } of links) {
    if (sourceId === null) continue
    const key = `${claimId} ${sourceId}`
    const cell = cells.get(key) ?? { claimId, sourceId, relations: [] }
    cells.set(key, cell)
    let relation = cell.relations.find((each) => each.relationId === relationId)
    if (relation === undefined) {
      relation = { relationId, links: 0, annotationIds: [] }
      cell.relations.push(relation)
    }
    relation.links++
    if (fromKind === 'annotation') relation.annotationIds.push(fromId)
  }
  for (const { relations } of cells.values()) relations.sort((a, b) => (a.relationId < b.relationId ? -1 : 1))
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
}
