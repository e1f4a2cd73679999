import type { BlockKind } from '#shared/model.ts'
import { StoryKeys } from './story.ts'
import { isLittleEndian, piecesOf, Units } from './units.ts'
import { hashWords, WordHashes } from './words.ts'

/** What is read of a text to compare it. */
export interface ComparableText {
  blocks: readonly { kind: BlockKind; text: string }[]
}

/** What is kept of a text to find those like it. */
export interface Fingerprint {
  /** The 128 smallest hashes of its shingles, ascending, as little-endian uint32; empty for a text too short to judge. */
  signature: Uint8Array
  /** Names and figures, see `story.ts`; null where there are too few. */
  story: Uint8Array | null
}

/** Runs of this many words are compared: fewer are shared by chance, more are broken by every small edit. */
export const shingleLength = 5
/** How many hashes are kept. The estimate's standard error is at most 0.044. */
export const signatureSize = 128
/** Below this a text shares too much by chance, and only an equal one counts as its copy. */
export const fewestWords = 30

// Used again for every text: an import reads ten thousand of them.
const units = new Units()
const words = new WordHashes()
const story = new StoryKeys()

/** A text's fingerprint: pure. */
export function fingerprintOf({ blocks }: ComparableText): Fingerprint {
  words.clear()
  story.clear()
  for (const { kind, text } of blocks) {
    for (const piece of piecesOf(text)) {
      words.add(units.load(piece))
      story.add(units, kind)
    }
  }
  const isShort = words.length < fewestWords
  return {
    signature: isShort ? new Uint8Array(0) : toBytes(smallest(shingleHashes(words), signatureSize)),
    story: story.toBytes(),
  }
}

/**
 * A hash of each run of `size` words: a polynomial that rolls on by one multiplication a word, mixed by MurmurHash3's
 * finaliser so that the smallest of them are a fair sample. Empty for fewer words than that.
 */
export function shingleHashes({ hashes, length }: WordHashes, size = shingleLength): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, length - size + 1))
  let oldest = 1
  for (let power = 0; power < size; power++) oldest = Math.imul(oldest, base)
  let rolling = 0
  for (let at = 0; at < length; at++) {
    rolling = (Math.imul(rolling, base) + (hashes[at] as number)) | 0
    if (at >= size) rolling = (rolling - Math.imul(hashes[at - size] as number, oldest)) | 0
    if (at >= size - 1) shingles[at - size + 1] = mix(rolling)
  }
  return shingles
}

const base = 0x9e3779b1 | 0

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

let lowest = new Uint32Array(4_096)

/** The `size` smallest different values, ascending. */
function smallest(values: Uint32Array, size: number): Uint32Array {
  if (values.length <= size * 2) return distinct(values).subarray(0, size)
  // Of evenly spread values half as many again as are wanted lie below this; sorting all would cost more than hashing.
  const limit = (1.5 * size * 2 ** 32) / values.length
  if (lowest.length < values.length) lowest = new Uint32Array(values.length)
  let count = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    if (value < limit) lowest[count++] = value
  }
  const low = distinct(lowest.subarray(0, count))
  return low.length >= size ? low.subarray(0, size) : distinct(values).subarray(0, size)
}

/** Each value once, ascending. */
function distinct(values: Uint32Array): Uint32Array {
  const sorted = values.slice().sort()
  let count = 0
  let last = -1
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] as number
    if (value !== last) sorted[count++] = value
    last = value
  }
  return sorted.subarray(0, count)
}

/**
 * Jaccard's index of two texts' shingles, estimated from their signatures: the share of the union's smallest hashes that
 * are in both (bottom-k sketch; Thorup, "Bottom-k and priority sampling, set similarity and subset sums", 2013).
 */
export function estimateSimilarity(a: Uint32Array, b: Uint32Array): number {
  let left = 0
  let right = 0
  let union = 0
  let both = 0
  // What lies behind a full signature's end is not known; a shorter one is all there is of its text.
  const isWhole = a.length < signatureSize && b.length < signatureSize
  const size = isWhole ? a.length + b.length : signatureSize
  while (union < size && (left < a.length || right < b.length)) {
    const x = a[left] ?? Number.POSITIVE_INFINITY
    const y = b[right] ?? Number.POSITIVE_INFINITY
    if (x === y) both++
    if (x <= y) left++
    if (y <= x) right++
    union++
  }
  return union === 0 ? 0 : both / union
}

/** Jaccard's index of two texts' runs of five words, counted in full: 0 to 1. */
export function exactSimilarity(a: Iterable<string>, b: Iterable<string>): number {
  const steps = countSimilarity(a, b)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same in steps, for whoever must not hold a thread: a step is one pass over one text. */
export function* countSimilarity(a: Iterable<string>, b: Iterable<string>): Generator<void, number> {
  const sides: Uint32Array[] = []
  for (const text of [a, b]) {
    const shingles = shingleHashes(hashWords(text))
    yield
    sides.push(distinct(shingles))
    yield
  }
  const [left = new Uint32Array(0), right = new Uint32Array(0)] = sides
  let i = 0
  let j = 0
  let both = 0
  while (i < left.length && j < right.length) {
    const x = left[i] as number
    const y = right[j] as number
    if (x === y) both++
    if (x <= y) i++
    if (y <= x) j++
  }
  const union = left.length + right.length - both
  return union === 0 ? 0 : both / union
}

function toBytes(values: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 4)
  const view = new DataView(bytes.buffer)
  if (isLittleEndian) new Uint32Array(bytes.buffer).set(values)
  else for (let at = 0; at < values.length; at++) view.setUint32(at * 4, values[at] ?? 0, true)
  return bytes
}

/** Reads what `toBytes` wrote, whatever buffer the bytes lie in. */
export function toHashes(bytes: Uint8Array): Uint32Array {
  const copy = new Uint8Array(bytes)
  if (isLittleEndian) return new Uint32Array(copy.buffer, 0, copy.length >> 2)
  const view = new DataView(copy.buffer)
  return Uint32Array.from({ length: copy.length >> 2 }, (_, at) => view.getUint32(at * 4, true))
}
