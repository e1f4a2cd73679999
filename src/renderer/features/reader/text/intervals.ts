import type { TextRange } from './range.ts'

export interface Interval extends TextRange {
  id: string
}

/** Answers which intervals cover a place or touch a range, without looking at them all. */
export interface IntervalIndex<Item extends Interval> {
  /** By start, longer first where they start together. */
  all: readonly Item[]
  /** Those that cover `offset`, the shortest first. */
  at(offset: number): Item[]
  /** Those that share at least one position with `[start, end)`, in text order. */
  within(start: number, end: number): Item[]
}

export function indexIntervals<Item extends Interval>(items: readonly Item[]): IntervalIndex<Item> {
  const all = [...items].sort((a, b) => a.start - b.start || b.end - a.end)
  // Up to each item, the furthest end: where that is before a range, so is everything up to there.
  const furthest: number[] = []
  for (const { end } of all) furthest.push(Math.max(end, furthest.at(-1) ?? 0))

  const within = (start: number, end: number): Item[] => {
    const found: Item[] = []
    for (let i = firstAbove(furthest, start); i < all.length; i++) {
      const item = all[i]
      if (!item || item.start >= end) break
      if (item.end > start) found.push(item)
    }
    return found
  }
  return {
    all,
    within,
    at: (offset) => within(offset, offset + 1).sort((a, b) => length(a) - length(b)),
  }
}

/**
 * A layer for each interval such that overlapping ones differ where layers suffice: the lowest that is free at its
 * start, at most `layers - 1`. Takes intervals in text order.
 */
export function layersOf(items: readonly Interval[], layers: number): Map<string, number> {
  const ends: number[] = new Array(layers).fill(0)
  const layerOf = new Map<string, number>()
  for (const { id, start, end } of items) {
    const free = ends.findIndex((taken) => taken <= start)
    const layer = free < 0 ? layers - 1 : free
    ends[layer] = Math.max(ends[layer] ?? 0, end)
    layerOf.set(id, layer)
  }
  return layerOf
}

/** The index of the first number above `limit` in a list that never falls. */
function firstAbove(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) > limit) high = middle
    else low = middle + 1
  }
  return low
}

function length({ start, end }: TextRange): number {
  return end - start
}
