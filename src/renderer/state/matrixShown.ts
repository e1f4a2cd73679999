import { create } from 'zustand'

/** What a column stands for. Sources of one origin stand side by side; every other grouping merges what belongs together. */
export const groupings = ['source', 'origin', 'publisher', 'tag'] as const
export type Grouping = (typeof groupings)[number]

export const claimOrders = ['number', 'statement', 'status', 'agreement', 'dispute'] as const
/** How rows are sorted; also by what one column says to the claims. */
export type ClaimOrder = (typeof claimOrders)[number] | `column:${string}`

export const sourceOrders = ['imported', 'published', 'title', 'agreement'] as const
/** How columns are sorted; also by what they say to one claim. */
export type SourceOrder = (typeof sourceOrders)[number] | `claim:${string}`

/** How the matrix stands. */
export interface MatrixShown {
  grouping: Grouping
  rows: ClaimOrder
  columns: SourceOrder
  /** Whether sources that say nothing to the claims shown have columns, too. */
  unlinked: boolean
  /** The keys of groups that are shown as their sources, side by side. */
  opened: readonly string[]
}

const asMade: MatrixShown = {
  grouping: 'source',
  rows: 'number',
  columns: 'imported',
  unlinked: false,
  opened: [],
}

export const useMatrixShown = create<MatrixShown>(() => asMade)

/** The cell that one was at. Kept while the window is open. */
export interface MatrixPlace {
  /** Null in the head row. */
  claimId: string | null
  /** The column's key; null in the head column. */
  column: string | null
  /** Where those two stood, counted from 0; -1 is a head. */
  row: number
  index: number
}

const firstCell: MatrixPlace = { claimId: null, column: null, row: 0, index: 0 }

export const useMatrixPlace = create<MatrixPlace>(() => firstCell)

/** How it stands right now, to come back to. */
export function matrixShown(): MatrixShown {
  const { grouping, rows, columns, unlinked, opened } = useMatrixShown.getState()
  return { grouping, rows, columns, unlinked, opened }
}

/** Shows a group as its sources, or as one column again. */
export function toggleGroup(key: string): void {
  useMatrixShown.setState(({ opened }) => ({
    opened: opened.includes(key) ? opened.filter((other) => other !== key) : [...opened, key],
  }))
}

/** Leaves what belongs to one notebook. */
export function forgetMatrix(): void {
  useMatrixShown.setState(asMade)
  useMatrixPlace.setState(firstCell)
}

/** What was stored, as far as it can be understood. */
export function readMatrixShown(value: unknown): MatrixShown {
  const stored: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  const { rows, columns, opened } = stored
  return {
    grouping: groupings.find((name) => name === stored.grouping) ?? asMade.grouping,
    rows: claimOrders.find((name) => name === rows) ?? (isAbout(rows, 'column') ? rows : asMade.rows),
    columns:
      sourceOrders.find((name) => name === columns) ?? (isAbout(columns, 'claim') ? columns : asMade.columns),
    unlinked: stored.unlinked === true,
    opened: Array.isArray(opened) ? opened.filter((key) => typeof key === 'string') : asMade.opened,
  }
}

function isAbout<What extends string>(value: unknown, what: What): value is `${What}:${string}` {
  return typeof value === 'string' && value.startsWith(`${what}:`)
}
