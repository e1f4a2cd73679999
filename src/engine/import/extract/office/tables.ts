/** The longest text, in UTF-16 units, that a cell of several paragraphs has in a table that is one. */
const longestCell = 1_000

/**
 * Whether a table only places text on the page, so that its paragraphs are to stay paragraphs: it has one column, or
 * cells that hold whole passages.
 */
export function isLayoutTable(rows: readonly (readonly { paragraphs: number; length: number }[])[]): boolean {
  if (rows.every((cells) => cells.length <= 1)) return true
  return rows.flat().some(({ paragraphs, length }) => paragraphs > 2 && length > longestCell)
}
