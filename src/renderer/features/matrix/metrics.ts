/** The sides of rows and columns in px. They are fixed, so that what is in sight follows from how far one has scrolled. */
export const rowHeight = 44
export const columnWidth = 132
export const headHeight = 116

/** How wide the column of claims is in a view of `width` px: a narrow one needs room for cells, too. */
export function claimWidthIn(width: number): number {
  return Math.round(Math.max(150, Math.min(300, width * 0.4)))
}
