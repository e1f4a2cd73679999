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
    if (same !== undefined) same.linkIds.push(id)
    else {
      const edge = { id, from, to, relationId, linkIds: [id] }
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

type NodeRow = [ObjectKind, id: string, label: string, originId: string | null, issued: string | null]

/** Claims by number; then sources as they came; then notes as they were written. */
export function readGraphNodes(db: Db): GraphNode[] {
  const rows = (sql: string) => db.prepare(sql).raw().all() as NodeRow[]
  const tags = readTags(db)
  return [
    ...rows(`SELECT 'claim', id, 'C' || number || ' ' || statement, NULL, NULL FROM claim ORDER BY number`),
    ...rows(
      `SELECT 'source', id, title, origin_id, metadata ->> '$.issued."date-parts"[0]' FROM source
       ORDER BY imported_at, id`,
    ),
    ...rows(`SELECT 'note', id, title, NULL, NULL FROM note ORDER BY created_at, id`),
  ].map(([kind, id, label, originId, issued]) => ({
    kind,
    id,
    label,
    tags: tags.get(id) ?? [],
    originId,
    date: issued === null ? [] : (JSON.parse(issued) as number[]),
  }))
}

/** The names of the tags of every object, by its id; those of a passage are its source's, too. */
function readTags(db: Db): Map<string, string[]> {
  const rows = db
    .prepare(
      `SELECT DISTINCT coalesce(annotation.source_id, target_id), tag.name
       FROM tagging JOIN tag ON tag.id = tag_id LEFT JOIN annotation ON annotation.id = target_id
       ORDER BY tag.name`,
    )
    .raw()
    .all() as [string, string][]
  const tags = new Map<string, string[]>()
  for (const [id, name] of rows) {
    const names = tags.get(id)
    if (names) names.push(name)
    else tags.set(id, [name])
  }
  return tags
}
