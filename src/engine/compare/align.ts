import { shingleHashes } from './fingerprint.ts'
import { hashWords } from './words.ts'

/** Which block of one text stands beside which of the other: -1 for none. A row has at least one. */
export interface Pairing {
  left: number
  right: number
}

/** Runs of words that more blocks than this have say nothing about which two belong together. */
const mostBlocksAShingle = 12
/** Two blocks belong together where they share this much of the shorter one's wording. */
const leastShared = 0.3

/**
 * Pairs the blocks of two texts, wherever they stand: equal ones first, then those that share most wording. Rows follow
 * the left text, and what the right alone has stands behind what it follows there. Linear in the texts' length but for
 * blocks that share runs of words, which are bounded. In steps, each a pass over one block, for whoever must not hold a
 * thread.
 */
export function* alignBlocks(left: readonly string[], right: readonly string[]): Generator<void, Pairing[]> {
  const partnerOfLeft = new Int32Array(left.length).fill(-1)
  const partnerOfRight = new Int32Array(right.length).fill(-1)
  const pair = (a: number, b: number) => {
    partnerOfLeft[a] = b
    partnerOfRight[b] = a
  }
  pairEqual(left, right, pair)
  yield
  const candidates = yield* findAlike(left, right, partnerOfLeft, partnerOfRight)
  for (const { a, b } of candidates) {
    if (partnerOfLeft[a] === -1 && partnerOfRight[b] === -1) pair(a, b)
  }
  return toRows(partnerOfLeft, partnerOfRight)
}

/** Equal blocks in their order: the first with the first, the second with the second. */
function pairEqual(
  left: readonly string[],
  right: readonly string[],
  pair: (a: number, b: number) => void,
): void {
  const waiting = new Map<string, number[]>()
  right.forEach((text, at) => {
    const places = waiting.get(text)
    if (places === undefined) waiting.set(text, [at])
    else places.push(at)
  })
  for (const places of waiting.values()) places.reverse()
  left.forEach((text, at) => {
    const partner = waiting.get(text)?.pop()
    if (partner !== undefined) pair(at, partner)
  })
}

interface Candidate {
  a: number
  b: number
  /** How much of the shorter block's wording is in the other, 0 to 1. */
  shared: number
}

/** Pairs of blocks without an equal that share much of their wording; the likest pair first. */
function* findAlike(
  left: readonly string[],
  right: readonly string[],
  partnerOfLeft: Int32Array,
  partnerOfRight: Int32Array,
): Generator<void, Candidate[]> {
  const blocksWith = new Map<number, number[]>()
  const sizes = new Int32Array(right.length)
  for (let b = 0; b < right.length; b++) {
    if (partnerOfRight[b] !== -1) continue
    const runs = runsOf(right[b] ?? '')
    sizes[b] = runs.size
    for (const run of runs) {
      const blocks = blocksWith.get(run)
      if (blocks === undefined) blocksWith.set(run, [b])
      else if (blocks.length <= mostBlocksAShingle) blocks.push(b)
    }
    yield
  }
  const candidates: Candidate[] = []
  for (let a = 0; a < left.length; a++) {
    if (partnerOfLeft[a] !== -1) continue
    const runs = runsOf(left[a] ?? '')
    for (const [b, count] of countShared(runs, blocksWith)) {
      const shared = count / Math.max(1, Math.min(runs.size, sizes[b] ?? 1))
      if (shared >= leastShared) candidates.push({ a, b, shared })
    }
    yield
  }
  return candidates.sort(
    (x, y) => y.shared - x.shared || Math.abs(x.a - x.b) - Math.abs(y.a - y.b) || x.a - y.a,
  )
}

/** How many of some runs of words each block has. */
function countShared(
  runs: ReadonlySet<number>,
  blocksWith: ReadonlyMap<number, number[]>,
): Map<number, number> {
  const counts = new Map<number, number>()
  for (const run of runs) {
    const blocks = blocksWith.get(run)
    if (blocks === undefined || blocks.length > mostBlocksAShingle) continue
    for (const block of blocks) counts.set(block, (counts.get(block) ?? 0) + 1)
  }
  return counts
}

/** Hashes of a block's runs of two words, so that a sentence with every fourth word changed is known again. */
function runsOf(text: string): Set<number> {
  const words = hashWords([text])
  return new Set(words.length < 2 ? words.hashes.subarray(0, words.length) : shingleHashes(words, 2))
}

function toRows(partnerOfLeft: Int32Array, partnerOfRight: Int32Array): Pairing[] {
  const rows: Pairing[] = []
  /** What the right alone has, from a block on, until one that stands beside another. */
  const lonelyFrom = (from: number) => {
    for (let right = from; right < partnerOfRight.length && partnerOfRight[right] === -1; right++)
      rows.push({ left: -1, right })
  }
  lonelyFrom(0)
  for (let left = 0; left < partnerOfLeft.length; left++) {
    const right = partnerOfLeft[left] ?? -1
    rows.push({ left, right })
    if (right !== -1) lonelyFrom(right + 1)
  }
  return rows
}
