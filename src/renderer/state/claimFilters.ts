import { create } from 'zustand'
import type { ClaimStatus, ClaimSummary } from '#shared/model.ts'

/** Which claims are shown: by words, and by one of several of a kind. An empty kind shows all. */
export interface ClaimFilter {
  text: string
  tags: readonly string[]
  statuses: readonly ClaimStatus[]
  /** Ids of relations, by one of which a claim has evidence. */
  relations: readonly string[]
}

export const allClaims: ClaimFilter = { text: '', tags: [], statuses: [], relations: [] }

/** The filter that the views of claims have in common. */
export const useClaimFilter = create<ClaimFilter>(() => allClaims)

/** Shows all claims again, such as those of another notebook. */
export function forgetClaimFilter(): void {
  useClaimFilter.setState(allClaims)
}

/** How many kinds of narrowing are on, words aside. */
export function narrowedBy({ tags, statuses, relations }: ClaimFilter): number {
  return [tags, statuses, relations].filter(({ length }) => length > 0).length
}

/** The claims that the filter shows. Every typed word stands in the name, statement or tags, ignoring case and accents. */
export function filterClaims<Item extends ClaimSummary>(
  claims: readonly Item[],
  { text, tags, statuses, relations }: ClaimFilter,
): Item[] {
  const words = fold(text).split(/\s+/).filter(Boolean)
  return claims.filter((claim) => {
    if (statuses.length > 0 && !statuses.includes(claim.status)) return false
    if (tags.length > 0 && !claim.tags.some((tag) => tags.includes(tag))) return false
    const has = (relation: string) => claim.counts.some((one) => one.relationId === relation && one.links > 0)
    if (relations.length > 0 && !relations.some(has)) return false
    const where = fold(`C${claim.number} ${claim.statement} ${claim.tags.join(' ')}`)
    return words.every((word) => where.includes(word))
  })
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
