import type { ExtractedBlock, ExtractedComment } from '../types.ts'

/** A point in the text: an index into the blocks and a UTF-16 offset into that block's text. */
export interface Place {
  block: number
  offset: number
}

/** A comment as it was met: either end of its range may be missing. */
export interface CommentDraft {
  start?: Place
  end?: Place
  author: string | null
  text: string
}

type Range = Pick<ExtractedComment, 'block' | 'start' | 'endBlock' | 'end'>

/** Finds the words that comments are on, in reading order. `lost` counts those that stand beside no words at all. */
export function placeComments(
  drafts: readonly CommentDraft[],
  blocks: readonly ExtractedBlock[],
): { comments: ExtractedComment[]; lost: number } {
  const comments: ExtractedComment[] = []
  let lost = 0
  for (const { start, end, author, text } of drafts) {
    if (text.trim() === '') continue
    const range = rangeOf(start ?? end, end ?? start, blocks)
    if (range === null) lost++
    else comments.push({ ...range, author, text })
  }
  comments.sort((a, b) => a.block - b.block || a.start - b.start)
  return { comments, lost }
}

/** A range that holds words: the whole block for a comment on a mere point, without empty blocks at its ends. */
function rangeOf(
  start: Place | undefined,
  end: Place | undefined,
  blocks: readonly ExtractedBlock[],
): Range | null {
  if (start === undefined || end === undefined) return null
  const from = skipForward(start, blocks)
  const to = skipBack(end, blocks)
  if (from === null || to === null) return null
  const isRange = from.block < to.block || (from.block === to.block && from.offset < to.offset)
  if (isRange) return { block: from.block, start: from.offset, endBlock: to.block, end: to.offset }
  const { block } = textAt(to.block, blocks).trim() === '' ? from : to
  return { block, start: 0, endBlock: block, end: textAt(block, blocks).length }
}

function skipForward(place: Place, blocks: readonly ExtractedBlock[]): Place | null {
  if (textAt(place.block, blocks).slice(place.offset).trim() !== '') return place
  for (let block = place.block + 1; block < blocks.length; block++) {
    if (textAt(block, blocks).trim() !== '') return { block, offset: 0 }
  }
  return skipBack(place, blocks)
}

function skipBack(place: Place, blocks: readonly ExtractedBlock[]): Place | null {
  if (textAt(place.block, blocks).slice(0, place.offset).trim() !== '') return place
  for (let block = Math.min(place.block, blocks.length) - 1; block >= 0; block--) {
    const text = textAt(block, blocks)
    if (text.trim() !== '') return { block, offset: text.length }
  }
  return null
}

function textAt(block: number, blocks: readonly ExtractedBlock[]): string {
  return blocks[block]?.text ?? ''
}
