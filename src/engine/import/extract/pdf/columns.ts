import { type Line, weightedMedian } from './model.ts'

/** Segments of a page that are read from top to bottom, without columns. */
export type Region = Line[]

interface Gutter {
  left: number
  right: number
  /** How many rows stand on both sides of it. */
  rows: number
}

const deepest = 8
/** A page of more is a drawing or a table, and would take long to cut. */
const mostSegments = 3_000

/**
 * The regions of a page in reading order. A gutter is a white strip that at least three rows on either side keep clear;
 * whatever crosses it (a title, a wide picture's caption) cuts the page into bands, and of each band the left column is
 * read before the right one. Columns are cut again in the same way.
 */
export function toRegions(segments: readonly Line[], depth = 0): Region[] {
  if (segments.length < 4 || segments.length > mostSegments || depth > deepest)
    return segments.length === 0 ? [] : [[...segments]]
  const gutter = findGutter(segments)
  if (gutter === undefined) return [[...segments]]
  const regions: Region[] = []
  let across: Line[] = []
  const closeAcross = () => {
    if (across.length > 0) regions.push(...toRegions(across, depth + 1))
    across = []
  }
  const middle = (gutter.left + gutter.right) / 2
  for (const band of columnBands(segments, gutter)) {
    if (!band.columns) {
      across.push(...band.lines)
      continue
    }
    const { above, left, right } = withoutCentred(band.lines, middle)
    across.push(...above)
    closeAcross()
    regions.push(...toRegions(left, depth + 1), ...toRegions(right, depth + 1))
  }
  closeAcross()
  return regions
}

/**
 * The bands of a page under a gutter. A band of a row or two is one of columns only where wide lines set it off: between
 * narrow ones, they and it are columns of another layout.
 */
function columnBands(segments: readonly Line[], gutter: Gutter): Band[] {
  const bands = bandsOf(segments, gutter)
  const middle = (gutter.left + gutter.right) / 2
  const width = Math.max(...segments.map(({ x1 }) => x1)) - Math.min(...segments.map(({ x0 }) => x0))
  const isWide = (band: Band | undefined) =>
    band === undefined || band.lines.some((line) => line.x1 - line.x0 > width * 0.6)
  return bands.map((band, index) => {
    if (!band.columns) return band
    const columns =
      rowsOfColumns(band.lines, middle) > 0 || (isWide(bands[index - 1]) && isWide(bands[index + 1]))
    return { ...band, columns }
  })
}

/** Parts a band into its columns, and what stands above one of them without beginning where its lines do: a line below a
 * title that is centred over the page. */
function withoutCentred(
  lines: readonly Line[],
  middle: number,
): { above: Line[]; left: Line[]; right: Line[] } {
  const left = lines.filter((line) => line.x1 <= middle)
  const right = lines.filter((line) => line.x1 > middle)
  const tops = [left, right].map((side) => Math.min(...side.map(({ y }) => y)))
  const top = Math.max(...tops)
  if (!Number.isFinite(top)) return { above: [], left, right }
  const isAbove = (line: Line, side: readonly Line[]) =>
    line.y < top - line.size * 0.8 &&
    side.filter((other) => Math.abs(other.x0 - line.x0) < line.size * 0.5).length < 2
  const above = [
    ...left.filter((line) => isAbove(line, left)),
    ...right.filter((line) => isAbove(line, right)),
  ]
  return {
    above,
    left: left.filter((line) => !above.includes(line)),
    right: right.filter((line) => !above.includes(line)),
  }
}

interface Band {
  columns: boolean
  lines: Line[]
}

/** Cuts at the segments that cross the gutter. */
function bandsOf(segments: readonly Line[], gutter: Pick<Gutter, 'left' | 'right'>): Band[] {
  const bands: Band[] = []
  const middle = (gutter.left + gutter.right) / 2
  for (const line of segments) {
    const crosses = line.x0 < middle && line.x1 > middle
    const last = bands.at(-1)
    if (last !== undefined && last.columns === !crosses) last.lines.push(line)
    else bands.push({ columns: !crosses, lines: [line] })
  }
  return bands
}

