import type { Line } from './lines.ts'

/** A line must stand on so many pages to be a running head. */
const fewest = 3

/**
 * Leaves out what stands first or last on page after page: running heads, and page numbers. A page that would be empty
 * without them keeps them: then they are its text. Says how many lines.
 */
export function leaveOutPageLines(lines: readonly Line[], pages: number): { lines: Line[]; left: number } {
  const edges = new Set<Line>()
  lines.forEach((line, index) => {
    if (lines[index - 1]?.page !== line.page || lines[index + 1]?.page !== line.page) edges.add(line)
  })
  const pagesOf = new Map<string, Set<number>>()
  for (const line of edges) {
    const seen = pagesOf.get(pattern(line)) ?? new Set()
    pagesOf.set(pattern(line), seen.add(line.page))
  }
  const isFurniture = (line: Line) =>
    edges.has(line) &&
    (isPageNumber(line.text) || (pagesOf.get(pattern(line))?.size ?? 0) >= Math.max(fewest, pages / 3))
  const withText = new Set(lines.filter((line) => !isFurniture(line)).map((line) => line.page))
  const kept = lines.filter((line) => !isFurniture(line) || !withText.has(line.page))
  return { lines: kept, left: lines.length - kept.length }
}

function pattern({ text }: Line): string {
  return text.replace(/\d+/g, '0').replace(/\s+/g, ' ')
}

function isPageNumber(text: string): boolean {
  return /^(?:[-–—[(] ?)?(?:page |seite |p\. ?)?\d{1,4}(?: ?(?:of|von|\/) ?\d{1,4})?(?: ?[-–—\])])?$/i.test(
    text,
  )
}
