import search from 'approx-string-match'
import { isTelling } from '#engine/anchor/exact.ts'
import type { Outcome } from '#engine/anchor/reanchor.ts'
import type { EditedText } from './edited-text.ts'

/** As much as an annotation keeps. */
const surroundings = 32

interface Span {
  start: number
  end: number
}

/** `found`: on its own characters. `missed`: they stand whole, and it was not found. `gone`: they do not stand whole. */
export type Verdict = 'found' | 'missed' | 'gone' | 'wrong'

export class Truth {
  readonly #text: EditedText
  /** For every unit of the old text where it stands in the new one, or -1. */
  readonly #to: Int32Array

  constructor(text: EditedText) {
    this.#text = text
    this.#to = new Int32Array(text.old.length).fill(-1)
    text.from.forEach((old, index) => {
      if (old >= 0) this.#to[old] = index
    })
  }

  judge(passage: Span, outcome: Outcome): Verdict {
    const place = this.placeOf(passage)
    if (outcome.state === 'lost') return place === null ? 'gone' : 'missed'
    if (outcome.state === 'changed') {
      if (!this.#isAbout(passage, outcome)) return 'wrong'
      return place === null ? 'gone' : 'missed'
    }
    if (place === outcome.start) return 'found'
    if (place !== null) return 'wrong'
    return this.#isSameWords(passage, outcome) ? 'gone' : 'wrong'
  }

  /** Where the passage's own characters stand, whole and in order; null where they do not. */
  placeOf({ start, end }: Span): number | null {
    const first = this.#to[start] ?? -1
    if (first < 0) return null
    for (let offset = 1; offset < end - start; offset++) {
      if (this.#to[start + offset] !== first + offset) return null
    }
    return first
  }

  /**
   * Of a passage whose characters do not stand whole any more: whether the same words took its place, so that nobody could
   * tell the difference. They were typed again in it; a repetition of its beginning or end took over from that; or they
   * stand where they do with all that an annotation keeps of its surroundings, on one side at least.
   */
  #isSameWords(passage: Span, found: Span): boolean {
    const { old, next, from } = this.#text
    const own = (unit: number) => unit >= passage.start && unit < passage.end
    const units = from.slice(found.start, found.end)
    if (units.every((unit) => unit < 0 || own(unit)) && this.#isInPlace(passage, found)) return true
    if (units.some((unit, index) => unit === passage.start + index)) return true
    const isOnce = (words: string) => old.split(words).length === 2 && next.split(words).length === 2
    const quote = old.slice(passage.start, passage.end)
    if (isTelling(quote) && isOnce(quote)) return true
    const before = next.slice(Math.max(0, found.start - surroundings), found.start)
    const after = next.slice(found.end, found.end + surroundings)
    return old.slice(0, passage.start).endsWith(before) || old.startsWith(after, passage.end)
  }

  /**
   * Most of what is known of the new words is the passage's own. Where nothing is, they stand in its place; where a
   * repetition took over from it, some is its own and the words are much the same.
   */
  #isAbout(passage: Span, found: Span): boolean {
    const { old, next, from } = this.#text
    const known = from.slice(found.start, found.end).filter((unit) => unit >= 0)
    const own = this.#ownPart(passage, found)
    if (own.length === 0) return known.length === 0 && this.#isInPlace(passage, found)
    if (own.length * 2 >= known.length) return true
    const words = next.slice(found.start, found.end)
    return search(words, old.slice(passage.start, passage.end), words.length * 0.4).length > 0
  }

  #ownPart(passage: Span, found: Span): number[] {
    const units = this.#text.from.slice(found.start, found.end)
    return units.filter((unit) => unit >= passage.start && unit < passage.end)
  }

  /** Between the nearest characters before and behind the passage that still stand. */
  #isInPlace(passage: Span, found: Span): boolean {
    let before = passage.start - 1
    while (before >= 0 && this.#to[before] === -1) before--
    let behind = passage.end
    while (behind < this.#to.length && this.#to[behind] === -1) behind++
    const after = before < 0 ? -1 : (this.#to[before] ?? -1)
    const until = behind >= this.#to.length ? this.#text.next.length : (this.#to[behind] ?? 0)
    return after < found.start && found.end <= until
  }
}
