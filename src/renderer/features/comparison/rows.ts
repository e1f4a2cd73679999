import type { ComparedBlock, TextComparison } from '#shared/model.ts'

type Pair = TextComparison['rows'][number]

/** A row of the comparison as it is shown: two blocks side by side, or a run of equal ones folded into a line. */
export type ShownRow =
  | { kind: 'pair'; left: ComparedBlock | null; right: ComparedBlock | null; same: boolean; key: string }
  | { kind: 'same'; count: number; key: string }

/** Whether both sides have the block, word for word. */
export function isSame({ left, right }: Pair): boolean {
  if (left === null || right === null) return false
  return ![...left.pieces, ...right.pieces].some(({ changed }) => changed)
}

/** All rows, or with `onlyDifferences` the differing ones, with runs of equal rows between them as one line each. */
export function shownRows(rows: readonly Pair[], onlyDifferences: boolean): ShownRow[] {
  const shown: ShownRow[] = []
  for (const { left, right } of rows) {
    const same = isSame({ left, right })
    const key = `${left?.start ?? '-'}:${right?.start ?? '-'}`
    const last = shown.at(-1)
    if (!same || !onlyDifferences) shown.push({ kind: 'pair', left, right, same, key })
    else if (last?.kind === 'same') last.count++
    else shown.push({ kind: 'same', count: 1, key })
  }
  return shown
}

/** Where a run of differing rows begins, as indexes into the rows shown: the places that next and previous go to. */
export function differences(rows: readonly ShownRow[]): number[] {
  const differs = (row: ShownRow | undefined): boolean => row?.kind === 'pair' && !row.same
  return rows.flatMap((row, index) => (differs(row) && !differs(rows[index - 1]) ? [index] : []))
}

/** The place after (1) or before (-1) `at` in a sorted list; at either end the outermost. Null where there is none. */
export function placeBeside(places: readonly number[], at: number, by: 1 | -1): number | null {
  if (by > 0) return places.find((place) => place > at) ?? places.at(-1) ?? null
  return places.findLast((place) => place < at) ?? places[0] ?? null
}
