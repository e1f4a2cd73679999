import type { BlockLink } from '#shared/model.ts'
import type { BlockRow } from '../store/sources.ts'
import { normalise } from './canonical.ts'
import type { Extracted, ExtractedBlock, ExtractedComment } from './extract/types.ts'

/** A comment that came with a document, at its place in the canonical text. */
export interface PlacedComment {
  start: number
  end: number
  author: string | null
  text: string
}

/** A line of an extracted block's text, and the block it became: null where nothing was left of it. */
interface Piece {
  source: ExtractedBlock
  rawStart: number
  raw: string
  text: string
  ordinal: number
  start: number
}

/**
 * Makes extracted blocks canonical: normalised, without empty ones, one a line, each with its UTF-16 offset in the
 * canonical text. Links and comments go where their words went; a link that leads nowhere is dropped.
 */
export function canonicalise(extracted: Extracted): { blocks: BlockRow[]; comments: PlacedComment[] } {
  const pieces: Piece[] = []
  const piecesOf = new Map<ExtractedBlock, Piece[]>()
  const anchors = new Map<string, number>()
  let start = 0
  let ordinal = 0
  for (const block of extracted.blocks) {
    if (block.anchor !== undefined && !anchors.has(block.anchor)) anchors.set(block.anchor, ordinal)
    const own: Piece[] = []
    for (const { rawStart, raw } of linesOf(block.text)) {
      const text = canonicalLine(raw)
      own.push({ source: block, rawStart, raw, text, ordinal, start })
      if (text === '') continue
      start += text.length + 1
      ordinal++
    }
    piecesOf.set(block, own)
    for (const piece of own) if (piece.text !== '') pieces.push(piece)
  }
  const blocks = pieces.map(({ source, text, start: at, ...piece }) => ({
    kind: source.kind,
    level: source.level,
    start: at,
    text,
    page: source.page ?? null,
    links: placeLinks({ source, text, start: at, ...piece }, anchors, ordinal),
  }))
  return { blocks, comments: placeComments(extracted, piecesOf, pieces) }
}

function linesOf(text: string): { rawStart: number; raw: string }[] {
  if (!/[\n\r\u2028\u2029\f\v\u0085]/.test(text)) return [{ rawStart: 0, raw: text }]
  const lines: { rawStart: number; raw: string }[] = []
  let from = 0
  for (const { 0: mark, index } of text.matchAll(/\r\n?|[\n\u2028\u2029\f\v\u0085]/g)) {
    lines.push({ rawStart: from, raw: text.slice(from, index) })
    from = index + mark.length
  }
  lines.push({ rawStart: from, raw: text.slice(from) })
  return lines
}

/** Most lines are canonical as they come: looking is cheaper than replacing. */
function canonicalLine(raw: string): string {
  return /[^\x20-\x7e]| {2}|^ | $/.test(raw) ? normalise(raw).trim() : raw
}

function placeLinks(piece: Piece, anchors: Map<string, number>, blocks: number): BlockLink[] {
  const placed: BlockLink[] = []
  for (const { start, end, href } of piece.source.links ?? []) {
    const target = linkTarget(href, anchors, blocks)
    const from = canonicalOffset(piece, start)
    const to = canonicalOffset(piece, end)
    if (target !== null && to > from)
      placed.push({ start: piece.start + from, end: piece.start + to, href: target })
  }
  return placed
}

const longestAddress = 4_000

/** Only what is safe to open, or another block of the same text. */
function linkTarget(href: string, anchors: Map<string, number>, blocks: number): string | null {
  if (href.startsWith('#')) {
    const ordinal = anchors.get(href.slice(1))
    return ordinal === undefined || ordinal >= blocks ? null : `#${ordinal}`
  }
  return href.length <= longestAddress && /^(?:https?:\/\/|mailto:)\S+$/i.test(href) ? href : null
}

/** Where an offset into the extracted block's text stands in the canonical text of this piece of it. */
function canonicalOffset({ raw, rawStart, text }: Piece, offset: number): number {
  const inside = offset - rawStart
  if (inside <= 0) return 0
  if (inside >= raw.length) return text.length
  return Math.min(text.length, raw === text ? inside : normalise(raw.slice(0, inside)).trimStart().length)
}

function placeComments(
  extracted: Extracted,
  piecesOf: Map<ExtractedBlock, Piece[]>,
  pieces: readonly Piece[],
): PlacedComment[] {
  const placed: PlacedComment[] = []
  for (const comment of extracted.comments ?? []) {
    const start = absolute(extracted, piecesOf, comment.block, comment.start)
    const end = absolute(extracted, piecesOf, comment.endBlock ?? comment.block, comment.end)
    if (start === null || end === null) continue
    const range = withWords(pieces, start, end) ?? wholeBlock(extracted, piecesOf, pieces, comment)
    if (range !== null) placed.push({ ...range, author: comment.author, text: comment.text })
  }
  return placed
}

/** A range without the line breaks at its ends, which is where blocks without text were; null where nothing is left. */
function withWords(
  pieces: readonly Piece[],
  start: number,
  end: number,
): { start: number; end: number } | null {
  const first = pieces.find((piece) => piece.start + piece.text.length > start)
  const last = pieces.findLast((piece) => piece.start < end)
  if (first === undefined || last === undefined) return null
  const range = {
    start: Math.max(start, first.start),
    end: Math.min(end, last.start + last.text.length),
  }
  return range.end > range.start ? range : null
}

function absolute(
  { blocks }: Extracted,
  piecesOf: Map<ExtractedBlock, Piece[]>,
  index: number,
  offset: number,
): number | null {
  const block = blocks[index]
  const pieces = block === undefined ? [] : (piecesOf.get(block) ?? [])
  const piece = pieces.findLast(({ rawStart }) => rawStart <= offset) ?? pieces[0]
  return piece === undefined ? null : piece.start + canonicalOffset(piece, offset)
}

/** A comment that stands at one point is about the block around it, or where that has no text the one before it. */
function wholeBlock(
  { blocks }: Extracted,
  piecesOf: Map<ExtractedBlock, Piece[]>,
  pieces: readonly Piece[],
  { block }: ExtractedComment,
): { start: number; end: number } | null {
  const source = blocks[block]
  const own = (source && piecesOf.get(source)) ?? []
  const ordinal = own[0]?.ordinal ?? 0
  const piece =
    own.find(({ text }) => text !== '') ?? pieces.findLast((each) => each.ordinal < ordinal) ?? pieces[0]
  return piece ? { start: piece.start, end: piece.start + piece.text.length } : null
}
