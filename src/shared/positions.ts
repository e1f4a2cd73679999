/**
 * Conversion between the notebook's UTF-16 offsets and the Unicode code points that W3C Web Annotation and
 * REFI-QDA count. Only used at the border to those formats.
 */

/** How many code points stand before UTF-16 offset `offset` of `text`. An offset inside a pair counts the pair. */
export function codePointsBefore(text: string, offset: number): number {
  let count = 0
  for (let i = 0; i < offset && i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const opensPair = unit >= 0xd800 && unit < 0xdc00 && i + 1 < text.length
    if (opensPair && isLowSurrogate(text.charCodeAt(i + 1))) i++
    count++
  }
  return count
}

/**
 * `codePointsBefore` for many offsets of one text: the text is read once, and each answer takes a binary search over its
 * surrogate pairs.
 */
export function codePointCounter(text: string): (offset: number) => number {
  const pairEnds: number[] = []
  for (const pair of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairEnds.push(pair.index + 2)
  return (offset) => {
    let low = 0
    let high = pairEnds.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairEnds[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return Math.min(offset, text.length) - low
  }
}

/** The UTF-16 offset of the code point numbered `count` from 0; the text's length when there are fewer. */
export function offsetOfCodePoint(text: string, count: number): number {
  let offset = 0
  for (let passed = 0; passed < count && offset < text.length; passed++) {
    const point = text.codePointAt(offset) ?? 0
    offset += point > 0xffff ? 2 : 1
  }
  return offset
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
