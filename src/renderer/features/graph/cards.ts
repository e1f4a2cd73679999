import type { Graph, GraphEdge, GraphKind, GraphNode, ObjectRef, Relation } from '#shared/model.ts'
import { bendsOf } from './geometry.ts'
import type { LayoutEdge, Placeable } from './layout/shapes.ts'
import { textWidth, wrapLabel } from './words.ts'

/** Size of every card, in pixels. */
export const card = { width: 204, height: 52 }
const textSize = { inside: card.width - 26, notes: card.width - 52 }
/** Letters of a brief label are larger by this than those of a whole one. */
export const briefSize = 24 / 13

/** An object as a card, or several sources that are one voice. */
export interface Card extends Placeable {
  kind: GraphKind
  id: string
  /** What it stands for: itself, or the sources of an origin. */
  members: readonly ObjectRef[]
  label: string
  /** What a claim is called where there is no room for its statement: `C12`; empty for others. */
  short: string
  /** How many sources of one voice it stands for, in words; empty where it is one object. */
  count: string
  /** The label without that. */
  name: string
  tags: readonly string[]
}

/** What links two cards by one relation, one way. */
export interface CardEdge extends LayoutEdge {
  id: string
  relation: Relation
  linkIds: readonly string[]
  /** How far it bows out so that edges between the same cards stand apart: see `bendsOf`. */
  bend: number
}

/** Every card of the notebook and all that links them, whatever is shown. */
export interface Cards {
  cards: readonly Card[]
  byKey: ReadonlyMap<string, Card>
  edges: readonly CardEdge[]
}

export interface CardWords {
  /** `3 sources, 1 origin`. */
  ofOneVoice(sources: number): string
}

export function keyOf({ kind, id }: { kind: GraphKind | ObjectRef['kind']; id: string }): string {
  return `${kind}:${id}`
}

/** Makes cards of a graph; with `grouped`, sources that are one voice share one. */
export function makeCards(
  graph: Graph,
  relations: ReadonlyMap<string, Relation>,
  grouped: boolean,
  words: CardWords,
): Cards {
  const groups = grouped ? groupsOf(graph.nodes) : new Map<string, GraphNode[]>()
  const cards: Card[] = []
  const keys = new Map<string, string>()
  for (const node of graph.nodes) {
    const group = node.originId === null ? undefined : groups.get(node.originId)
    const key = group ? keyOf({ kind: 'origin', id: node.originId ?? '' }) : keyOf(node)
    keys.set(keyOf(node), key)
    if (!group) cards.push(cardOf(node))
    else if (group[0] === node) cards.push(cardOfOrigin(node.originId ?? '', group, words))
  }
  const byKey = new Map(cards.map((one) => [one.key, one]))
  return { cards, byKey, edges: joinEdges(graph.edges, keys, byKey, relations) }
}

/** The origins with several sources in the graph. */
function groupsOf(nodes: readonly GraphNode[]): Map<string, GraphNode[]> {
  const groups = new Map<string, GraphNode[]>()
  for (const node of nodes) {
    if (node.originId === null) continue
    const group = groups.get(node.originId)
    if (group) group.push(node)
    else groups.set(node.originId, [node])
  }
  for (const [id, group] of groups) if (group.length < 2) groups.delete(id)
  return groups
}

function cardOf({ kind, id, label, tags, date }: GraphNode): Card {
  // Passages stand for their sources, so that none of the graph's nodes is one.
  const shown: GraphKind = kind === 'annotation' ? 'source' : kind
  return {
    key: keyOf({ kind, id }),
    kind: shown,
    id,
    members: [{ kind, id }],
    label,
    short: kind === 'claim' ? (/^C\d+/.exec(label)?.[0] ?? '') : '',
    count: '',
    name: label,
    tags,
    date,
    ...card,
  }
}

/** Words on a card, as they are broken, and what can be read of them from further away. */
export interface CardText {
  lines: readonly string[]
  brief: string
}

const texts = new Map<string, CardText>()
const mostTexts = 5_000

/** A card's words, broken when they are first drawn: breaking those of a thousand cards would hold the window. */
export function textOf({ kind, name, count }: Pick<Card, 'kind' | 'name' | 'count'>): CardText {
  const key = `${kind} ${count} ${name}`
  const known = texts.get(key)
  if (known) return known
  const width = kind === 'note' ? textSize.notes : textSize.inside
  const text = {
    lines:
      count === '' ? wrapLabel(name, width, 2, textWidth) : [...wrapLabel(name, width, 1, textWidth), count],
    brief: wrapLabel(name, width / briefSize, 1, textWidth)[0] ?? '',
  }
  if (texts.size >= mostTexts) texts.clear()
  texts.set(key, text)
  return text
}

function cardOfOrigin(id: string, group: readonly GraphNode[], words: CardWords): Card {
  const [first] = group
  const count = words.ofOneVoice(group.length)
  const dates = group.map(({ date }) => date).filter(({ length }) => length > 0)
  return {
    key: keyOf({ kind: 'origin', id }),
    kind: 'origin',
    id,
    members: group.map(({ kind, id: member }) => ({ kind, id: member })),
    label: `${first?.label ?? ''} (${count})`,
    short: '',
    count,
    name: first?.label ?? '',
    tags: [...new Set(group.flatMap(({ tags }) => tags))],
    date: dates.sort((a, b) => (String(a) < String(b) ? -1 : 1))[0] ?? [],
    ...card,
  }
}

/** Edges between cards: what joins the same two by the same relation is one, and what joins a card to itself none. */
function joinEdges(
  edges: readonly GraphEdge[],
  keys: ReadonlyMap<string, string>,
  byKey: ReadonlyMap<string, Card>,
  relations: ReadonlyMap<string, Relation>,
): CardEdge[] {
  const joined = new Map<string, Omit<CardEdge, 'bend'>>()
  for (const edge of edges) {
    const from = keys.get(keyOf(edge.from))
    const to = keys.get(keyOf(edge.to))
    const relation = relations.get(edge.relationId)
    if (!from || !to || !relation || from === to || !byKey.has(from) || !byKey.has(to)) continue
    const same = `${from} ${relation.id} ${to}`
    const other = joined.get(same)
    const linkIds = [...(other?.linkIds ?? []), ...edge.linkIds]
    joined.set(same, { id: other?.id ?? edge.id, from, to, relation, linkIds })
  }
  const all = [...joined.values()]
  const bends = bendsOf(all)
  return all.map((edge) => ({ ...edge, bend: bends.get(edge.id) ?? 0 }))
}
