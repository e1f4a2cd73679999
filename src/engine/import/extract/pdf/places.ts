import type { ExtractedComment, ExtractedLink } from '../types.ts'
import type { PageComment, PageText, Piece, Rectangle } from './model.ts'

/** A block's text and where on which page each part of it stands. */
export interface PlacedBlock {
  text: string
  pieces: Piece[]
}

interface Found {
  block: number
  start: number
  end: number
}

/** The links of all pages, by the block they stand in. */
export function placeLinks(
  pages: readonly PageText[],
  blocks: readonly PlacedBlock[],
): Map<number, ExtractedLink[]> {
  const links = new Map<number, ExtractedLink[]>()
  const byPage = blocksByPage(blocks)
  for (const page of pages) {
    for (const { href, areas } of page.links) {
      for (const { block, start, end } of find(areas, byPage.get(page.number) ?? [], page.number, blocks)) {
        const list = links.get(block) ?? []
        const last = list.at(-1)
        // A link that goes on in the next line is one for each line in the file.
        if (last !== undefined && last.href === href && start - last.end <= 1) last.end = end
        else list.push({ start, end, href })
        links.set(block, list)
      }
    }
  }
  for (const list of links.values()) list.sort((a, b) => a.start - b.start)
  return links
}

/** What readers wrote, at the words they marked; what marks no words of the text is returned apart. */
export function placeComments(
  pages: readonly PageText[],
  blocks: readonly PlacedBlock[],
): { comments: ExtractedComment[]; lost: PageComment[] } {
  const comments: ExtractedComment[] = []
  const lost: PageComment[] = []
  const byPage = blocksByPage(blocks)
  for (const page of pages) {
    const here = byPage.get(page.number) ?? []
    for (const comment of page.comments) {
      const found = find(comment.areas, here, page.number, blocks)
      const first = found[0] ?? nearest(comment.areas, here, page.number, blocks)
      const last = found.at(-1) ?? first
      if (first === undefined || last === undefined) {
        lost.push(comment)
        continue
      }
      comments.push({
        block: first.block,
        start: first.start,
        endBlock: last.block,
        end: last.end,
        author: comment.author,
        text: comment.text,
      })
    }
  }
  return { comments, lost }
}

function blocksByPage(blocks: readonly PlacedBlock[]): Map<number, number[]> {
  const byPage = new Map<number, number[]>()
  blocks.forEach(({ pieces }, index) => {
    for (const page of new Set(pieces.map((piece) => piece.page)))
      byPage.set(page, [...(byPage.get(page) ?? []), index])
  })
  return byPage
}

/** The parts of the text inside of these areas, one for each block, in the order of the text. */
function find(
  areas: readonly Rectangle[],
  candidates: readonly number[],
  page: number,
  blocks: readonly PlacedBlock[],
): Found[] {
  const found: Found[] = []
  for (const block of candidates) {
    const placed = blocks[block]
    if (placed === undefined) continue
    let start = Number.POSITIVE_INFINITY
    let end = 0
    for (const piece of placed.pieces) {
      if (piece.page !== page) continue
      for (const area of areas) {
        const part = inside(placed.text, piece, area)
        if (part === undefined) continue
        start = Math.min(start, part.start)
        end = Math.max(end, part.end)
      }
    }
    if (start < end) found.push({ block, ...toWords(placed.text, start, end) })
  }
  return found
}

/** The letters of a piece that an area covers, by the share of its width. */
function inside(
  text: string,
  { run, start, end }: Piece,
  area: Rectangle,
): { start: number; end: number } | undefined {
  const middle = run.y - run.size * 0.3
  if (middle < area.y0 || middle > area.y1) return undefined
  const x0 = Math.max(run.x0, area.x0)
  const x1 = Math.min(run.x1, area.x1)
  const width = run.x1 - run.x0
  if (x1 - x0 < Math.min(width, run.size * 0.5) * 0.5 || width <= 0) return undefined
  const from = run.rightToLeft ? (run.x1 - x1) / width : (x0 - run.x0) / width
  const to = run.rightToLeft ? (run.x1 - x0) / width : (x1 - run.x0) / width
  const letters = text.slice(start, end)
  return { start: start + letterAt(letters, from), end: start + letterAt(letters, to) }
}

/** Which letter stands at this share of a text's width, by how wide letters mostly are. */
function letterAt(text: string, share: number): number {
  const widths = Array.from({ length: text.length }, (_, index) => widthOf(text[index] ?? ''))
  const aim = widths.reduce((sum, width) => sum + width, 0) * share
  let passed = 0
  for (const [index, width] of widths.entries()) {
    if (passed + width / 2 >= aim) return index
    passed += width
  }
  return text.length
}

function widthOf(letter: string): number {
  if (/[ijltfrI.,;:'’|!()[\] ]/.test(letter)) return 0.55
  if (/[mwMW@—]/.test(letter)) return 1.6
  return /\p{Lu}/u.test(letter) ? 1.25 : 1
}

const isLetter = /[\p{L}\p{M}\p{N}]/u

/** Grows or shrinks a guessed range to whole words, whichever is nearer. */
function toWords(text: string, start: number, end: number): { start: number; end: number } {
  const from = nearestEdge(text, start, true)
  const to = nearestEdge(text, Math.max(end, from + 1), false, from + 1)
  const range = { start: from, end: Math.max(to, from + 1) }
  while (range.start < range.end && /\s/.test(text[range.start] ?? '')) range.start += 1
  while (range.end > range.start && /\s/.test(text[range.end - 1] ?? '')) range.end -= 1
  return range
}

function nearestEdge(text: string, at: number, isStart: boolean, least = 0): number {
  const isEdge = (index: number) => {
    const before = isLetter.test(text[index - 1] ?? ' ')
    const behind = isLetter.test(text[index] ?? ' ')
    return isStart ? !before : !behind && (before || index >= text.length)
  }
  for (let distance = 0; distance < 12; distance += 1) {
    if (at - distance >= least && isEdge(at - distance)) return at - distance
    if (at + distance <= text.length && isEdge(at + distance)) return at + distance
  }
  return at
}

/** The word nearest to a note that was stuck beside the text. */
function nearest(
  areas: readonly Rectangle[],
  candidates: readonly number[],
  page: number,
  blocks: readonly PlacedBlock[],
): Found | undefined {
  const area = areas[0]
  if (area === undefined) return undefined
  const y = (area.y0 + area.y1) / 2
  let best: Found | undefined
  let bestDistance = 60
  for (const block of candidates) {
    for (const piece of blocks[block]?.pieces ?? []) {
      if (piece.page !== page) continue
      const distance =
        Math.abs(piece.run.y - piece.run.size * 0.3 - y) +
        Math.max(0, piece.run.x0 - area.x1, area.x0 - piece.run.x1) / 10
      if (distance >= bestDistance) continue
      bestDistance = distance
      best = { block, start: piece.start, end: piece.end }
    }
  }
  return best
}
