/** So many cards are made at once when they come near the view. */
const cardsAChunk = 25

export interface Chunk<Item> {
  /** The place of its first item in the whole list, from 0. */
  first: number
  items: readonly Item[]
}

/** A list in parts that follow one another. */
export function chunksOf<Item>(items: readonly Item[]): Chunk<Item>[] {
  const chunks: Chunk<Item>[] = []
  for (let first = 0; first < items.length; first += cardsAChunk) {
    chunks.push({ first, items: items.slice(first, first + cardsAChunk) })
  }
  return chunks
}
