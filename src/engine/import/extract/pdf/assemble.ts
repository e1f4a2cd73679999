import type { ExtractedBlock, ExtractedLink } from '../types.ts'
import { markOf } from './footnotes.ts'
import { bulletOf } from './markers.ts'
import type { Draft, Piece } from './model.ts'
import type { PlacedBlock } from './places.ts'
import { textOf } from './text.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Assembled {
  blocks: (ExtractedBlock & { links: ExtractedLink[] })[]
  placed: PlacedBlock[]
}

/** Makes blocks of drafts: text put together, bullets taken off, footnotes at the end and linked with their marks. */
export function assemble(drafts: readonly Draft[], vocabulary: Vocabulary): Assembled {
  const ordered = [
    ...drafts.filter(({ kind }) => kind !== 'footnote'),
    ...drafts.filter(({ kind }) => kind === 'footnote'),
  ]
  const blocks: Assembled['blocks'] = []
  const placed: PlacedBlock[] = []
  const notes: { block: number; mark: string; page: number }[] = []
  for (const draft of ordered) {
    const put = trimmed(draft, textOf(draft, vocabulary))
    if (put.text === '' || (draft.kind === 'table-row' && !/[\p{L}\p{N}]/u.test(put.text))) continue
    const note = draft.kind === 'footnote' ? markOf(draft) : undefined
    if (note !== undefined) {
      spaceAfterMark(put, note.mark)
      notes.push({ block: blocks.length, mark: note.mark, page: draft.page })
    }
    blocks.push({ kind: draft.kind, level: draft.level, text: put.text, page: draft.page, links: [] })
    placed.push(put)
  }
  for (const note of notes) linkNote(note, blocks, placed)
  return { blocks, placed }
}

function trimmed(draft: Draft, { text, pieces }: PlacedBlock): PlacedBlock {
  // The arrow back from a note of a web page.
  const put = { text: text.replace(/\s*↩︎?$/u, ''), pieces }
  const bullet = draft.kind === 'list-item' ? bulletOf(put.text).length : 0
  return bullet === 0 ? put : { text: put.text.slice(bullet), pieces: shifted(put.pieces, -bullet, 0) }
}

function shifted(pieces: readonly Piece[], by: number, from: number): Piece[] {
  return pieces
    .map((piece) => ({
      ...piece,
      start: piece.start >= from ? Math.max(0, piece.start + by) : piece.start,
      end: piece.end > from ? Math.max(0, piece.end + by) : piece.end,
    }))
    .filter(({ start, end }) => end > start)
}

/** The raised mark stood right before the note's first word. */
function spaceAfterMark(put: PlacedBlock, mark: string): void {
  const written = put.text.startsWith(`[${mark}]`)
    ? mark.length + 2
    : put.text.startsWith(mark)
      ? mark.length
      : 0
  if (written === 0 || !/[\p{L}\p{N}"“‘(]/u.test(put.text[written] ?? '')) return
  put.pieces = shifted(put.pieces, 1, written)
  put.text = `${put.text.slice(0, written)} ${put.text.slice(written)}`
}

/** Links a note with its mark in the text of the same page, there and back. */
function linkNote(
  { block, mark, page }: { block: number; mark: string; page: number },
  blocks: Assembled['blocks'],
  placed: readonly PlacedBlock[],
): void {
  const note = blocks[block]
  const at = findMark(mark, page, blocks, placed)
  if (note === undefined || at === undefined) return
  const from = blocks[at.block]
  if (from === undefined) return
  note.anchor = `note-${page}-${mark}`
  from.anchor ??= `note-ref-${page}-${mark}`
  from.links.push({ start: at.start, end: at.end, href: `#${note.anchor}` })
  const written = note.text.startsWith(`[${mark}]`) ? mark.length + 2 : mark.length
  note.links.push({ start: 0, end: written, href: `#${from.anchor}` })
}

function findMark(
  mark: string,
  page: number,
  blocks: Assembled['blocks'],
  placed: readonly PlacedBlock[],
): { block: number; start: number; end: number } | undefined {
  const isSign = !/^[\p{L}\d]+$/u.test(mark)
  for (const [block, { pieces, text }] of placed.entries()) {
    if (blocks[block]?.kind === 'footnote') continue
    for (const piece of pieces) {
      if (piece.page !== page) continue
      if (piece.run.shift === 'super' && piece.run.text === mark)
        return { block, start: piece.start, end: piece.end }
      const sign = isSign ? text.slice(piece.start, piece.end).indexOf(mark) : -1
      if (sign !== -1) return { block, start: piece.start + sign, end: piece.start + sign + mark.length }
    }
  }
  return undefined
}
