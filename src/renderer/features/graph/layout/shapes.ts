import type { GraphKind, GraphLayout } from '#shared/model.ts'

/** What the layouts, their cost and the drawing speak of; lengths are in pixels. */
export interface Point {
  x: number
  y: number
}

export interface LayoutNode {
  key: string
  width: number
  height: number
}

export interface LayoutEdge {
  from: string
  to: string
}

/** A card as the layouts by kind and by time look at it. */
export interface Placeable extends LayoutNode {
  kind: GraphKind
  /** Of publication: year, month and day as far as they are known; empty where nothing is. */
  date: readonly number[]
}

/** What is to be arranged: cards that have a place keep it. */
export interface Arrangement {
  layout: GraphLayout
  nodes: readonly Placeable[]
  edges: readonly LayoutEdge[]
  places: ReadonlyMap<string, Point>
}

/** The least air between two cards beside and above each other: room for a link's sign. */
export const margin = { x: 52, y: 42 }

/** The edges as pairs of places in `nodes`; loops and edges to unknown nodes are left out, and so are second ones. */
export function pairsOf(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): [number, number][] {
  const index = new Map(nodes.map((node, i) => [node.key, i]))
  const seen = new Set<number>()
  return edges.flatMap((edge): [number, number][] => {
    const a = index.get(edge.from)
    const b = index.get(edge.to)
    if (a === undefined || b === undefined || a === b) return []
    const pair = Math.min(a, b) * nodes.length + Math.max(a, b)
    if (seen.has(pair)) return []
    seen.add(pair)
    return [[a, b]]
  })
}

/** The places of the nodes that each node is linked to. */
export function neighboursOf(count: number, pairs: readonly [number, number][]): number[][] {
  const neighbours: number[][] = Array.from({ length: count }, () => [])
  for (const [a, b] of pairs) {
    neighbours[a]?.push(b)
    neighbours[b]?.push(a)
  }
  return neighbours
}
