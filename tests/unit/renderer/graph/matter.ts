import { type Cards, makeCards } from '#renderer/features/graph/cards.ts'
import type { GraphFilter } from '#renderer/features/graph/shown.ts'
import type { Graph, GraphEdge, GraphNode, Relation } from '#shared/model.ts'

export function relation(id: string, more: Partial<Relation> = {}): Relation {
  return {
    id,
    name: id,
    inverse: `${id} by`,
    sign: '+',
    colour: 'green',
    lineStyle: 'solid',
    symmetric: false,
    stance: 1,
    builtin: true,
    uses: 1,
    ...more,
  }
}

export const relations = new Map(
  [
    relation('supports'),
    relation('contradicts', { sign: '−', colour: 'red', lineStyle: 'dashed' }),
    relation('restates', { sign: '=', colour: 'blue', lineStyle: 'dotted', symmetric: true }),
  ].map((one) => [one.id, one]),
)

/** A node by its kind's letter and a number: `c1`, `s2`, `n3`. */
export function node(id: string, more: Partial<GraphNode> = {}): GraphNode {
  const kind = id.startsWith('c') ? 'claim' : id.startsWith('s') ? 'source' : 'note'
  const label = kind === 'claim' ? `C${id.slice(1)} What ${id} says` : `The ${kind} ${id}`
  return { kind, id, label, tags: [], originId: null, date: [], ...more }
}

export function edge(from: string, relationId: string, to: string, links = 1): GraphEdge {
  const id = `${from} ${relationId} ${to}`
  return {
    id,
    from: node(from),
    to: node(to),
    relationId,
    linkIds: Array.from({ length: links }, (_, i) => `${id} ${i}`),
  }
}

export function cardsOf(graph: Graph, grouped = false): Cards {
  return makeCards(graph, relations, grouped, { ofOneVoice: (count) => `${count} sources, 1 origin` })
}

export const everything: GraphFilter = {
  hiddenRelations: [],
  hiddenKinds: [],
  tags: [],
  depth: 0,
  centre: null,
  withUnlinked: false,
  claims: null,
}
