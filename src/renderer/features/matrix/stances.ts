import type { MatrixCell, Relation, SourceSummary } from '#shared/model.ts'

/**
 * What somebody says to claims: by the claim's id a number from 1 (for it) over 0 (as much for as against) to -1 (against).
 * Claims to which nothing is said for or against are absent.
 */
export type Stances = ReadonlyMap<string, number>

interface Weight {
  for: number
  against: number
}

/** The links for and against, by source and claim. */
export type Weights = ReadonlyMap<string, ReadonlyMap<string, Weight>>

export function weigh(cells: readonly MatrixCell[], relations: ReadonlyMap<string, Relation>): Weights {
  const bySource = new Map<string, Map<string, Weight>>()
  for (const { claimId, sourceId, relations: parts } of cells) {
    const weight = { for: 0, against: 0 }
    for (const { relationId, links } of parts) {
      const stance = relations.get(relationId)?.stance ?? 0
      if (stance > 0) weight.for += links
      if (stance < 0) weight.against += links
    }
    if (weight.for + weight.against === 0) continue
    const claims = bySource.get(sourceId)
    if (claims) claims.set(claimId, weight)
    else bySource.set(sourceId, new Map([[claimId, weight]]))
  }
  return bySource
}

/**
 * The stances of sources taken together: for each claim the mean over their origins, each of which is one voice however
 * often it was printed, of (links for - links against) / (links for + links against).
 */
export function stancesOf(sources: readonly SourceSummary[], weights: Weights): Map<string, number> {
  const byOrigin = new Map<string, Map<string, Weight>>()
  for (const { id, originId } of sources) {
    const voice = byOrigin.get(originId) ?? new Map<string, Weight>()
    byOrigin.set(originId, voice)
    for (const [claimId, weight] of weights.get(id) ?? []) {
      const sum = voice.get(claimId) ?? { for: 0, against: 0 }
      voice.set(claimId, { for: sum.for + weight.for, against: sum.against + weight.against })
    }
  }
  const said = new Map<string, { sum: number; voices: number }>()
  for (const voice of byOrigin.values()) {
    for (const [claimId, weight] of voice) {
      const before = said.get(claimId) ?? { sum: 0, voices: 0 }
      const stance = (weight.for - weight.against) / (weight.for + weight.against)
      said.set(claimId, { sum: before.sum + stance, voices: before.voices + 1 })
    }
  }
  return new Map([...said].map(([claimId, { sum, voices }]) => [claimId, sum / voices]))
}

/** On which side most origins stand, claim by claim: 1, -1, or 0 where the sides are even. */
export function majorityOf(voices: readonly Stances[]): Stances {
  const sums = new Map<string, number>()
  for (const voice of voices) {
    for (const [claimId, stance] of voice) sums.set(claimId, (sums.get(claimId) ?? 0) + stance)
  }
  return new Map([...sums].map(([claimId, sum]) => [claimId, Math.sign(sum)]))
}

/** How far two point the same way, from -1 to 1: the cosine of the angle between their stances; 0 where either has none. */
export function similarity(a: Stances, b: Stances): number {
  const lengths = length(a) * length(b)
  return lengths === 0 ? 0 : product(a, b) / lengths
}

function length(stances: Stances): number {
  let sum = 0
  for (const stance of stances.values()) sum += stance * stance
  return Math.sqrt(sum)
}

export function product(a: Stances, b: Stances): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [claimId, stance] of few) sum += stance * (many.get(claimId) ?? 0)
  return sum
}

/**
 * Puts those that agree side by side. The one that stands with the majority on the most claims comes first; after each
 * comes, of those left, the one most similar to it (see `similarity`), and of equals the one closer to the majority. So
 * sources that say the same form blocks, and those that contradict the majority drift to the end; what takes no stance
 * at all is last. Greedy nearest neighbour, quadratic in the number of columns.
 */
export function chainByAgreement<Item>(
  items: readonly Item[],
  stances: (item: Item) => Stances,
  majority: Stances,
): Item[] {
  const all = items.map((item) => {
    const said = stances(item)
    return { item, said, length: length(said), closeness: product(said, majority) }
  })
  const silent = all.filter(({ said }) => said.size === 0)
  const left = all.filter(({ said }) => said.size > 0).sort((a, b) => b.closeness - a.closeness)
  const chain = left.splice(0, 1)
  for (let last = chain[0]; last !== undefined && left.length > 0; last = chain.at(-1)) {
    let best = 0
    let most = Number.NEGATIVE_INFINITY
    for (const [index, { said, length }] of left.entries()) {
      const alike = length * last.length === 0 ? 0 : product(said, last.said) / (length * last.length)
      // Rounding must not part those that say the same.
      if (alike > most + 1e-9) {
        best = index
        most = alike
      }
    }
    chain.push(...left.splice(best, 1))
  }
  return [...chain, ...silent].map(({ item }) => item)
}
