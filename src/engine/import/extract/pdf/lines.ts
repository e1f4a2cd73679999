import { type Line, type Run, weightedMedian } from './model.ts'

/** Gaps wider than this many ems part two segments of a line; rows of one column are put together again later. */
const widestGap = 0.8
/** How far apart, in ems, baselines of one line may be. */
const sameBaseline = 0.28

/** A line of these runs, which stand side by side on one baseline in reading order. */
export function lineOf(runs: Run[], page: number): Line {
  const proportional = runs.filter((run) => !run.font.monospaced)
  const weights = (proportional.length > 0 ? proportional : runs).map((run) => ({
    value: run.size,
    weight: run.text.length,
  }))
  const body = runs.filter((run) => run.shift === 'none')
  const withLetters = runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text))
  const lettered = withLetters.length > 0 ? withLetters : runs
  return {
    runs,
    x0: Math.min(...runs.map((run) => run.x0)),
    x1: Math.max(...runs.map((run) => run.x1)),
    y: (body[0] ?? runs[0])?.y ?? 0,
    size: weightedMedian(weights),
    bold: lettered.length > 0 && lettered.every((run) => run.font.bold),
    monospaced: lettered.length > 0 && lettered.every((run) => run.font.monospaced),
    page,
  }
}

/** One line of segments of the same column and baseline. */
export function joinLines(segments: readonly Line[]): Line {
  const page = segments[0]?.page ?? 0
  return lineOf(inReadingOrder(segments.flatMap(({ runs }) => runs)), page)
}

/** Takes out texts that are printed twice in almost the same place, as a makeshift for bold type or a shadow. */
export function withoutOverprints(runs: readonly Run[]): { runs: Run[]; dropped: number } {
  const seen = new Map<string, Run[]>()
  const kept: Run[] = []
  for (const run of runs) {
    const twins = seen.get(run.text) ?? []
    const near = run.size * 0.15
    const printed = twins.some(
      (twin) =>
        Math.abs(twin.x0 - run.x0) < near &&
        Math.abs(twin.y - run.y) < near &&
        Math.abs(twin.size - run.size) < near,
    )
    if (printed) continue
    kept.push(run)
    twins.push(run)
    seen.set(run.text, twins)
  }
  return { runs: kept, dropped: runs.length - kept.length }
}

/**
 * Puts runs together that stand side by side on one baseline without a wide gap. Small type that is raised or lowered
 * beside bigger type goes with it.
 */
export function toSegments(runs: readonly Run[], page: number): Line[] {
  const open: Run[][] = []
  const byHeight = new Map<number, Run[][]>()
  for (const run of [...runs].sort((a, b) => a.x0 - b.x0 || a.y - b.y)) {
    const beside = nearest(run, byHeight)
    if (beside !== undefined) {
      beside.push(run)
      continue
    }
    const segment = [run]
    open.push(segment)
    const row = Math.floor(run.y / rowHeight)
    byHeight.set(row, [...(byHeight.get(row) ?? []), segment])
  }
  const lines = open.map((segment) => lineOf(inReadingOrder(segment), page))
  return attachShifted(lines).sort((a, b) => a.y - b.y || a.x0 - b.x0)
}

const rowHeight = 8

function nearest(run: Run, byHeight: ReadonlyMap<number, Run[][]>): Run[] | undefined {
  const reach = Math.max(1, Math.ceil((run.size * sameBaseline) / rowHeight))
  const row = Math.floor(run.y / rowHeight)
  let best: Run[] | undefined
  let bestGap = Number.POSITIVE_INFINITY
  for (let at = row - reach; at <= row + reach; at += 1) {
    for (const segment of byHeight.get(at) ?? []) {
      const last = segment.at(-1)
      const first = segment[0]
      if (last === undefined || first === undefined) continue
      const em = Math.min(last.size, run.size)
      const gap = run.x0 - Math.max(last.x1, last.x0)
      if (Math.abs(first.y - run.y) > em * sameBaseline || gap > em * widestGap || gap < -em * 4) continue
      if (Math.abs(gap) < bestGap) {
        best = segment
        bestGap = Math.abs(gap)
      }
    }
  }
  return best
}

