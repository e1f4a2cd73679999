import type { Line } from './lines.ts'

/** A line must stand on so many pages to be a running head. */
const fewest = 3

/** Leaves out what stands first or last on page after page: running heads, and page numbers. Says how many lines. */
export function leaveOutPageLines(lines: readonly Line[], pages: number): { lines: Line[]; left: number } {
  const edges = new Set<Line>()
  lines.forEach((line, index) => {
    if (lines[index - 1]?.page !== line.page || lines[index + 1]?.page !== line.page) edges.add(line)
  })
  const seen = new Map<string, number>()
  for (const line of edges) seen.set(pattern(line), (seen.get(pattern(line)) ?? 0) + 1)
  const kept = lines.filter((line) => {
    if (!edges.has(line)) return true
    return !isPageNumber(line.text) && (seen.get(pattern(line)) ?? 0) < Math.max(fewest, pages / 3)
  })
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
