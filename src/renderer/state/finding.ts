import { create } from 'zustand'

/** What the bar that finds in the text and the text itself agree on. */
interface Finding {
  open: boolean
  query: string
  /** Grows each time the bar is to take the focus with its words selected. */
  asked: number
  /** The text in which hits were found; they are of no other. */
  sourceId: string | null
  /** Ranges of the canonical text, UTF-16, half-open, in order. */
  hits: readonly (readonly [start: number, end: number])[]
  /** The hit one is at; null before the text said where one reads. */
  current: number | null
  /** Where the first hit is looked for; null for where one reads. */
  from: number | null
  /** Grows with every step, so that stepping to the hit one is at scrolls to it again. */
  steps: number
  /** Where to leave the caret; grows `nonce` each time the bar is closed over a hit. */
  left: { at: number; nonce: number } | null
}

export const useFinding = create<Finding>(() => ({
  open: false,
  query: '',
  asked: 0,
  sourceId: null,
  hits: [],
  current: null,
  from: null,
  steps: 0,
  left: null,
}))

/** Opens the bar for the person to write in, with `query` in it if there is one. */
export function askFind(query: string | null, from: number | null): void {
  const { asked, query: before } = useFinding.getState()
  const next = query ?? before
  useFinding.setState({
    open: true,
    asked: asked + 1,
    query: next,
    from,
    ...(next !== before && { hits: [], current: null }),
  })
}

/** Opens the bar with the query of a search, at the hit that was opened; the focus stays in the text. */
export function showFound(query: string, from: number): void {
  useFinding.setState({ open: true, query, from, hits: [], current: null })
}

/** Takes what was found. One stays at the place where one was, as far as there is a hit. */
export function setFound(sourceId: string, hits: Finding['hits']): void {
  const { hits: before, current, from, sourceId: of } = useFinding.getState()
  const at = of === sourceId && current !== null ? (before[current]?.[0] ?? from) : from
  useFinding.setState({ sourceId, hits, from: at, current: at === null ? null : hitFrom(hits, at) })
}

/** Steps through the hits, round at the ends. */
export function stepFind(by: 1 | -1): void {
  const { hits, current, steps } = useFinding.getState()
  if (hits.length === 0) return
  const next = current === null ? 0 : (current + by + hits.length) % hits.length
  useFinding.setState({ current: next, steps: steps + 1 })
}

/** Closes the bar; the caret is left at the hit one was at. */
export function closeFind(): void {
  const { hits, current, left } = useFinding.getState()
  const hit = current === null ? undefined : hits[current]
  useFinding.setState({
    open: false,
    left: hit === undefined ? null : { at: hit[0], nonce: (left?.nonce ?? 0) + 1 },
  })
}

/** The first hit that ends behind `at`, or the first of all; null where there is none. */
export function hitFrom(hits: Finding['hits'], at: number): number | null {
  if (hits.length === 0) return null
  const next = hits.findIndex(([, end]) => end > at)
  return Math.max(next, 0)
}
