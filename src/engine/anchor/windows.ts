import type { Tokens } from './tokens.ts'

/**
 * How many tokens make a window: about four words with what stands between them, or seven characters of Chinese. A run
 * that is certain is longer: it needs a window that ends and one that begins with each of its tokens.
 */
export const windowLength = 7
const margin = windowLength - 1

/**
 * For each token of the old text the token of the new text that it certainly is, or -1: both the window that ends with
 * it and the window that begins with it stand exactly once in each text, and on the same tokens. A window that is there
 * once cannot be mistaken for another place; asking for one on either side keeps a token that only came to stand
 * where a repetition of it was cut out from passing for that one. (Unique tokens as fixed points: Bram Cohen's patience
 * diff; here windows, because in prose few single words are unique, and without a longest common subsequence, because
 * what was moved is wanted too.) Both texts begin and end with tokens of their own, so that the ends are windows as well.
 */
export function certainTokens(old: Tokens, next: Tokens): Int32Array {
  const oldIds = padded(old)
  const newIds = padded(next)
  const partner = matchWindows(oldIds, newIds)
  const certain = new Int32Array(old.count).fill(-1)
  for (let token = 0; token < old.count; token++) {
    const ending = partner[token] ?? -1
    const beginning = partner[token + margin] ?? -1
    if (ending >= 0 && beginning === ending + margin) certain[token] = ending
  }
  return certain
}

/** The tokens with as many before and behind them as make a window at each end; no token has a number below 0. */
function padded({ ids, count }: Tokens): Int32Array {
  const all = new Int32Array(count + 2 * margin)
  for (let index = 0; index < margin; index++) {
    all[index] = -1 - index
    all[count + margin + index] = -1 - margin - index
  }
  all.set(ids, margin)
  return all
}

const free = -1
const repeated = -2

/** For each window of `old` the start of the same window in `next`, where there is one of it in each, else -1. */
function matchWindows(old: Int32Array, next: Int32Array): Int32Array {
  const oldHashes = windowHashes(old)
  const newHashes = windowHashes(next)
  const table = new WindowTable(oldHashes.length)
  for (let start = 0; start < oldHashes.length; start++) {
    const hash = oldHashes[start] ?? 0
    const slot = table.slotOf(hash)
    table.oldStart[slot] = table.oldStart[slot] === free ? start : repeated
    table.hash[slot] = hash
  }
  for (let start = 0; start < newHashes.length; start++) {
    const slot = table.slotOf(newHashes[start] ?? 0)
    if (table.oldStart[slot] === free) continue
    table.newStart[slot] = table.newStart[slot] === free ? start : repeated
  }
  const partner = new Int32Array(oldHashes.length).fill(-1)
  for (let slot = 0; slot < table.size; slot++) {
    const from = table.oldStart[slot] ?? free
    const to = table.newStart[slot] ?? free
    if (from >= 0 && to >= 0 && isSameWindow(old, from, next, to)) partner[from] = to
  }
  return partner
}

/** A hash table with open addressing. Two windows that share a hash count as one repeated: certainty is lost, never made. */
class WindowTable {
  readonly size: number
  readonly hash: Int32Array
  readonly oldStart: Int32Array
  readonly newStart: Int32Array

  constructor(entries: number) {
    let size = 16
    while (size < entries * 2) size *= 2
    this.size = size
    this.hash = new Int32Array(size)
    this.oldStart = new Int32Array(size).fill(free)
    this.newStart = new Int32Array(size).fill(free)
  }

  /** Where a hash stands, or the free place where it would. */
  slotOf(hash: number): number {
    let slot = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) & (this.size - 1)
    while (this.oldStart[slot] !== free && this.hash[slot] !== hash) slot = (slot + 1) & (this.size - 1)
    return slot
  }
}

/** A hash of every window, each made anew of its few tokens: FNV-1a over their numbers. */
function windowHashes(ids: Int32Array): Int32Array {
  const hashes = new Int32Array(Math.max(0, ids.length - margin))
  for (let start = 0; start < hashes.length; start++) {
    let hash = 0x811c9dc5
    for (let token = start; token < start + windowLength; token++) {
      hash = Math.imul(hash ^ (ids[token] ?? 0), 0x01000193)
      hash ^= hash >>> 13
    }
    hashes[start] = hash
  }
  return hashes
}

function isSameWindow(old: Int32Array, from: number, next: Int32Array, to: number): boolean {
  for (let index = 0; index < windowLength; index++) {
    if (old[from + index] !== next[to + index]) return false
  }
  return true
}
