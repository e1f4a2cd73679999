import { toCsv } from '#shared/csv.ts'
import type { GraphKind } from '#shared/model.ts'
import type { Scene } from './draw/scene.ts'

/** The edges that are shown, a row each: both ends by kind and name, the relation, and how many links that is. */
export function edgesToCsv(
  { edges, byKey }: Pick<Scene, 'edges' | 'byKey'>,
  heads: readonly string[],
  kindName: (kind: GraphKind) => string,
): string {
  const rows = edges.flatMap(({ from, to, relation, linkIds }) => {
    const a = byKey.get(from)
    const b = byKey.get(to)
    if (!a || !b) return []
    return [[kindName(a.kind), a.label, relation.name, kindName(b.kind), b.label, String(linkIds.length)]]
  })
  return toCsv([[...heads], ...rows])
}
