import type { EvidenceCount } from '#shared/model.ts'
import type { ClaimLink } from '../store/evidence.ts'

/** What speaks to one claim: counts by relation, and how many origins are on each side. */
export interface Weight {
  counts: EvidenceCount[]
  /** An origin that speaks on both sides counts on both. */
  supporting: number
  contradicting: number
}

interface Voices {
  links: number
  sources: Set<string>
  origins: Set<string>
}

/** Counts links, sources and origins for each claim that a link leads to; `stances` says which side a relation is on. */
export function weigh(
  links: readonly ClaimLink[],
  stances: ReadonlyMap<string, number>,
): Map<string, Weight> {
  const claims = new Map<string, Map<string, Voices>>()
  for (const { claimId, relationId, sourceId, originId } of links) {
    const relations = entry(claims, claimId, () => new Map<string, Voices>())
    const voices = entry(relations, relationId, () => ({ links: 0, sources: new Set(), origins: new Set() }))
    voices.links++
    if (sourceId !== null) voices.sources.add(sourceId)
    if (originId !== null) voices.origins.add(originId)
  }
  return new Map([...claims].map(([claimId, relations]) => [claimId, weightOf(relations, stances)]))
}

function weightOf(relations: ReadonlyMap<string, Voices>, stances: ReadonlyMap<string, number>): Weight {
  const sides = { supporting: new Set<string>(), contradicting: new Set<string>() }
  const counts: EvidenceCount[] = []
  for (const [relationId, { links, sources, origins }] of relations) {
    counts.push({ relationId, links, sources: sources.size, origins: origins.size })
    const stance = stances.get(relationId) ?? 0
    if (stance === 0) continue
    const side = stance > 0 ? sides.supporting : sides.contradicting
    for (const origin of origins) side.add(origin)
  }
  counts.sort((a, b) => (a.relationId < b.relationId ? -1 : 1))
  return { counts, supporting: sides.supporting.size, contradicting: sides.contradicting.size }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