function findGutter(segments: readonly Line[]): Gutter | undefined {
  const em = emOf(segments)
  let best: Gutter | undefined
  for (const { left, right } of whiteStrips(segments, em)) {
    let rows = 0
    for (const band of bandsOf(segments, { left, right })) {
      if (band.columns) rows += rowsOfColumns(band.lines, (left + right) / 2)
    }
    const better =
      best === undefined || rows > best.rows || (rows === best.rows && right - left > best.right - best.left)
    if (rows > 0 && better) best = { left, right, rows }
  }
  return best
}

function emOf(lines: readonly Line[]): number {
  return weightedMedian(lines.map((line) => ({ value: line.size, weight: 1 }))) || 10
}

/** Strips between the right edges and the left edges that occur: candidates, each at least half an em wide. */
function whiteStrips(segments: readonly Line[], em: number): { left: number; right: number }[] {
  const starts = commonEdges(
    segments.map(({ x0 }) => x0),
    em,
  )
  const strips: { left: number; right: number }[] = []
  for (const right of starts) {
    // The strip left of this edge: up to the furthest end of what ends before it, but for a few that cross.
    const before = segments.filter((line) => line.x1 <= right - em * 0.4)
    if (before.length < 3) continue
    const ends = before.map(({ x1 }) => x1).sort((a, b) => b - a)
    const left = ends[0] ?? right
    if (right - left >= em * 0.4) strips.push({ left, right })
  }
  return strips
}

/** Places where at least three segments begin. */
function commonEdges(edges: readonly number[], em: number): number[] {
  const sorted = [...edges].sort((a, b) => a - b)
  const common: number[] = []
  let group: number[] = []
  for (const edge of [...sorted, Number.POSITIVE_INFINITY]) {
    if (group.length > 0 && edge - (group[0] ?? 0) > em * 0.4) {
      if (group.length >= 3) common.push(group[0] ?? 0)
      group = []
    }
    group.push(edge)
  }
  return common
}

/** How many rows a band has on both sides of a strip, or 0 where they are not columns of text. */
function rowsOfColumns(lines: readonly Line[], middle: number): number {
  const em = emOf(lines)
  const left = rowsOf(lines.filter((line) => line.x1 <= middle))
  const right = rowsOf(lines.filter((line) => line.x1 > middle))
  const count = Math.min(left.length, right.length)
  if (count < 3) return 0
  const inner = { left: left.flatMap((row) => row.at(-1) ?? []), right: right.flatMap((row) => row[0] ?? []) }
  if (!overlap(inner.left, inner.right)) return 0
  const looks = isText(inner.left, em) && isText(inner.right, em)
  return looks || !shareBaselines(inner.left, inner.right) ? count : 0
}

function overlap(left: readonly Line[], right: readonly Line[]): boolean {
  const top = Math.max(left[0]?.y ?? 0, right[0]?.y ?? 0)
  const bottom = Math.min(left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0)
  return bottom > top
}

/** Lines of text fill their column; cells of a table differ in width. */
function isText(lines: readonly Line[], em: number): boolean {
  const widths = lines.map((line) => line.x1 - line.x0).sort((a, b) => a - b)
  const wide = widths[Math.floor(widths.length * 0.85)] ?? 0
  if (wide < em * 9) return false
  return widths.filter((width) => width >= wide * 0.7).length * 2 >= widths.length
}

/** Whether most lines of the shorter side have one on the other side at the same height, as rows of a table have. */
function shareBaselines(left: readonly Line[], right: readonly Line[]): boolean {
  const [few, many] = left.length < right.length ? [left, right] : [right, left]
  const shared = few.filter((line) => many.some((other) => Math.abs(other.y - line.y) < line.size * 0.25))
  return shared.length * 2 > few.length
}

/** Groups segments by their baselines; each row from left to right. */
export function rowsOf(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = []
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (
      row !== undefined &&
      first !== undefined &&
      Math.abs(first.y - line.y) < Math.min(first.size, line.size) * 0.3
    )
      row.push(line)
    else rows.push([line])
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0)
  return rows
}
