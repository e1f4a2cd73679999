import type { Block } from '#shared/model.ts'

/**
 * The index of the block that holds `offset`, its end included; of the one before where the offset stands between two
 * blocks; 0 before the first. Blocks are sorted and do not overlap.
 */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const block = blocks[middle]
    if (block && block.start <= offset) low = middle
    else high = middle - 1
  }
  return Math.max(low, 0)
}

export interface TextRange {
  start: number
  end: number
}

/**
 * The part of `[start, end)` that one means when selecting: without white space at either end, never cutting a
 * surrogate pair in two. Null where nothing is left.
 */
export function trimmedRange(text: string, start: number, end: number): TextRange | null {
  let from = Math.max(0, Math.min(start, end))
  let to = Math.min(text.length, Math.max(start, end))
  if (cutsPair(text, from)) from--
  if (cutsPair(text, to)) to++
  while (from < to && isSpace(text, from)) from++
  while (to > from && isSpace(text, to - 1)) to--
  return from < to ? { start: from, end: to } : null
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at))
}

function cutsPair(text: string, at: number): boolean {
  return isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
