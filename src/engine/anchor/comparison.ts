import { type Alignment, type Run, runAtOrAfter, runAtOrBefore, runsInNew, runsInOld } from './align.ts'
import { IndexedText } from './indexed-text.ts'
import { Dictionary } from './tokens.ts'

/** Two versions of a text and what is certain about them. */
export interface Comparison {
  old: IndexedText
  next: IndexedText
  alignment: Alignment
}

export function compare(oldText: string, newText: string, alignment: Alignment): Comparison {
  const dictionary = new Dictionary()
  return {
    old: new IndexedText(oldText, dictionary),
    next: new IndexedText(newText, dictionary),
    alignment,
  }
}

export interface Span {
  start: number
  end: number
}

/** Where a passage has to be if it is still in its place: between what is certain before it and what is behind it. */
export interface Region {
  /** In the old text, around the passage. */
  old: Span
  /** In the new text: one, or two where what stood before and behind the passage no longer stand beside each other. */
  next: Span[]
  /** The runs inside the passage, where they still stand inside the region. */
  inner: Run[]
}

export function regionOf({ alignment }: Comparison, { start, end }: Span): Region {
  const { runs, byNew, rank } = alignment
  const first = runAtOrBefore(alignment, start)
  const last = runAtOrAfter(alignment, end)
  const before = runs[first]
  const behind = runs[last]
  if (before === undefined || behind === undefined) throw new RangeError(`no passage [${start}, ${end})`)
  const oldStart = Math.min(start, before.old + before.length)
  const oldEnd = Math.max(end, behind.old)
  const newStart = before.next + oldStart - before.old
  const newEnd = behind.next + oldEnd - behind.old
  const rankOf = (run: Run) => rank.get(run) ?? 0
  const inner = runs
    .slice(first + 1, Math.max(first + 1, last))
    .filter((run) => rankOf(run) > rankOf(before) && rankOf(run) < rankOf(behind))
  const isWhole = newStart <= newEnd && rankOf(behind) - rankOf(before) === inner.length + 1
  const next = isWhole
    ? [{ start: newStart, end: newEnd }]
    : [
        { start: newStart, end: byNew[rankOf(before) + 1]?.next ?? newStart },
        { start: endInNew(byNew[rankOf(behind) - 1]) ?? newEnd, end: newEnd },
      ]
  return { old: { start: oldStart, end: oldEnd }, next, inner: isWhole ? inner : [] }
}

function endInNew(run: Run | undefined): number | undefined {
  return run === undefined ? undefined : run.next + run.length
}

/** Whether some of `[start, end)` of the new text certainly is something else than what stands `shift` earlier in the old one. */
export function isTaken({ alignment }: Comparison, { start, end }: Span, shift: number): boolean {
  return runsInNew(alignment, start, end).some((run) => run.next - run.old !== shift)
}

/** Whether some of `[start, end)` of the old text certainly stands elsewhere in the new one than `shift` later. */
export function standsElsewhere({ alignment }: Comparison, { start, end }: Span, shift: number): boolean {
  return runsInOld(alignment, start, end).some((run) => run.next - run.old !== shift)
}
