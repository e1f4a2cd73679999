import type { ImportLine } from '#shared/model.ts'

export const sorts = ['failed', 'flagged', 'imported', 'updated', 'skipped'] as const
/** How a report sorts its lines: what needs attention first. A line with flags was imported or updated, too. */
export type Sort = (typeof sorts)[number]

/** Where one line belongs. */
export function sortOf({ outcome, flags }: ImportLine): Sort {
  if (outcome === 'failed' || outcome === 'skipped') return outcome
  return (flags?.length ?? 0) > 0 ? 'flagged' : outcome
}

/** How many lines there are of each sort. */
export function countSorts(lines: readonly ImportLine[]): Record<Sort, number> {
  const counts: Record<Sort, number> = { failed: 0, flagged: 0, imported: 0, updated: 0, skipped: 0 }
  for (const line of lines) counts[sortOf(line)]++
  return counts
}

/** One row of the report: a line, or several files that ended alike and for the same reason. */
export interface Row {
  /** Tells it from every other row of the report, also where a path stands in it twice. */
  key: string
  sort: Sort
  /** The reason that all of them share; empty for a line that stands by itself. */
  cause: string
  lines: ImportLine[]
}

/** From so many on, files that share a cause are folded into one row. */
const foldedFrom = 6

/**
 * The rows of a report, what needs attention first and otherwise as the lines came. Failed and skipped files that share
 * a cause are one row: forty pictures in a folder are one piece of news. `only` narrows it to one sort.
 */
export function rowsOf(lines: readonly ImportLine[], only: Sort | null): Row[] {
  const bySort = new Map<Sort, ImportLine[]>(sorts.map((sort) => [sort, []]))
  for (const line of lines) bySort.get(sortOf(line))?.push(line)
  return sorts
    .filter((sort) => only === null || sort === only)
    .flatMap((sort) => folded(sort, bySort.get(sort) ?? []))
    .map((row, index) => ({ ...row, key: `${index} ${row.cause}` }))
}

function folded(sort: Sort, lines: readonly ImportLine[]): Omit<Row, 'key'>[] {
  const single = (line: ImportLine): Omit<Row, 'key'> => ({ sort, cause: '', lines: [line] })
  if (sort !== 'failed' && sort !== 'skipped') return lines.map(single)
  const byCause = new Map<string, ImportLine[]>()
  for (const line of lines) {
    const cause = line.reason ?? ''
    const same = byCause.get(cause)
    if (same) same.push(line)
    else byCause.set(cause, [line])
  }
  return [...byCause].flatMap(([cause, same]) =>
    cause !== '' && same.length >= foldedFrom ? [{ sort, cause, lines: same }] : same.map(single),
  )
}
