import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Block, ComparedBlock, TextComparison } from '#shared/model.ts'
import type { Range } from '../store/flags.ts'
import { alignBlocks, type Pairing } from './align.ts'
import { countSimilarity } from './fingerprint.ts'
import { diffWords, type Piece } from './word-diff.ts'

/** A text as it is compared. */
export interface ComparedText {
  text: string
  blocks: readonly Block[]
  /** Passages that were taken out: ascending, joined, UTF-16, half-open. They are left out here, too. */
  excluded: readonly Range[]
}

interface Line {
  block: Block
  text: string
}

const sliceMs = 20

/**
 * Puts two texts side by side: blocks that belong together in a row, moved ones too, with the words that only one side
 * has marked. Lets others have the thread between rows.
 */
export async function compareTexts(left: ComparedText, right: ComparedText): Promise<TextComparison> {
  const [own, other] = [linesOf(left), linesOf(right)]
  const similarity = await inSlices(countSimilarity(own.map(toText), other.map(toText)))
  const pairings = await inSlices(alignBlocks(own.map(toText), other.map(toText)))
  return { similarity, rows: await inSlices(toRows(pairings, own, other)) }
}

/** Takes steps until they are done, and gives the thread away in between when it was held long enough. */
async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  let until = performance.now() + sliceMs
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() < until) continue
    await nextTurn()
    until = performance.now() + sliceMs
  }
}

function* toRows(
  pairings: readonly Pairing[],
  left: readonly Line[],
  right: readonly Line[],
): Generator<void, TextComparison['rows']> {
  const rows: TextComparison['rows'] = []
  for (const pairing of pairings) {
    rows.push(toRow(left[pairing.left], right[pairing.right]))
    yield
  }
  return rows
}

function toText({ text }: Line): string {
  return text
}

/** A text's blocks without what was taken out; one of which nothing is left is no line. */
function linesOf({ text, blocks, excluded }: ComparedText): Line[] {
  const lines: Line[] = []
  let next = 0
  for (const block of blocks) {
    while ((excluded[next]?.end ?? Infinity) <= block.start) next++
    const kept = keptText(text, block, excluded, next)
    if (kept.trim() !== '') lines.push({ block, text: kept })
  }
  return lines
}

function keptText(text: string, { start, end }: Block, excluded: readonly Range[], from: number): string {
  let kept = ''
  let at = start
  for (let next = from; next < excluded.length; next++) {
    const range = excluded[next]
    if (range === undefined || range.start >= end) break
    kept += text.slice(at, Math.max(at, range.start))
    at = Math.min(end, Math.max(at, range.end))
  }
  return kept + text.slice(at, end)
}

function toRow(left: Line | undefined, right: Line | undefined): TextComparison['rows'][number] {
  if (left === undefined || right === undefined) return { left: alone(left), right: alone(right) }
  const pieces = diffWords(left.text, right.text)
  return { left: compared(left, pieces.left), right: compared(right, pieces.right) }
}

function alone(line: Line | undefined): ComparedBlock | null {
  return line === undefined ? null : compared(line, [{ text: line.text, changed: true }])
}

function compared({ block: { start, end, kind } }: Line, pieces: Piece[]): ComparedBlock {
  return { start, end, kind, pieces }
}
