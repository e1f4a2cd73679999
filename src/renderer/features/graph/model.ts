import type { Graph, GraphEdge, ObjectKind, Relation } from '#shared/model.ts'
import { type Box, bendsOf, type EdgeShape, edgeShape, wrapLabel } from './geometry.ts'
import { layoutGraph } from './layout.ts'

/** Size of every card, in pixels. */
export const card = { width: 204, height: 52 }
/** Beyond this many cards nobody sees anything; the best linked ones are drawn then. */
const mostNodes = 300

export interface DrawnNode extends Box {
  key: string
  kind: ObjectKind
  id: string
  label: string
  lines: string[]
  /** Keys of the nodes it is linked to. */
  linked: ReadonlySet<string>
}
export interface DrawnEdge extends EdgeShape {
  id: string
  from: string
  to: string
  relation: Relation
  links: number
}
export interface DrawnGraph {
  nodes: DrawnNode[]
  edges: DrawnEdge[]
  /** Nodes that are not drawn because nothing links to them, and because there are too many. */
  unlinked: number
  left: number
}

/** What to draw: the links of the shown relations and what they join, with everything in its place. */
export function drawGraph(
  graph: Graph,
  relations: ReadonlyMap<string, Relation>,
  hidden: ReadonlySet<string>,
  withUnlinked: boolean,
): DrawnGraph {
  const edges = graph.edges.filter(
    (edge) =>
      relations.has(edge.relationId) && !hidden.has(edge.relationId) && keyOf(edge.from) !== keyOf(edge.to),
  )
  const linked = neighbours(edges)
  const candidates = graph.nodes.filter((node) => withUnlinked || linked.has(keyOf(node)))
  const degree = (node: { kind: ObjectKind; id: string }) => linked.get(keyOf(node))?.size ?? 0
  const shown =
    candidates.length <= mostNodes
      ? candidates
      : [...candidates].sort((a, b) => degree(b) - degree(a)).slice(0, mostNodes)
  const ends = edges.map((edge) => ({ id: edge.id, from: keyOf(edge.from), to: keyOf(edge.to) }))
  const places = layoutGraph(
    shown.map((node) => ({ key: keyOf(node), ...card })),
    ends,
  )
  const nodes = shown.map((node): DrawnNode => {
    const key = keyOf(node)
    const place = places.get(key) ?? { x: 0, y: 0 }
    return {
      key,
      kind: node.kind,
      id: node.id,
      label: node.label,
      lines: wrapLabel(node.label, 26, 2),
      linked: linked.get(key) ?? new Set(),
      ...place,
      ...card,
    }
  })
  return {
    nodes,
    edges: placeEdges(edges, nodes, relations),
    unlinked: withUnlinked ? 0 : graph.nodes.length - candidates.length,
    left: candidates.length - shown.length,
  }
}

function placeEdges(
  edges: readonly GraphEdge[],
  nodes: readonly DrawnNode[],
  relations: ReadonlyMap<string, Relation>,
): DrawnEdge[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const ends = edges.map((edge) => ({ id: edge.id, from: keyOf(edge.from), to: keyOf(edge.to) }))
  const bends = bendsOf(ends)
  return edges.flatMap((edge): DrawnEdge[] => {
    const from = byKey.get(keyOf(edge.from))
    const to = byKey.get(keyOf(edge.to))
    const relation = relations.get(edge.relationId)
    if (!from || !to || !relation) return []
    const shape = edgeShape(from, to, bends.get(edge.id) ?? 0)
    return [{ id: edge.id, from: from.key, to: to.key, relation, links: edge.linkIds.length, ...shape }]
  })
}

function neighbours(edges: readonly GraphEdge[]): Map<string, Set<string>> {
  const linked = new Map<string, Set<string>>()
  const join = (a: string, b: string): void => {
    linked.set(a, (linked.get(a) ?? new Set()).add(b))
  }
  for (const edge of edges) {
    join(keyOf(edge.from), keyOf(edge.to))
    join(keyOf(edge.to), keyOf(edge.from))
  }
  return linked
}

function keyOf({ kind, id }: { kind: ObjectKind; id: string }): string {
  return `${kind}:${id}`
}
