/** A run of letters that two texts share: `length` letters from `a` in the one and from `b` in the other. */
export interface Tile {
  a: number
  b: number
  length: number
}

/** Shorter runs are in every text, and mean nothing by themselves. */
const shortest = 8
/** A run that stands on a page more often, such as a row of zeros, says nothing about its place. */
const mostPlaces = 64

/**
 * Covers two strings with the longest runs they share, no letter of either twice: greedy string tiling (Wise, "String
 * similarity via greedy string tiling and running Karp-Rabin matching", 1993). The order of the runs may differ between the
 * two. Of equally long runs those that stand at a like place come first, so that what repeats is paired in order. Sorted by `a`.
 */
export function tilesOf(first: string, second: string): Tile[] {
  const buckets = byLength(commonRuns(first, second))
  const usedA = new Uint8Array(first.length)
  const usedB = new Uint8Array(second.length)
  const slope = first.length / Math.max(1, second.length)
  const distance = ({ a, b }: Tile): number => Math.abs(a - b * slope)
  const tiles: Tile[] = []
  for (let length = buckets.length - 1; length >= shortest; length--) {
    const runs = (buckets[length] ?? []).sort((one, other) => distance(one) - distance(other))
    for (const run of runs) {
      const free = freeParts(run, usedA, usedB)
      if (free.length === 1 && free[0]?.length === length) {
        usedA.fill(1, run.a, run.a + length)
        usedB.fill(1, run.b, run.b + length)
        tiles.push(run)
        continue
      }
      for (const part of free) bucket(buckets, part.length).push(part)
    }
  }
  return tiles.sort((one, other) => one.a - other.a)
}

/** Every run that two strings share and that cannot be made longer. */
function commonRuns(first: string, second: string): Tile[] {
  const places = new Map<string, number[]>()
  for (let b = 0; b + shortest <= second.length; b++) {
    const key = second.slice(b, b + shortest)
    const known = places.get(key)
    if (known === undefined) places.set(key, [b])
    else known.push(b)
  }
  const runs: Tile[] = []
  for (let a = 0; a + shortest <= first.length; a++) {
    const found = places.get(first.slice(a, a + shortest)) ?? []
    if (found.length > mostPlaces) continue
    for (const b of found) {
      const began = a > 0 && b > 0 && first[a - 1] === second[b - 1]
      const counted = began && (places.get(first.slice(a - 1, a - 1 + shortest))?.length ?? 0) <= mostPlaces
      if (!counted) runs.push({ a, b, length: sharedLength(first, a, second, b) })
    }
  }
  return runs
}

function sharedLength(first: string, a: number, second: string, b: number): number {
  let length = shortest
  while (a + length < first.length && first[a + length] === second[b + length]) length++
  return length
}

/** The stretches of a run of which no letter was used yet, as far as they are long enough. */
function freeParts({ a, b, length }: Tile, usedA: Uint8Array, usedB: Uint8Array): Tile[] {
  const parts: Tile[] = []
  let begin = 0
  for (let i = 0; i <= length; i++) {
    if (i < length && !usedA[a + i] && !usedB[b + i]) continue
    if (i - begin >= shortest) parts.push({ a: a + begin, b: b + begin, length: i - begin })
    begin = i + 1
  }
  return parts
}

function byLength(runs: readonly Tile[]): Tile[][] {
  const buckets: Tile[][] = []
  for (const run of runs) bucket(buckets, run.length).push(run)
  return buckets
}

function bucket(buckets: Tile[][], length: number): Tile[] {
  const found = buckets[length] ?? []
  buckets[length] = found
  return found
}
