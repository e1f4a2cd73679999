import type { Block, BlockLink } from '#shared/model.ts'

/** What parts a table row's cells in the canonical text. */
export const cellBreak = ' | '

/** A stretch of a block's text, which may lead elsewhere. */
export interface Piece {
  text: string
  /** `http:` or `https:`, or `#12` for the block of that index. */
  href: string | null
}

/** The pieces of one cell; `break` is what parts it from the next, empty after the last. */
export interface Cell {
  pieces: Piece[]
  break: string
}

/**
 * The part `[start, end)` of a text as pieces in order; together they are its text, character for character. Links must
 * be in order; one that overlaps the one before it, or leads where nothing may be opened, is left out.
 */
export function piecesOf(text: string, start: number, end: number, links: readonly BlockLink[]): Piece[] {
  const pieces: Piece[] = []
  let at = start
  const take = (to: number, href: string | null): void => {
    if (to > at) pieces.push({ text: text.slice(at, to), href })
    at = Math.max(at, to)
  }
  for (const link of links) {
    const from = Math.max(link.start, start)
    const to = Math.min(link.end, end)
    if (from < at || from >= to || !/^(?:https?:\/\/|#\d+$)/i.test(link.href)) continue
    take(from, null)
    take(to, link.href)
  }
  take(end, null)
  return pieces
}

/** The cells of a table row; other blocks are one cell. */
export function cellsOf(text: string, { kind, start, end, links }: Block): Cell[] {
  const cells: Cell[] = []
  let at = start
  while (kind === 'table-row') {
    const next = text.indexOf(cellBreak, at)
    if (next < 0 || next + cellBreak.length > end) break
    cells.push({ pieces: piecesOf(text, at, next, links), break: cellBreak })
    at = next + cellBreak.length
  }
  return [...cells, { pieces: piecesOf(text, at, end, links), break: '' }]
}
