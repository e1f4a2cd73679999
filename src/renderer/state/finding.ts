import { create } from 'zustand'

/** Ranges of the canonical text, UTF-16, half-open, in order. */
export type Hits = readonly (readonly [start: number, end: number])[]

/** What the bar that finds in the text and the text itself agree on. */
interface Finding {
  open: boolean
  query: string
  /** Whether somebody is writing it: then its last word may be a beginning. */
  typed: boolean
  /** Whether the bar is to take the focus, with its words selected. */
  takesFocus: boolean
  /** The text in which hits were found; they are of no other. */
  sourceId: string | null
  hits: Hits
  /** The hit one is at; null before the text said where one reads. */
  current: number | null
  /** Where the first hit is looked for; null for where one reads. */
  from: number | null
  /** Grows with every step, so that stepping to the hit one is at scrolls to it again. */
  steps: number
  /** The hit at which finding ended, to be selected; `nonce` grows each time. */
  left: { hit: Hits[number] | null; nonce: number }
}

export const useFinding = create<Finding>(() => ({
  open: false,
  query: '',
  typed: false,
  takesFocus: false,
  sourceId: null,
  hits: [],
  current: null,
  from: null,
  steps: 0,
  left: { hit: null, nonce: 0 },
}))

/** Opens the bar for the person to write in: with `words` in it, found from `from` on, or with what was in it before. */
export function askFind(words: string | null, from: number | null): void {
  const { query } = useFinding.getState()
  useFinding.setState({ open: true, takesFocus: true })
  if (words !== null && words !== query) {
    useFinding.setState({ query: words, typed: false, from, hits: [], current: null })
  }
}

/** Opens the bar with the query of a search, at the hit that was opened. The focus stays where it is. */
export function showFound(sourceId: string, query: string, from: number): void {
  const { hits, sourceId: of, query: before, typed, steps } = useFinding.getState()
  const known = of === sourceId && before === query && !typed && hits.length > 0
  useFinding.setState({ open: true, query, typed: false, from })
  if (known) useFinding.setState({ current: hitFrom(hits, from), steps: steps + 1 })
  else useFinding.setState({ hits: [], current: null })
}

/** Takes what was found. One stays at the place where one was, as far as there is a hit; another text begins anew. */
export function setFound(sourceId: string, hits: Hits): void {
  const { hits: before, current, from, sourceId: of } = useFinding.getState()
  const elsewhere = of !== sourceId && current !== null
  const at = elsewhere ? null : current === null ? from : (before[current]?.[0] ?? from)
  useFinding.setState({ sourceId, hits, from: at, current: at === null ? null : hitFrom(hits, at) })
}

/** Steps through the hits, round at the ends. */
export function stepFind(by: 1 | -1): void {
  const { hits, current, steps } = useFinding.getState()
  if (hits.length === 0) return
  const next = current === null ? 0 : (current + by + hits.length) % hits.length
  useFinding.setState({ current: next, steps: steps + 1 })
}

/** Closes the bar; the hit one was at is left selected, as browsers do, so that it can be annotated at once. */
export function closeFind(): void {
  const { hits, current, left } = useFinding.getState()
  const hit = current === null ? undefined : hits[current]
  useFinding.setState({ open: false, left: { hit: hit ?? null, nonce: left.nonce + 1 } })
}

/** The first hit that ends behind `at`, or the first of all; null where there is none. */
export function hitFrom(hits: Hits, at: number): number | null {
  if (hits.length === 0) return null
  const next = hits.findIndex(([, end]) => end > at)
  return Math.max(next, 0)
}
