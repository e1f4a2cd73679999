import type { Tile } from './tiles.ts'

/** Tiles that follow one another in both texts with little between them: one stretch of the page, some signs of it unread. */
export interface Chain {
  tiles: Tile[]
  /** Letters of the first text from its beginning to its end. */
  start: number
  end: number
  /** Letters that both texts have. */
  shared: number
}

/** How much may stand between two tiles of a chain, in the text and on the page: a mark of a note, a line's number. */
const widestGap = { text: 16, page: 60 }

/** Where the texts that a page was given in one go begin and end, as indexes of its letters. */
export interface PageEdges {
  begins: ReadonlySet<number>
  ends: ReadonlySet<number>
}

/** Groups tiles, sorted by their place in the first text, into chains. */
export function chainsOf(tiles: readonly Tile[], edges: PageEdges): Chain[] {
  const chains: Chain[] = []
  for (const tile of tiles) {
    const chain = chains.at(-1)
    const last = chain?.tiles.at(-1)
    if (chain && last && (follows(last, tile) || goesOn(last, tile, edges))) {
      chain.tiles.push(tile)
      chain.end = tile.a + tile.length
      chain.shared += tile.length
    } else {
      chains.push({ tiles: [tile], start: tile.a, end: tile.a + tile.length, shared: tile.length })
    }
  }
  return chains
}

function follows(one: Tile, next: Tile): boolean {
  const text = next.a - one.a - one.length
  const page = next.b - one.b - one.length
  return text <= widestGap.text && page >= 0 && page <= widestGap.page
}

/** Whether the text goes on at once with another text of the page, wherever that stands: lines can be written in any order. */
function goesOn(one: Tile, next: Tile, { begins, ends }: PageEdges): boolean {
  return next.a === one.a + one.length && ends.has(one.b + one.length) && begins.has(next.b)
}

/** Beyond this, filling a gap by the letters that both sides share would be guessing. */
const longestFilled = { text: 64, page: 128 }

/** The letters that stand between two tiles of one chain in both texts, as far as most of them agree. */
export function fillGaps({ tiles }: Chain, first: string, second: string): Tile[] {
  const filled: Tile[] = []
  for (let i = 1; i < tiles.length; i++) {
    const [one, next] = [tiles[i - 1], tiles[i]]
    if (!one || !next) continue
    const a = one.a + one.length
    const b = one.b + one.length
    if (next.b < b) continue
    const between = { text: first.slice(a, next.a), page: second.slice(b, next.b) }
    if (between.text.length === 0 || between.text.length > longestFilled.text) continue
    if (between.page.length === 0 || between.page.length > longestFilled.page) continue
    const pairs = commonSubsequence(between.text, between.page)
    if (pairs.length < between.text.length * 0.75) continue
    for (const [x, y] of pairs) filled.push({ a: a + x, b: b + y, length: 1 })
  }
  return filled
}

/** The longest sequence of letters that stands in both, as pairs of indexes. */
function commonSubsequence(first: string, second: string): [number, number][] {
  const width = second.length + 1
  const lengths = new Uint16Array((first.length + 1) * width)
  for (let x = first.length - 1; x >= 0; x--) {
    for (let y = second.length - 1; y >= 0; y--) {
      const right = lengths[x * width + y + 1] ?? 0
      const below = lengths[(x + 1) * width + y] ?? 0
      const both = lengths[(x + 1) * width + y + 1] ?? 0
      lengths[x * width + y] = first[x] === second[y] ? both + 1 : Math.max(right, below)
    }
  }
  const pairs: [number, number][] = []
  for (let x = 0, y = 0; x < first.length && y < second.length; ) {
    if (first[x] === second[y]) pairs.push([x++, y++])
    else if ((lengths[(x + 1) * width + y] ?? 0) >= (lengths[x * width + y + 1] ?? 0)) x++
    else y++
  }
  return pairs
}
