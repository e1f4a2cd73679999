import type { GraphKind } from '#shared/model.ts'
import type { Card, CardEdge, Cards } from './cards.ts'

export const depths = [0, 1, 2, 3] as const
/** So many links away from the centre at most; 0 for any number. */
export type Depth = (typeof depths)[number]

/** What of the graph is shown. */
export interface GraphFilter {
  hiddenRelations: readonly string[]
  hiddenKinds: readonly Exclude<GraphKind, 'origin'>[]
  /** Cards with one of these and what is linked to them; none for all. */
  tags: readonly string[]
  depth: Depth
  /** The card that depth counts from. */
  centre: string | null
  /** Whether cards are shown that nothing shown links. */
  withUnlinked: boolean
  /** Ids of the claims that the filter of claims shows; null where it shows all. */
  claims: ReadonlySet<string> | null
}

export interface Shown {
  cards: readonly Card[]
  edges: readonly CardEdge[]
  /** The keys of what each card is linked to, in what is shown. */
  linked: ReadonlyMap<string, ReadonlySet<string>>
  /** How many cards are left out for want of links alone. */
  unlinked: number
}

/** What the filter leaves: first of kinds, claims and relations, then of tags, then of the distance from the centre. */
export function showCards({ cards, edges }: Cards, filter: GraphFilter): Shown {
  const ofKind = new Map(cards.filter((card) => isOfKind(card, filter)).map((card) => [card.key, card]))
  let left = edges.filter(
    ({ from, to, relation }) =>
      ofKind.has(from) && ofKind.has(to) && !filter.hiddenRelations.includes(relation.id),
  )
  let keys: Set<string> | null = null
  if (filter.tags.length > 0) {
    const tagged = new Set(
      cards.filter((card) => card.tags.some((tag) => filter.tags.includes(tag))).map(({ key }) => key),
    )
    left = left.filter(({ from, to }) => tagged.has(from) || tagged.has(to))
    keys = new Set([...tagged, ...left.flatMap(({ from, to }) => [from, to])])
  }
  if (filter.depth > 0 && filter.centre !== null && ofKind.has(filter.centre)) {
    keys = within(left, filter.centre, filter.depth)
    left = left.filter(({ from, to }) => keys?.has(from) && keys.has(to))
  }
  const linked = linkedOf(left)
  const candidates = [...ofKind.values()].filter(({ key }) => keys?.has(key) ?? true)
  const shown = candidates.filter((card) => linked.has(card.key) || mayStandAlone(card, filter))
  return { cards: shown, edges: left, linked, unlinked: candidates.length - shown.length }
}

function isOfKind({ kind, id }: Card, { hiddenKinds, claims }: GraphFilter): boolean {
  if (kind === 'claim' && claims !== null && !claims.has(id)) return false
  return !hiddenKinds.some((hidden) => hidden === (kind === 'origin' ? 'source' : kind))
}

/** A source or note that only claims link that are filtered out goes with them. */
function mayStandAlone({ key, kind }: Card, { withUnlinked, claims, centre, depth }: GraphFilter): boolean {
  return (depth > 0 && key === centre) || (withUnlinked && (claims === null || kind === 'claim'))
}

/** The keys that are at most `depth` links away, whichever way they point. */
export function within(
  edges: readonly Pick<CardEdge, 'from' | 'to'>[],
  centre: string,
  depth: number,
): Set<string> {
  const linked = linkedOf(edges)
  const found = new Set([centre])
  let edge = [centre]
  for (let step = 0; step < depth; step++) {
    edge = edge.flatMap((key) => [...(linked.get(key) ?? [])]).filter((key) => !found.has(key))
    for (const key of edge) found.add(key)
  }
  return found
}

function linkedOf(edges: readonly Pick<CardEdge, 'from' | 'to'>[]): Map<string, Set<string>> {
  const linked = new Map<string, Set<string>>()
  const join = (a: string, b: string): void => {
    const keys = linked.get(a)
    if (keys) keys.add(b)
    else linked.set(a, new Set([b]))
  }
  for (const { from, to } of edges) {
    join(from, to)
    join(to, from)
  }
  return linked
}
