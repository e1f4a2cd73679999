import { type Flag, type FlagKind, type FlagState, flagKinds } from '#shared/model.ts'

export interface FlagFilter {
  state: FlagState
  /** null: every kind. */
  kind: FlagKind | null
}

/** The flags of one state and kind, source by source in the order of their titles, each in the order of the text. */
export function shownFlags(
  flags: readonly Flag[],
  { state, kind }: FlagFilter,
  titles: ReadonlyMap<string, string>,
): Flag[] {
  const titleOf = ({ sourceId }: Flag): string => titles.get(sourceId) ?? ''
  return flags
    .filter((flag) => flag.state === state && (kind === null || flag.kind === kind))
    .sort(
      (a, b) =>
        titleOf(a).localeCompare(titleOf(b), undefined, { numeric: true }) ||
        a.sourceId.localeCompare(b.sourceId) ||
        (a.start ?? -1) - (b.start ?? -1),
    )
}

/** How many flags of a state there are of each kind that occurs, in the order the kinds are declared. */
export function kindCounts(flags: readonly Flag[], state: FlagState): { kind: FlagKind; count: number }[] {
  return flagKinds
    .map((kind) => ({
      kind,
      count: flags.filter((flag) => flag.state === state && flag.kind === kind).length,
    }))
    .filter(({ count }) => count > 0)
}
