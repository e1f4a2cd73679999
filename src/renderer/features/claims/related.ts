import type { Claim, ClaimSummary, LinkView, ObjectRef } from '#shared/model.ts'

/** A claim that has to do with another, and why. */
export interface RelatedClaim {
  claim: ClaimSummary
  /** The relations by which the two are linked themselves; `incoming` where the other is where the link starts. */
  links: { relationId: string; incoming: boolean }[]
  /** How many passages, notes or sources stand behind both. */
  shared: number
}

/** The claims that are linked to a claim or share evidence with it: linked ones first, then those that share most. */
export function relatedClaims(
  claim: Claim,
  claims: readonly ClaimSummary[],
  links: readonly LinkView[],
): RelatedClaim[] {
  const evidence = new Set(
    claim.evidence.filter(({ other }) => other.kind !== 'claim').map(({ other }) => other.id),
  )
  const found = new Map<string, { links: RelatedClaim['links']; shared: Set<string> }>()
  const of = (id: string) => {
    const known = found.get(id) ?? { links: [], shared: new Set() }
    found.set(id, known)
    return known
  }
  const look = (end: ObjectRef, other: ObjectRef, relationId: string, incoming: boolean): void => {
    if (end.kind !== 'claim' || end.id === claim.id) return
    if (other.id === claim.id) of(end.id).links.push({ relationId, incoming })
    else if (evidence.has(other.id)) of(end.id).shared.add(other.id)
  }
  for (const { from, to, relationId } of links) {
    look(from, to, relationId, true)
    look(to, from, relationId, false)
  }
  return claims
    .flatMap((one) => {
      const known = found.get(one.id)
      return known ? [{ claim: one, links: known.links, shared: known.shared.size }] : []
    })
    .sort((a, b) => b.links.length - a.links.length || b.shared - a.shared || a.claim.number - b.claim.number)
}
