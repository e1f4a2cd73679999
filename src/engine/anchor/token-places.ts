import { type Dictionary, type Tokens, tokenise } from './tokens.ts'

/** A text cut into tokens, and where it has each of them. */
export class TokenPlaces {
  readonly tokens: Tokens
  /** The tokens' indexes, those of the same token together, and for each token's number where its own begin. */
  readonly #places: Int32Array
  readonly #firstPlace: Int32Array

  constructor(text: string, dictionary: Dictionary) {
    this.tokens = tokenise(text, dictionary)
    const first = new Int32Array(dictionary.size + 1)
    for (const id of this.tokens.ids) first[id + 1] = (first[id + 1] ?? 0) + 1
    for (let id = 1; id < first.length; id++) first[id] = (first[id] ?? 0) + (first[id - 1] ?? 0)
    const free = first.slice()
    this.#places = new Int32Array(this.tokens.count)
    this.tokens.ids.forEach((id, index) => {
      const place = free[id] ?? 0
      this.#places[place] = index
      free[id] = place + 1
    })
    this.#firstPlace = first
  }

  /** How often the text has the token of this number. */
  countOf(id: number): number {
    const first = this.#firstPlace[id] ?? 0
    return (this.#firstPlace[id + 1] ?? first) - first
  }

  /** The indexes of the token of this number among the text's tokens, in order. */
  placesOf(id: number): Int32Array {
    const first = this.#firstPlace[id] ?? 0
    return this.#places.subarray(first, first + this.countOf(id))
  }
}
