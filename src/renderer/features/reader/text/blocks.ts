import type { Block } from '#shared/model.ts'
import { characterEnd, characterStart } from './graphemes.ts'
import type { TextRange } from './range.ts'

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

/**
 * The part of `[start, end)` that one means when selecting: without white space at either end, and with the whole of each
 * character that it touches. Null where nothing is left.
 */
export function trimmedRange(text: string, start: number, end: number): TextRange | null {
  let from = characterStart(text, Math.min(start, end))
  let to = characterEnd(text, Math.max(start, end))
  while (from < to && isSpace(text, from) && characterEnd(text, from + 1) === from + 1) from++
  while (to > from && isSpace(text, to - 1)) to--
  return from < to ? { start: from, end: to } : null
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at))
}
