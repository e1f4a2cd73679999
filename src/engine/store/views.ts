import type { GraphEdge, GraphNode, ObjectKind } from '#shared/model.ts'
import type { Db } from './database.ts'
import { sourceBehind, sourcesOfAnnotations } from './evidence.ts'

type EdgeRow = [id: string, relation: string, ObjectKind, fromId: string, ObjectKind, toId: string]

/** Links with passages folded into their sources, by the oldest link of each. A link inside one source is left out: it would be a loop. */
export function readGraphEdges(db: Db): GraphEdge[] {
  const sources = sourcesOfAnnotations(db)
  const rows = db
    .prepare('SELECT id, relation_id, from_kind, from_id, to_kind, to_id FROM link ORDER BY id')
    .raw()
    .all() as EdgeRow[]
  const edges: GraphEdge[] = []
  // By one end and then the other: keys put together of three ids cost more than all the rest.
  const between = new Map<string, Map<string, GraphEdge[]>>()
  for (const [id, relationId, fromKind, fromId, toKind, toId] of rows) {
    const from = folded(fromKind, fromId, sources)
    const to = folded(toKind, toId, sources)
    if (from.id === to.id) continue
    const parallel = edgesBetween(between, from.id, to.id)
    const same = parallel.find((edge) => edge.relationId === relationId)
    if (same !== undefined) same.links++
    else {
      const edge = { id, from, to, relationId, links: 1 }
      parallel.push(edge)
      edges.push(edge)
    }
  }
  return edges
}

function edgesBetween(between: Map<string, Map<string, GraphEdge[]>>, from: string, to: string): GraphEdge[] {
  const leading = between.get(from) ?? new Map<string, GraphEdge[]>()
  between.set(from, leading)
  const edges = leading.get(to) ?? []
  leading.set(to, edges)
  return edges
}

function folded(kind: ObjectKind, id: string, sources: ReadonlyMap<string, string>): GraphEdge['from'] {
  const source = sourceBehind(kind, id, sources)
  return source === null ? { kind, id } : { kind: 'source', id: source }
}

/** What claims are called, by number; then sources as they came; then notes as they were written. */
export function readGraphNodes(db: Db): GraphNode[] {
  const named = (sql: string) => db.prepare(sql).all() as GraphNode[]
  return [
    ...named(
      `SELECT 'claim' AS kind, id, 'C' || number || ' ' || statement AS label FROM claim ORDER BY number`,
    ),
    ...named(`SELECT 'source' AS kind, id, title AS label FROM source ORDER BY imported_at, id`),
    ...named(`SELECT 'note' AS kind, id, title AS label FROM note ORDER BY created_at, id`),
  ]
}
