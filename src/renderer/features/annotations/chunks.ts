/** So many cards are made at once when they come near the view. */
const cardsAChunk = 25
/** So many chunks that are far away share one room. */
const chunksAGroup = 16

/** A run of a list: cards that are made, or the room of those that are not yet, of one chunk or of a whole group of them. */
export interface Room {
  kind: 'cards' | 'chunk' | 'group'
  /** Which chunk or group it is, from 0. */
  index: number
  /** The place of its first item in the whole list, from 0. */
  first: number
  count: number
}

/**
 * A list of `count` items in rooms that follow one another. Every room that is not made costs a little at every frame, so that
 * far away one stands for hundreds of items, and is parted when it comes near: `near` has the chunks to make, `parted` the
 * groups. The items at the places `held` are made in any case.
 */
export function roomsOf(
  count: number,
  near: ReadonlySet<number>,
  parted: ReadonlySet<number>,
  held: readonly number[],
): Room[] {
  const made = new Set([...near, ...held.map((place) => Math.floor(place / cardsAChunk))])
  const rooms: Room[] = []
  const aGroup = cardsAChunk * chunksAGroup
  for (let start = 0; start < count; start += aGroup) {
    const index = start / aGroup
    const end = Math.min(start + aGroup, count)
    const chunks: Room[] = []
    for (let first = start; first < end; first += cardsAChunk) {
      const chunk = first / cardsAChunk
      const kind = made.has(chunk) ? 'cards' : 'chunk'
      chunks.push({ kind, index: chunk, first, count: Math.min(cardsAChunk, end - first) })
    }
    if (parted.has(index) || chunks.some(({ kind }) => kind === 'cards')) rooms.push(...chunks)
    else rooms.push({ kind: 'group', index, first: start, count: end - start })
  }
  return rooms
}
