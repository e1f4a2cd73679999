import type { ClaimSummary, Evidence, EvidenceCount, Relation } from '#shared/model.ts'

/** Everything that one relation brings to a claim, in one direction. */
export interface EvidenceGroup {
  key: string
  relation: Relation
  /** Whether the claim is the links' target. A symmetric relation is read from its own side always. */
  incoming: boolean
  origins: OriginGroup[]
  /** Distinct sources behind the group, and distinct voices among them. */
  sources: number
  voices: number
}

/** The evidence of one voice: several sources when they are copies of each other. */
export interface OriginGroup {
  key: string
  sources: { id: string; title: string }[]
  items: Evidence[]
}

/**
 * A claim's evidence by relation, then by origin. Relations that speak for the claim come first, those that speak
 * against it next, the others last; within one stance the order of `relations` holds. Links whose relation is not
 * among `relations` are left out: they are not loaded yet.
 */
export function groupEvidence(
  evidence: readonly Evidence[],
  relations: readonly Relation[],
): EvidenceGroup[] {
  const groups: EvidenceGroup[] = []
  for (const relation of [...relations].sort(byStance)) {
    const linked = evidence.filter((item) => item.link.relationId === relation.id)
    const directions = relation.symmetric
      ? [{ incoming: true, items: linked }]
      : [true, false].map((incoming) => ({
          incoming,
          items: linked.filter((item) => item.incoming === incoming),
        }))
    for (const { incoming, items } of directions) {
      if (items.length > 0) groups.push(groupOf(relation, incoming, items))
    }
  }
  return groups
}

function groupOf(relation: Relation, incoming: boolean, items: readonly Evidence[]): EvidenceGroup {
  const origins = groupByOrigin(items)
  return {
    key: `${relation.id}:${incoming ? 'in' : 'out'}`,
    relation,
    incoming,
    origins,
    sources: origins.reduce((sum, origin) => sum + origin.sources.length, 0),
    voices: origins.filter((origin) => origin.sources.length > 0).length,
  }
}

/** Evidence of one voice together, the earliest published voice first. What has no source stands alone, last. */
export function groupByOrigin(items: readonly Evidence[]): OriginGroup[] {
  const byKey = new Map<string, OriginGroup>()
  for (const item of [...items].sort(byPublication)) {
    const key = item.source ? `origin:${item.source.originId}` : `link:${item.link.id}`
    const group = byKey.get(key) ?? { key, sources: [], items: [] }
    byKey.set(key, group)
    group.items.push(item)
    const source = item.source
    if (source && !group.sources.some((known) => known.id === source.id)) {
      group.sources.push({ id: source.id, title: source.title })
    }
  }
  return [...byKey.values()]
}

function byStance(a: Relation, b: Relation): number {
  return stanceRank(a) - stanceRank(b)
}

function stanceRank(relation: Relation): number {
  if (relation.stance === 1) return 0
  return relation.stance === -1 ? 1 : 2
}

function byPublication(a: Evidence, b: Evidence): number {
  return (
    publicationKey(a).localeCompare(publicationKey(b)) ||
    (a.source?.title ?? '').localeCompare(b.source?.title ?? '') ||
    (a.annotation?.start ?? 0) - (b.annotation?.start ?? 0)
  )
}

/** Sorts as text; undated after dated, sourceless after both. */
function publicationKey(item: Evidence): string {
  if (!item.source) return 'b'
  const parts = item.source.metadata.issued?.['date-parts'][0]
  if (!parts) return 'a'
  return parts.map((part, i) => String(part).padStart(i === 0 ? 6 : 2, '0')).join('-')
}

/** The counts of a claim's list row: relations with evidence, those that take a stance first. */
export function countsByRelation(
  counts: readonly EvidenceCount[],
  relations: readonly Relation[],
): { relation: Relation; count: EvidenceCount }[] {
  return [...relations].sort(byStance).flatMap((relation) => {
    const count = counts.find((entry) => entry.relationId === relation.id && entry.links > 0)
    return count ? [{ relation, count }] : []
  })
}

export const claimOrders = ['number', 'updated', 'statement', 'support', 'dispute'] as const
export type ClaimOrder = (typeof claimOrders)[number]

/** Claims in the chosen order; ties by number, so that rows never dance. */
export function sortClaims(claims: readonly ClaimSummary[], order: ClaimOrder): ClaimSummary[] {
  const compare = {
    number: () => 0,
    updated: (a: ClaimSummary, b: ClaimSummary) => b.updatedAt.localeCompare(a.updatedAt),
    statement: (a: ClaimSummary, b: ClaimSummary) => a.statement.localeCompare(b.statement),
    support: (a: ClaimSummary, b: ClaimSummary) =>
      b.suggestion.supportingOrigins - a.suggestion.supportingOrigins,
    dispute: (a: ClaimSummary, b: ClaimSummary) =>
      b.suggestion.contradictingOrigins - a.suggestion.contradictingOrigins,
  }[order]
  return [...claims].sort((a, b) => compare(a, b) || a.number - b.number)
}
