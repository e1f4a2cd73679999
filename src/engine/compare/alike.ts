import type { Db } from '../store/database.ts'
import { mostKeysAtOnce, readFingerprint, textsWithKeys } from '../store/fingerprints.ts'
import { estimateSimilarity, toHashes } from './fingerprint.ts'
import { isFigure, isPair, isTelling, readStoryKeys, weightOf } from './story.ts'

/** A text like the one in hand. */
export interface Alike {
  textId: number
  /** 0 to 1. */
  similarity: number
}

/** What a look-up found, and the keys under which the text itself is to be written down. */
export interface Lookup {
  /** The likest first; of equals, the oldest. */
  alike: Alike[]
  keys: number[]
  /** Whether some keys are too common to be written down: then there may be likes that were not found. */
  isCommon: boolean
}

/**
 * From here on two texts count as one: measured, every tenth word changed leaves 0.42 on average and 0.26 at the least,
 * and no two of 6,583 unrelated abstracts share more than a fraction of this.
 */
export const nearDuplicate = 0.3
/** The estimate may be below the truth by two standard errors. */
const estimateMargin = 0.08

/** A key with this many texts is no longer written down: nothing here grows with the number of copies. */
const mostTextsAKey = 40
const sharedKeysWanted = 2

/**
 * Texts that share wording with this one. The twelve smallest hashes of a text are its keys: two texts with a Jaccard
 * index of 0.42 share seven of them on average, and fewer than two once in hundreds of pairs.
 */
export function findSharedWording(db: Db, signature: Uint8Array, most = mostCandidates): Lookup {
  const own = toHashes(signature)
  const keys = Array.from(own.subarray(0, mostKeysAtOnce))
  const found = textsWithKeys(db, 'band', keys)
  const wanted = Math.min(sharedKeysWanted, keys.length)
  const alike: Alike[] = []
  const shared = countShared(found, () => 1)
  for (const textId of mostShared(shared, wanted, most)) {
    const other = readFingerprint(db, textId)
    const similarity = other === null ? 0 : estimateSimilarity(own, toHashes(other.signature))
    if (similarity >= nearDuplicate - estimateMargin) alike.push({ textId, similarity })
  }
  return toLookup(alike, keys, found)
}

/** What two texts on the same story share at least; see docs/adr/0014. */
const withFigures = { weight: 12, share: 0.2, names: 3 }
/** Without a figure in common, names of two words have to make up for it. */
const withNamesAlone = { weight: 24, share: 0.4, pairs: 7 }
const leastCandidateWeight = 4

/** Texts that tell the same story: the same figures about the same names. */
export function findSharedStory(db: Db, story: Uint8Array | null, most = mostCandidates): Lookup {
  if (story === null) return { alike: [], keys: [], isCommon: false }
  const own = readStoryKeys(story)
  const keys = own.filter(isTelling).slice(0, mostKeysAtOnce)
  const found = textsWithKeys(db, 'story_key', keys)
  const telling = new Map([...found].filter(([, texts]) => texts.length < mostTextsAKey))
  const alike: Alike[] = []
  for (const textId of mostShared(countShared(telling, weightOf), leastCandidateWeight, most)) {
    const other = readFingerprint(db, textId)
    const similarity = other?.story ? storySimilarity(own, readStoryKeys(other.story)) : 0
    if (similarity > 0) alike.push({ textId, similarity })
  }
  return toLookup(alike, keys, found)
}

/** How much of the shorter list of keys is shared, by weight; 0 where that is too little to speak of one story. */
export function storySimilarity(a: readonly number[], b: readonly number[]): number {
  const other = new Set(b)
  const shared = a.filter((key) => other.has(key))
  const weight = total(shared)
  const share = weight / Math.max(1, Math.min(total(a), total(b)))
  const names = shared.filter((key) => !isFigure(key)).length
  const byFigures =
    shared.some(isFigure) &&
    weight >= withFigures.weight &&
    share >= withFigures.share &&
    names >= withFigures.names
  const byNames =
    weight >= withNamesAlone.weight &&
    share >= withNamesAlone.share &&
    shared.filter(isPair).length >= withNamesAlone.pairs
  return byFigures || byNames ? Math.min(1, share) : 0
}

function total(keys: readonly number[]): number {
  return keys.reduce((sum, key) => sum + weightOf(key), 0)
}

function countShared(
  found: ReadonlyMap<number, number[]>,
  weigh: (key: number) => number,
): Map<number, number> {
  const counts = new Map<number, number>()
  for (const [key, texts] of found) {
    const weight = weigh(key)
    for (const textId of texts) counts.set(textId, (counts.get(textId) ?? 0) + weight)
  }
  return counts
}

/** Among dozens of copies those that share most keys are as good as all. */
const mostCandidates = 10

function mostShared(counts: ReadonlyMap<number, number>, wanted: number, most: number): number[] {
  const candidates = [...counts].filter(([, count]) => count >= wanted)
  if (candidates.length > most) candidates.sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return candidates.slice(0, most).map(([textId]) => textId)
}

function isRare(found: ReadonlyMap<number, number[]>, key: number): boolean {
  return (found.get(key)?.length ?? 0) < mostTextsAKey
}

function toLookup(alike: Alike[], keys: readonly number[], found: ReadonlyMap<number, number[]>): Lookup {
  const rare = keys.filter((key) => isRare(found, key))
  alike.sort((a, b) => b.similarity - a.similarity || a.textId - b.textId)
  return { alike, keys: rare, isCommon: rare.length < keys.length }
}
