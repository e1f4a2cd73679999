import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { everything, type Filter } from '#renderer/objects/annotations/filter.ts'
import { keptStorage } from '#renderer/state/storage.ts'
import { type ColumnId, columnIds, type Sort } from './columns.ts'

interface TableState {
  /** The columns shown, in the order of `columnIds`. */
  columns: readonly ColumnId[]
  sort: Sort | null
  filter: Filter
}

/** How the table stands. Columns and order outlive the window; the filter belongs to what one is doing. */
export const useTable = create<TableState>()(
  persist(() => ({ columns: columnIds, sort: null, filter: everything }) as TableState, {
    name: 'crossread:annotation-table',
    version: 1,
    storage: createJSONStorage(() => keptStorage),
    partialize: ({ columns, sort }) => ({ columns, sort }) as TableState,
  }),
)

/** Sorts by a column; again, the other way; a third time, by source and place as at first. */
export function sortBy(column: ColumnId): void {
  useTable.setState(({ sort }) => {
    if (sort?.column !== column) return { sort: { column, descending: false } }
    return { sort: sort.descending ? null : { column, descending: true } }
  })
}

/** Shows or hides a column. One always stays. */
export function toggleColumn(column: ColumnId): void {
  useTable.setState(({ columns }) => {
    const next = columnIds.filter((id) => (id === column ? !columns.includes(id) : columns.includes(id)))
    return next.length === 0 ? {} : { columns: next }
  })
}
