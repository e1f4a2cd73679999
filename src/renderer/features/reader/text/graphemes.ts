import type { TextRange } from './range.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** So far around a place its neighbourhood is looked at, in UTF-16 units: no character and hardly any word is longer. */
const reach = 240

/**
 * The last boundary between characters, as readers know them, at or before `at`: never inside an emoji of several parts, between a
 * letter and the marks on it, or inside a surrogate pair.
 */
export function characterStart(text: string, at: number): number {
  return characterAt(text, at)?.start ?? clamped(text, at)
}

/** The first such boundary at or after `at`. */
export function characterEnd(text: string, at: number): number {
  const around = characterAt(text, at)
  return around === null || around.start === at ? clamped(text, at) : around.end
}

/** The character of which the unit at `at` is a part; null at the text's ends. */
function characterAt(text: string, at: number): TextRange | null {
  if (at <= 0 || at >= text.length) return null
  const from = surelyBetween(text, at)
  const segment = graphemes.segment(text.slice(from, at + reach)).containing(at - from)
  if (!segment) return null
  const start = from + segment.index
  return { start, end: start + segment.segment.length }
}

/** A place before `at`, near by, where a character surely begins: before a letter or space of ASCII. */
function surelyBetween(text: string, at: number): number {
  const first = Math.max(0, at - reach)
  for (let place = at - 1; place > first; place--) if (/[ -~\n]/.test(text.charAt(place))) return place
  return first
}

function clamped(text: string, at: number): number {
  return Math.max(0, Math.min(text.length, at))
}

export type Edge = 'start' | 'end'

/**
 * A range with one of its edges moved by a word, outwards or inwards: its start to where words begin, its end to where they end. Words
 * are those of the text's own script, also where no spaces part them. Null where there is no further word, or none would be left.
 */
export function withEdgeMoved(text: string, range: TextRange, edge: Edge, by: 1 | -1): TextRange | null {
  const edges = wordEdges(text, range[edge], edge)
  const next = by > 0 ? edges.find((at) => at > range[edge]) : edges.findLast((at) => at < range[edge])
  if (next === undefined) return null
  const moved = { ...range, [edge]: next }
  return moved.start < moved.end ? moved : null
}

/** The word at a place, in the sense of the text's own script; null between words. */
export function wordAt(text: string, at: number): TextRange | null {
  const start = wordEdges(text, at, 'start').findLast((edge) => edge <= at)
  const end = start === undefined ? undefined : wordEdges(text, start, 'end').find((edge) => edge > start)
  return start === undefined || end === undefined || end <= at ? null : { start, end }
}

/** Where words start, or end, around a place, in order. */
function wordEdges(text: string, at: number, edge: Edge): number[] {
  const cut = Math.max(0, at - reach)
  // A window that began inside a word would take its rest for a word of its own.
  const space = cut === 0 ? -1 : text.slice(cut, at).search(/\s/)
  const from = space < 0 ? cut : cut + space
  const to = Math.min(text.length, at + reach)
  const edges: number[] = []
  for (const { segment, index, isWordLike } of words.segment(text.slice(from, to))) {
    const end = from + index + segment.length
    if (isWordLike && (end < to || to === text.length)) edges.push(edge === 'start' ? from + index : end)
  }
  return edges
}
