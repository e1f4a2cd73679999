import { wordDiff } from '#renderer/objects/wordDiff.ts'
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
  for (const { text, how } of wordDiff(before, after)) {
    if (how === 'same') {
      open = null
      at += text.length
      continue
    }
    if (!open) {
      open = { start: at, end: at, text: '' }
      edits.push(open)
    }
    if (how === 'new') open.text += text
    else {
      at += text.length
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
