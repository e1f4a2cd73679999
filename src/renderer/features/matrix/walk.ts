/** A place in the table: row -1 is the head row, column -1 the head column. */
export interface GridPlace {
  row: number
  column: number
}

/** How many there are to walk, heads aside, and how many rows a page is. */
export interface GridSize {
  rows: number
  columns: number
  page: number
}

/** Where an arrow, Home, End, PageUp or PageDown key leads from `place`, or null for any other key; `whole` with Ctrl or Cmd. */
export function movePlace(place: GridPlace, key: string, whole: boolean, size: GridSize): GridPlace | null {
  const target = { ...place }
  switch (key) {
    case 'ArrowUp':
      target.row -= 1
      break
    case 'ArrowDown':
      target.row += 1
      break
    case 'ArrowLeft':
      target.column -= 1
      break
    case 'ArrowRight':
      target.column += 1
      break
    case 'PageUp':
      target.row -= size.page
      break
    case 'PageDown':
      target.row += size.page
      break
    case 'Home':
      target.column = -1
      if (whole) target.row = -1
      break
    case 'End':
      target.column = size.columns - 1
      if (whole) target.row = size.rows - 1
      break
    default:
      return null
  }
  target.row = clamp(target.row, -1, size.rows - 1)
  target.column = clamp(target.column, -1, size.columns - 1)
  // The corner above the head column is nowhere to stand.
  if (target.row !== -1 || target.column !== -1) return target
  const wentUp = key === 'ArrowUp' || key === 'PageUp'
  return wentUp ? { row: 0, column: -1 } : { row: -1, column: 0 }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
