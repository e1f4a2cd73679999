import { characterEnd, characterStart, type Edge } from '../text/graphemes.ts'
import type { TextRange } from '../text/range.ts'
import type { TextMap } from '../text/TextMap.ts'

/** Where an edge of a passage stands, in px of the viewport. */
export interface EdgePlace {
  left: number
  top: number
  height: number
}

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u

/**
 * Beside its first or its last character, on the side that the script's direction says. Null where the passage is not laid
 * out, far out of view.
 */
export function edgePlace(map: TextMap, { start, end }: TextRange, edge: Edge): EdgePlace | null {
  const { text } = map
  const character =
    edge === 'start'
      ? { start, end: characterEnd(text, start + 1) }
      : { start: characterStart(text, end - 1), end }
  const rects = [...(map.liveRange(character)?.getClientRects() ?? [])].filter(({ height }) => height > 0)
  const rect = edge === 'start' ? rects[0] : rects.at(-1)
  if (!rect) return null
  const fromRight = isRightToLeft(map, character)
  const left = (edge === 'start') === fromRight ? rect.right : rect.left
  return { left, top: rect.top, height: rect.height }
}

/** A letter says its own direction; a sign, or a digit, has that of its block. */
function isRightToLeft(map: TextMap, character: TextRange): boolean {
  const letters = map.words(character)
  if (rightToLeft.test(letters)) return true
  if (/\p{L}/u.test(letters)) return false
  const block = map.elementAt(character.start)
  return block !== null && getComputedStyle(block).direction === 'rtl'
}
