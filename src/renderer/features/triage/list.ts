import { type AnchorState, type Annotation, anchorStates, type DriftedAnnotation } from '#shared/model.ts'

/** One row: an annotation with what it was. Exact ones have nothing to judge and are there to be seen. */
export type TriageRow = DriftedAnnotation

/** The rows of one source, in the order of its text. */
export interface SourceGroup {
  sourceId: string
  title: string
  rows: TriageRow[]
}

/** How many annotations of each state there are. */
export type StateCounts = Record<AnchorState, number>

/**
 * What is waiting, and the exact annotations of the same sources.
 * @param annotations those of the sources that are looked at, or of all
 */
export function allRows(
  drifted: readonly DriftedAnnotation[],
  annotations: readonly Annotation[],
): TriageRow[] {
  const titles = new Map(drifted.map(({ annotation, sourceTitle }) => [annotation.sourceId, sourceTitle]))
  const exact = annotations.flatMap((annotation): TriageRow[] => {
    const sourceTitle = titles.get(annotation.sourceId)
    if (annotation.state !== 'exact' || sourceTitle === undefined) return []
    return [{ annotation, sourceTitle, oldQuote: annotation.quote, places: [] }]
  })
  return [...drifted, ...exact]
}

export function countStates(rows: readonly TriageRow[]): StateCounts {
  const count = (state: AnchorState) => rows.filter(({ annotation }) => annotation.state === state).length
  return Object.fromEntries(anchorStates.map((state) => [state, count(state)])) as StateCounts
}

/** What one sees first: what has to be looked at; where there is none of that, what only moved. */
export function firstStates({ lost, changed }: StateCounts): AnchorState[] {
  return lost + changed > 0 ? ['lost', 'changed'] : ['moved']
}

/** The rows of some states, source by source in the order of their titles, each in the order of the text. */
export function groupRows(rows: readonly TriageRow[], states: readonly AnchorState[]): SourceGroup[] {
  const groups = new Map<string, SourceGroup>()
  for (const row of rows) {
    const { sourceId, state } = row.annotation
    if (!states.includes(state)) continue
    const group = groups.get(sourceId) ?? { sourceId, title: row.sourceTitle, rows: [] }
    group.rows.push(row)
    groups.set(sourceId, group)
  }
  for (const group of groups.values()) {
    group.rows.sort((a, b) => a.annotation.start - b.annotation.start || a.annotation.end - b.annotation.end)
  }
  return [...groups.values()].sort(
    (a, b) =>
      a.title.localeCompare(b.title, undefined, { numeric: true }) || a.sourceId.localeCompare(b.sourceId),
  )
}

/** The groups with no more than `most` rows together. */
export function firstRows(groups: readonly SourceGroup[], most: number): SourceGroup[] {
  let left = most
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, left)
    left -= rows.length
    return rows.length === 0 ? [] : [{ ...group, rows }]
  })
}

/**
 * The row one stands at: `id` while it is there, and otherwise the one that took its place at `index`.
 * Undefined in an empty list.
 */
export function currentRow(
  rows: readonly TriageRow[],
  id: string | null,
  index: number,
): TriageRow | undefined {
  return rows.find(({ annotation }) => annotation.id === id) ?? rows[Math.min(index, rows.length - 1)]
}
