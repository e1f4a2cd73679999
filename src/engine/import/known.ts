/**
 * The files that are sources already, as workers see them: the first 64 bits of each SHA-256, sorted, in memory that all
 * threads share. A worker that finds a file there does not read it as a document; the engine then makes sure by the whole hash.
 */
export type KnownFiles = BigUint64Array<SharedArrayBuffer>

/** `hashes` are SHA-256 in hex. */
export function knownFiles(hashes: readonly string[]): KnownFiles {
  const known = new BigUint64Array(new SharedArrayBuffer(hashes.length * 8))
  known.set(hashes.map(prefix))
  return known.sort()
}

export function isKnown(known: KnownFiles, hash: string): boolean {
  const wanted = prefix(hash)
  let low = 0
  let high = known.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((known[middle] ?? 0n) < wanted) low = middle + 1
    else high = middle
  }
  return known[low] === wanted
}

function prefix(hash: string): bigint {
  return BigInt(`0x${hash.slice(0, 16)}`)
}
