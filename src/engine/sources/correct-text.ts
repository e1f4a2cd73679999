import type { Block, BlockLink } from '#shared/model.ts'
import { normalise } from '../import/canonical.ts'
import type { BlockRow } from '../store/sources.ts'
import { sameAtEnds, type TextEdit, widenEdits } from './text-edits.ts'

/** What stayed of a text: `length` units at `old` of the one before stand at `next` of the one behind. */
export interface Kept {
  old: number
  next: number
  length: number
}

/** A stretch of one line: kept from the old text, where `old` says from where, or written anew. */
interface Fragment {
  text: string
  old: number | null
  /** Whether no edit touched it; otherwise an edit has put the same words in its place. */
  isUntouched: boolean
  /** The index of the block it belongs to: of something new, the one in which the edit begins. */
  owner: number
}

interface Line {
  fragments: Fragment[]
  raw: string
  text: string
  owner: number
  /** Whether its block begins here; otherwise it was parted from it. */
  isHead: boolean
}

/**
 * Edits a text of blocks. `edits` are in order and do not overlap. A block that was edited keeps its kind, page and links;
 * a newline parts it (what is parted from a heading is a paragraph), and without the newline between them two are one, of
 * the first one's kind. Blocks without text vanish. Everything is canonical again, as if it had been imported so.
 * `kept` says what is certain to have stayed.
 */
export function correctText(
  blocks: readonly Block[],
  text: string,
  edits: readonly TextEdit[],
): { blocks: BlockRow[]; kept: Kept[] } {
  const lines = linesOf(fragmentsOf(blocks, text, edits))
  const heads = new Map(
    lines.map((line, ordinal) => [line, ordinal] as const).filter(([line]) => line.isHead),
  )
  const ordinalOf = new Map([...heads].map(([line, ordinal]) => [line.owner, ordinal]))
  const kept: Kept[] = []
  const corrected: BlockRow[] = []
  let start = 0
  for (const line of lines) {
    const block = blocks[line.owner]
    const stayed = keptOf(line, start, () => true)
    kept.push(...keptOf(line, start, (fragment) => fragment.isUntouched))
    const isParted = block?.kind === 'heading' && !line.isHead
    corrected.push({
      kind: isParted || block === undefined ? 'paragraph' : block.kind,
      level: isParted || block === undefined ? 0 : block.level,
      start,
      text: line.text,
      page: block?.page ?? null,
      links: stayed.length === 0 ? [] : linksOf(blocks, stayed, ordinalOf),
    })
    start += line.text.length + 1
  }
  return { blocks: corrected, kept }
}

/** The text after the edits, cut at every newline; a null stands for a newline. */
function fragmentsOf(
  blocks: readonly Block[],
  text: string,
  edits: readonly TextEdit[],
): (Fragment | null)[] {
  const fragments: (Fragment | null)[] = []
  const cut = (words: string, make: (part: string, offset: number) => Fragment) => {
    let offset = 0
    for (const [index, part] of words.split('\n').entries()) {
      if (index > 0) fragments.push(null)
      fragments.push(make(part, offset))
      offset += part.length + 1
    }
  }
  const keep = (start: number, end: number, isUntouched: boolean) =>
    cut(text.slice(start, end), (part, offset) => {
      const old = start + offset
      return { text: part, old, isUntouched, owner: blockAt(blocks, old) }
    })
  let at = 0
  for (const { start, end, text: raw } of widenEdits(text, edits)) {
    keep(at, start, true)
    const words = normalise(raw)
    const { head, tail } = sameAtEnds(text.slice(start, end), words)
    keep(start, start + head, false)
    const owner = blockAt(blocks, start + head)
    cut(words.slice(head, words.length - tail), (part) => ({
      text: part,
      old: null,
      isUntouched: false,
      owner,
    }))
    keep(end - tail, end, false)
    at = end
  }
  keep(at, text.length, true)
  return fragments
}

/** The block that `offset` stands in or at the end of. */
function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The lines that have text. The first line that holds something kept of a block is where it begins, or else its first. */
function linesOf(fragments: readonly (Fragment | null)[]): Line[] {
  const lines: Line[] = []
  let current: Fragment[] = []
  const end = () => {
    const filled = current.filter((fragment) => fragment.text !== '')
    const raw = filled.map((fragment) => fragment.text).join('')
    const text = normalise(raw).trim()
    const owner = filled.find((fragment) => fragment.text.trim() !== '')?.owner ?? 0
    if (text !== '') lines.push({ fragments: filled, raw, text, owner, isHead: false })
    current = []
  }
  for (const fragment of fragments) {
    if (fragment === null) end()
    else current.push(fragment)
  }
  end()
  const head = new Map<number, Line>()
  for (const line of lines) {
    const holdsOwn = line.fragments.some(
      ({ old, owner, text }) => old !== null && owner === line.owner && text.trim(),
    )
    const before = head.get(line.owner)
    const hasOwn = before?.fragments.some(({ old, owner }) => old !== null && owner === line.owner) ?? false
    if (before === undefined || (holdsOwn && !hasOwn)) head.set(line.owner, line)
  }
  for (const line of head.values()) line.isHead = true
  return lines
}

/** What of a line's kept fragments stands in its canonical text, where `start` is its offset in the whole. */
function keptOf(
  { fragments, raw, text }: Line,
  start: number,
  isWanted: (fragment: Fragment) => boolean,
): Kept[] {
  const isCanonical = raw === text
  const canonicalOffset = (offset: number) =>
    isCanonical ? offset : Math.min(text.length, normalise(raw.slice(0, offset)).trimStart().length)
  const kept: Kept[] = []
  let offset = 0
  for (const fragment of fragments) {
    const from = canonicalOffset(offset)
    offset += fragment.text.length
    if (fragment.old === null || !isWanted(fragment)) continue
    const stands = text.slice(from, canonicalOffset(offset))
    // Spaces at its ends may have been folded into those beside it; anything else that differs counts as new.
    const at = stands === '' ? -1 : fragment.text.indexOf(stands)
    if (at >= 0) kept.push({ old: fragment.old + at, next: start + from, length: stands.length })
  }
  return kept
}

/** The links of what stayed, a piece of one on each line where it was parted; one that led to a block that is gone is left out. */
function linksOf(
  blocks: readonly Block[],
  stayed: readonly Kept[],
  ordinalOf: Map<number, number>,
): BlockLink[] {
  const links: BlockLink[] = []
  for (const index of new Set(stayed.map(({ old }) => blockAt(blocks, old)))) {
    for (const link of blocks[index]?.links ?? []) {
      const href = targetOf(link.href, ordinalOf)
      const parts = stayed
        .map(({ old, next, length }) => ({
          start: next + Math.max(0, link.start - old),
          end: next + Math.min(length, link.end - old),
        }))
        .filter(({ start, end }) => start < end)
      const first = parts[0]
      const last = parts.at(-1)
      if (href !== null && first !== undefined && last !== undefined) {
        links.push({ start: first.start, end: last.end, href })
      }
    }
  }
  return links.sort((a, b) => a.start - b.start || a.end - b.end)
}

function targetOf(href: string, ordinalOf: Map<number, number>): string | null {
  if (!href.startsWith('#')) return href
  const ordinal = ordinalOf.get(Number(href.slice(1)))
  return ordinal === undefined ? null : `#${ordinal}`
}