/** Puts superscripts and subscripts into the lines they stand at. */
function attachShifted(lines: readonly Line[]): Line[] {
  const small = new Map<Line, Line>()
  const sorted = [...lines].sort((a, b) => a.y - b.y)
  for (const line of sorted) {
    const text = line.runs.map((run) => run.text).join('')
    if (text.length > 12) continue
    const host = findHost(line, sorted)
    if (host !== undefined) small.set(line, host)
  }
  const guests = new Map<Line, Run[]>()
  for (const [line, host] of small) {
    if (small.has(host)) continue
    const shift = line.y < host.y ? 'super' : 'sub'
    const runs = line.runs.map((run): Run => ({ ...run, shift }))
    guests.set(host, [...(guests.get(host) ?? []), ...runs])
  }
  // What stands right of a superscript may have been parted from its line by it.
  const whole = sorted.filter((line) => !small.has(line) || small.has(small.get(line) ?? line))
  return mergeTouching(
    whole.map((line) => {
      const added = guests.get(line)
      return added === undefined ? line : lineOf(inReadingOrder([...line.runs, ...added]), line.page)
    }),
  )
}

/** The line that small type stands at; `sorted` is by height, and only what is near is looked at. */
function findHost(line: Line, sorted: readonly Line[]): Line | undefined {
  let best: Line | undefined
  let bestGap = Number.POSITIVE_INFINITY
  for (let at = firstBelow(sorted, line.y - tallest); at < sorted.length; at += 1) {
    const host = sorted[at]
    if (host === undefined || host.y > line.y + tallest) break
    const lift = host.y - line.y
    if (host === line || line.size > host.size * 0.85 || lift > host.size * 0.65 || lift < -host.size * 0.35)
      continue
    if (Math.abs(lift) < host.size * 0.08) continue
    const gap = Math.max(line.x0 - host.x1, host.x0 - line.x1)
    if (gap > host.size * 0.35 || gap >= bestGap) continue
    best = host
    bestGap = gap
  }
  return best
}

/** Further apart than this, in points, no two baselines are those of one line. */
const tallest = 60

function firstBelow(sorted: readonly Line[], y: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.y ?? 0) < y) low = middle + 1
    else high = middle
  }
  return low
}

/** Joins segments of one baseline that touch once superscripts are in their place. */
function mergeTouching(lines: Line[]): Line[] {
  const merged: Line[] = []
  for (const line of lines.sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const beside = besideOf(line, merged)
    if (beside === -1) merged.push(line)
    else merged[beside] = joinLines([merged[beside] ?? line, line])
  }
  return merged
}

function besideOf(line: Line, merged: readonly Line[]): number {
  for (let at = merged.length - 1; at >= 0; at -= 1) {
    const other = merged[at]
    if (other === undefined || line.y - other.y > tallest) return -1
    const em = Math.min(other.size, line.size)
    const gap = Math.max(line.x0 - other.x1, other.x0 - line.x1)
    if (Math.abs(other.y - line.y) < em * sameBaseline && gap < em * 0.5 && gap > -em * 0.5) return at
  }
  return -1
}

/** From left to right, or from right to left where most letters are of such a script; numbers in there stay in order. */
export function inReadingOrder(runs: readonly Run[]): Run[] {
  const sorted = [...runs].sort((a, b) => a.x0 - b.x0)
  const rightToLeft = sorted.reduce((sum, run) => sum + (run.rightToLeft ? run.text.length : 0), 0)
  const letters = sorted.reduce((sum, { text }) => sum + text.length, 0)
  if (rightToLeft * 2 < letters) return sorted
  const ordered: Run[] = []
  let leftToRight: Run[] = []
  for (const run of sorted.reverse()) {
    if (run.rightToLeft) {
      ordered.push(...leftToRight, run)
      leftToRight = []
    } else leftToRight.unshift(run)
  }
  return [...ordered, ...leftToRight]
}
