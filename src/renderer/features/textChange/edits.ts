import { diffArrays } from 'diff'
import type { Block } from '#shared/model.ts'

/** One change of a canonical text: `text` in the place of `[start, end)`, in UTF-16 units. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** The blocks that a passage touches, whole: their range of the canonical text. Null where it touches none. */
export function blocksAround(
  blocks: readonly Block[],
  passage: { start: number; end: number },
): { start: number; end: number } | null {
  const touched = blocks.filter(({ start, end }) => end > passage.start && start < passage.end)
  const first = touched[0]
  const last = touched.at(-1)
  return first && last ? { start: first.start, end: last.end } : null
}

/** A text as it was typed, a line a block, in the form that texts are kept in: no blank lines, single spaces, NFC. */
export function tidyLines(typed: string): string {
  return typed
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

/**
 * The smallest edits, word by word, that turn `before`, which stands at `offset` of a longer text, into `after`: what is
 * not edited keeps its annotations where they are. In order, without overlaps; none where nothing differs.
 */
export function editsBetween(before: string, after: string, offset: number): Edit[] {
  const edits: Edit[] = []
  let at = offset
  let open: Edit | null = null
  for (const { value, added, removed } of compareWords(before, after)) {
    if (!added && !removed) {
      open = null
      at += value.length
      continue
    }
    if (!open) {
      open = { start: at, end: at, text: '' }
      edits.push(open)
    }
    if (added) open.text += value
    else {
      at += value.length
      open.end = at
    }
  }
  return edits
}

/** The edit that takes whole blocks away, with the line end that parts them from a neighbour. */
export function removal(range: { start: number; end: number }, length: number): Edit {
  if (range.start > 0) return { start: range.start - 1, end: range.end, text: '' }
  return { start: range.start, end: Math.min(range.end + 1, length), text: '' }
}

/** Two wordings as one line of pieces: what went, what came, what stayed. */
export function wordDiff(before: string, after: string): { text: string; how: 'same' | 'gone' | 'new' }[] {
  return compareWords(before, after).map(({ value, added, removed }) => ({
    text: value,
    how: added ? 'new' : removed ? 'gone' : 'same',
  }))
}

/** A word, a number with its points and commas, white space, or any other sign. */
const words = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|\p{N}+(?:[.,]\p{N}+)*|\s+|\S/gu

function compareWords(before: string, after: string): { value: string; added: boolean; removed: boolean }[] {
  const parts = diffArrays(before.match(words) ?? [], after.match(words) ?? [])
  return parts.map(({ value, added, removed }) => ({ value: value.join(''), added, removed }))
}
