import { type Chain, chainsOf, fillGaps, type PageEdges } from './chains.ts'
import { type Tile, tilesOf } from './tiles.ts'

/** A block's letters, as they may stand on a page. */
export interface BlockLetters {
  letters: string
  /** Whether the block begins on an earlier page, so that only the rest of it can stand here. */
  runsOn: boolean
  /** Whether it may fill the page and go on on the next, because no other block of the running text begins here after it. */
  mayLeave: boolean
}

export interface PageLetters extends PageEdges {
  letters: string
}

/** As many letters in a row, or nearly, stand in no other place by chance. */
const certain = 24
/** A block that neither begins nor ends on the page has to fill a good part of it. */
const certainThrough = 60

/**
 * Which letter of the page each letter of the blocks is: an index into the page's letters for each, in order, or -1 where it
 * does not stand there, or not certainly. No letter of the page stands for two. `blocks` are in the order of the text.
 */
export function pairLetters(blocks: readonly BlockLetters[], page: PageLetters): Int32Array {
  const text = blocks.map(({ letters }) => letters).join('')
  const pairs = new Int32Array(text.length).fill(-1)
  const taken = new Uint8Array(page.letters.length)
  const take = ({ a, b, length }: Tile): void => {
    for (let i = 0; i < length; i++) {
      pairs[a + i] = b + i
      taken[b + i] = 1
    }
  }
  const places = placesOf(blocks)
  for (const chain of trusted(chainsOf(tilesOf(text, page.letters), page), places, page)) {
    for (const tile of [...chain.tiles, ...fillGaps(chain, text, page.letters)]) take(tile)
  }
  for (const tile of shortBlocks(blocks, places, page, pairs, taken)) take(tile)
  return pairs
}

interface PlacedLetters extends Pick<BlockLetters, 'runsOn' | 'mayLeave'> {
  start: number
  end: number
}

function placesOf(blocks: readonly BlockLetters[]): PlacedLetters[] {
  let start = 0
  return blocks.map(({ letters, runsOn, mayLeave }) => {
    const place = { start, end: start + letters.length, runsOn, mayLeave }
    start = place.end
    return place
  })
}

/** The chains that cannot well be anything else than the text's own words. */
function trusted(
  chains: readonly Chain[],
  places: readonly PlacedLetters[],
  page: PageLetters,
): readonly Chain[] {
  const credible = chains.filter((chain) => chain.shared >= certain || isWhole(chain, places, page))
  return credible.filter((chain) => reaches(chain, credible, places))
}

/** Whether it is one or several whole blocks, and whole texts of the page. */
function isWhole({ tiles, start, end, shared }: Chain, places: readonly PlacedLetters[], page: PageLetters) {
  const [first, last] = [tiles[0], tiles.at(-1)]
  if (!first || !last || shared < end - start) return false
  const begins = places.some((place) => place.start === start && !place.runsOn)
  const ends = places.some((place) => place.end === end)
  return begins && ends && page.begins.has(first.b) && page.ends.has(last.b + last.length)
}

/**
 * Whether a chain can stand on the page, given where its block does: a block that begins here has its beginning here, and one
 * that ends here its end. What lies far from there are the words of another page, said here by somebody else.
 */
function reaches(chain: Chain, all: readonly Chain[], places: readonly PlacedLetters[]): boolean {
  const inside = places.filter(({ start, end }) => start < chain.end && end > chain.start)
  // Across several blocks it has the beginning of one or the end of another.
  const [place] = inside
  if (!place || inside.length > 1) return true
  const allowed = Math.max(certain, chain.shared)
  if (!place.runsOn) {
    const before = all.filter(({ end }) => end <= chain.start).map(({ end }) => end)
    return chain.start - Math.max(place.start, ...before) <= allowed
  }
  if (place.mayLeave && chain.shared >= certainThrough) return true
  const behind = all.filter(({ start }) => start >= chain.end).map(({ start }) => start)
  return Math.min(place.end, ...behind) - chain.end <= allowed
}

/** Blocks that are too short to be certain by themselves: where the page has such a text in one place alone, it is that. */
function shortBlocks(
  blocks: readonly BlockLetters[],
  places: readonly PlacedLetters[],
  page: PageLetters,
  pairs: Int32Array,
  taken: Uint8Array,
): Tile[] {
  const wanted = new Map<string, number[]>()
  blocks.forEach(({ letters, runsOn }, index) => {
    const { start, end } = places[index] ?? { start: 0, end: 0 }
    if (runsOn || letters === '' || letters.length > certain * 2) return
    if (pairs.subarray(start, end).some((at) => at >= 0)) return
    wanted.set(letters, [...(wanted.get(letters) ?? []), start])
  })
  const tiles: Tile[] = []
  for (const [letters, starts] of wanted) {
    const free = freePlaces(letters, page, taken)
    if (free.length === starts.length) {
      tiles.push(...starts.map((a, index) => ({ a, b: free[index] ?? 0, length: letters.length })))
      continue
    }
    for (const a of starts) {
      const [b, ...others] = free.filter((at) => isBetween(at, a, letters.length, pairs))
      if (b !== undefined && others.length === 0) tiles.push({ a, b, length: letters.length })
    }
  }
  return withoutOverlaps(tiles)
}

/** Where whole texts of the page read like this, and stand for nothing else yet. */
function freePlaces(letters: string, page: PageLetters, taken: Uint8Array): number[] {
  const found: number[] = []
  for (let at = page.letters.indexOf(letters); at >= 0; at = page.letters.indexOf(letters, at + 1)) {
    const end = at + letters.length
    if (!page.begins.has(at) || !page.ends.has(end)) continue
    if (taken.subarray(at, end).every((used) => used === 0)) found.push(at)
  }
  return found
}

/** Whether a place on the page lies between what stands before and behind in the text. */
function isBetween(at: number, start: number, length: number, pairs: Int32Array): boolean {
  const before = pairs.subarray(0, start).findLast((pair) => pair >= 0) ?? -1
  const behind = pairs.subarray(start + length).find((pair) => pair >= 0) ?? Number.POSITIVE_INFINITY
  return at > before && at < behind
}

/** One text of the page cannot be two blocks: where it would, it is neither. */
function withoutOverlaps(tiles: readonly Tile[]): Tile[] {
  return tiles.filter((tile) =>
    tiles.every(
      (other) => other === tile || other.b >= tile.b + tile.length || other.b + other.length <= tile.b,
    ),
  )
}
