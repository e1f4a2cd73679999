import type { Block } from '#shared/model.ts'
import { joinLines, type Measure, partLines, type Rectangle, rectangleOf } from './geometry.ts'
import type { PageItem } from './items.ts'
import { type Letters, lettersOf } from './letters.ts'
import { type BlockLetters, pairLetters } from './pairLetters.ts'

export interface TextRange {
  start: number
  end: number
}

/** A point in a page's text: an item by its index, and an offset into the item's text (UTF-16). */
export interface PagePoint {
  item: number
  offset: number
}

/** Where a range of the canonical text stands on a page. */
export interface Found {
  rectangles: Rectangle[]
  /** How many of the range's letters and digits stand on the page for certain. */
  letters: number
}

/** One page of a PDF beside the canonical text, read both ways. Offsets are UTF-16 and half-open. */
export interface PageAlignment {
  /** The rectangles of a range's words on this page, in reading order; none where they do not stand here for certain. */
  find(range: TextRange, measure: Measure): Found
  /** The canonical range of what stands between two points; null where most of it is not in the text, as a running head. */
  rangeBetween(from: PagePoint, to: PagePoint): TextRange | null
}

/**
 * Aligns the texts of a page with the blocks that can stand on it. Spaces, hyphens, ligatures, accents, the order of columns
 * and what was left out of the text make no difference; words that stand elsewhere do, and are not found.
 */
export function alignPage(
  items: readonly PageItem[],
  text: string,
  blocks: readonly OnPage[],
): PageAlignment {
  const page = pageLetters(items)
  const parts = blocks.map(({ block }) => lettersOf(text, block.start, block.end))
  const pairs = pairLetters(
    blocks.map(({ runsOn, mayLeave }, i) => ({ runsOn, mayLeave, letters: parts[i]?.letters ?? '' })),
    page,
  )
  const from = Int32Array.from(parts.flatMap((part) => part.from))
  const to = Int32Array.from(parts.flatMap((part) => part.to))
  const back = new Int32Array(page.letters.length).fill(-1)
  pairs.forEach((at, index) => {
    if (at >= 0) back[at] = index
  })
  return {
    find(range, measure) {
      const places: number[] = []
      for (let i = firstFrom(from, range.start); i < pairs.length && (from[i] ?? 0) < range.end; i++) {
        const at = pairs[i] ?? -1
        if (at >= 0) places.push(at)
      }
      const spans = spansOf(places, page, items)
      const last = spans.at(-1)
      if (last) last.end -= signsBehind(last, text, range.end)
      const rectangles = spans.map(({ item, start, end }) => rectangleOf(item, start, end, measure))
      return { rectangles: partLines(joinLines(rectangles)), letters: places.length }
    },
    rangeBetween(one, other) {
      const [first, last] = inOrder(one, other)
      const inside: number[] = []
      let seen = 0
      for (let i = 0; i < page.letters.length; i++) {
        if (isBefore(page.points[i]?.to, first) || !isBefore(page.points[i]?.from, last)) continue
        seen++
        const at = back[i] ?? -1
        if (at >= 0) inside.push(at)
      }
      return rangeOf(inside, seen, from, to)
    },
  }
}

/** A block that can stand on a page. */
export interface OnPage extends Omit<BlockLetters, 'letters'> {
  block: Pick<Block, 'start' | 'end'>
}

interface LettersOfPage {
  letters: string
  points: { from: PagePoint; to: PagePoint }[]
  begins: Set<number>
  ends: Set<number>
}

function pageLetters(items: readonly PageItem[]): LettersOfPage {
  const page: LettersOfPage = { letters: '', points: [], begins: new Set(), ends: new Set() }
  items.forEach((item, index) => {
    const { letters, from, to }: Letters = lettersOf(item.text)
    page.begins.add(page.letters.length)
    for (let i = 0; i < letters.length; i++) {
      page.points.push({
        from: { item: index, offset: from[i] ?? 0 },
        to: { item: index, offset: to[i] ?? 0 },
      })
    }
    page.letters += letters
    page.ends.add(page.letters.length)
  })
  return page
}

interface Span {
  item: PageItem
  start: number
  end: number
}

/** The stretches of items that hold these letters of the page, with the signs between them. */
function spansOf(places: readonly number[], page: LettersOfPage, items: readonly PageItem[]): Span[] {
  const spans: (Span & { index: number; last: number })[] = []
  for (const at of places) {
    const point = page.points[at]
    const item = point && items[point.from.item]
    if (!point || !item) continue
    const span = spans.at(-1)
    if (span && span.index === point.from.item && (at === span.last + 1 || at === span.last)) {
      span.end = Math.max(span.end, point.to.offset)
      span.last = at
    } else {
      spans.push({
        item,
        index: point.from.item,
        start: point.from.offset,
        end: point.to.offset,
        last: at,
      })
    }
  }
  return spans.map(({ item, start, end }) => ({ item, start, end: withSigns(item.text, end) }))
}

/** With the signs that close what ends here, such as a full stop. */
function withSigns(text: string, end: number): number {
  return end + (/^[^\p{L}\p{N}\s]{1,3}(?=\s|$)/u.exec(text.slice(end))?.[0].length ?? 0)
}

/** How many of the signs at a span's end do not belong to a range of `text` that ends at `end`. */
function signsBehind({ item, end: last }: Span, text: string, end: number): number {
  const onPage = /[^\p{L}\p{N}\s]*$/u.exec(item.text.slice(0, last))?.[0].length ?? 0
  const inRange = /[^\p{L}\p{N}\s]*$/u.exec(text.slice(Math.max(0, end - onPage), end))?.[0].length ?? 0
  return onPage - Math.min(onPage, inRange)
}

/** The range that these letters of the text span, where they are most of what was asked for and of what they span. */
function rangeOf(inside: number[], seen: number, from: Int32Array, to: Int32Array): TextRange | null {
  if (inside.length === 0 || inside.length < seen * 0.5) return null
  const first = Math.min(...inside)
  const last = Math.max(...inside)
  if (inside.length < (last - first + 1) * 0.6) return null
  return { start: from[first] ?? 0, end: to[last] ?? 0 }
}

function inOrder(one: PagePoint, other: PagePoint): [PagePoint, PagePoint] {
  return isBefore(one, other) ? [one, other] : [other, one]
}

function isBefore(one: PagePoint | undefined, other: PagePoint): boolean {
  return (
    one !== undefined && (one.item < other.item || (one.item === other.item && one.offset < other.offset))
  )
}

/** The first index at which sorted offsets reach `offset`. */
function firstFrom(offsets: Int32Array, offset: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
