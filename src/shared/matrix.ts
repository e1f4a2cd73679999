import type { SourceSummary } from './model.ts'

/** Sources by origin; origins by the source that comes first, and so inside each. */
export function byOrigin(sources: readonly SourceSummary[]): SourceSummary[][] {
  const groups = new Map<string, SourceSummary[]>()
  for (const source of sources) {
    const group = groups.get(source.originId)
    if (group) group.push(source)
    else groups.set(source.originId, [source])
  }
  return [...groups.values()]
}

/** What stands in a cell of the matrix as CSV has it: `supports 2; contradicts 1`. */
export function cellInWords(
  relations: readonly { relationId: string; links: number }[],
  nameOf: (relationId: string) => string | undefined,
): string {
  return relations.map(({ relationId, links }) => `${nameOf(relationId) ?? relationId} ${links}`).join('; ')
}
