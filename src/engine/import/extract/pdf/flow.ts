import { bulletOf, numberOf } from './markers.ts'
import { type Draft, type Line, linesOf } from './model.ts'
import { lineText } from './text.ts'

/** What may stand between the two halves of a paragraph that goes on in the next column. */
const between = new Set(['caption', 'footnote', 'table-row'])

/** Puts paragraphs together that a column's or page's end has cut. The whole stands where its first half stood. */
export function joinAcrossColumns(drafts: readonly Draft[]): Draft[] {
  const indents = usesIndents(drafts)
  const joined: Draft[] = []
  for (const draft of drafts) {
    const open = openParagraph(joined, draft)
    if (open !== undefined && goesOn(open, draft, indents)) {
      const lines = open.cells[0]
      if (lines !== undefined) lines.push(...linesOf(draft))
    } else joined.push({ ...draft, cells: draft.cells.map((cell) => [...cell]) })
  }
  return joined
}

/** The last paragraph of the column before, when this one may be its end. */
function openParagraph(joined: readonly Draft[], draft: Draft): Draft | undefined {
  if (draft.kind !== 'paragraph') return undefined
  const last = joined.findLast(({ kind }) => !between.has(kind))
  if (last === undefined || (last.kind !== 'paragraph' && last.kind !== 'list-item')) return undefined
  const lastLine = last.cells.at(-1)?.at(-1)
  const first = linesOf(draft)[0]
  if (lastLine === undefined || first === undefined) return undefined
  const isNextColumn =
    first.page > lastLine.page || (first.page === lastLine.page && last.frame !== draft.frame)
  return isNextColumn && first.page - lastLine.page <= 1 ? last : undefined
}

function goesOn(open: Draft, draft: Draft, indents: boolean): boolean {
  const last = open.cells.at(-1)?.at(-1)
  const first = linesOf(draft)[0]
  if (last === undefined || first === undefined) return false
  if (Math.abs(last.size - first.size) > last.size * 0.06 || last.bold !== first.bold) return false
  const before = lineText(last).trim()
  const after = lineText(first).trim()
  if (bulletOf(after) !== '' || (numberOf(after) !== '' && /^\D*\d/.test(after))) return false
  if (/[\p{L}][-‐\u00ad]$/u.test(before)) return true
  const ended = /[.!?…。！？:]["”’»)\]]*(?:\[\d+\])?$/u.test(before)
  if (/^["“‘(]?\p{Ll}/u.test(after)) return !ended || isFull(last, open)
  const isIndented = startOf(first, draft) - draft.frame.base > first.size * 0.5
  if (isIndented || !isFull(last, open)) return false
  if (!ended) return linesOf(draft).length > 1 || /[.!?]["”’)]*$/u.test(after)
  return indents && linesOf(draft).length > 1
}

function isFull(line: Line, draft: Draft): boolean {
  const sideways = draft.frame.left < 0
  const end = sideways ? -line.x0 : line.x1
  return draft.frame.right - end < line.size * 2
}

function startOf(line: Line, draft: Draft): number {
  return draft.frame.left < 0 && line.runs.some((run) => run.rightToLeft) ? -line.x1 : line.x0
}

/** Whether this document marks paragraphs by an indented first line. */
function usesIndents(drafts: readonly Draft[]): boolean {
  let indented = 0
  let all = 0
  for (const draft of drafts) {
    const [first, second] = linesOf(draft)
    if (draft.kind !== 'paragraph' || first === undefined || second === undefined) continue
    all += 1
    if (first.x0 - second.x0 > first.size * 0.5) indented += 1
  }
  return all >= 4 && indented * 2 > all
}
