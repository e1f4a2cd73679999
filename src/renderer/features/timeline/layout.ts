import type { TimelineLane } from '#shared/model.ts'
import type { LaneMarks, Mark } from './marks.ts'

/** Where the marks of a lane stand at one scale, in pixels from `origin`; rows count from 0. */
export interface LaneLayout {
  /** By time. */
  items: LaneItem[]
  rows: number
}

export type Layouts = Record<TimelineLane, LaneLayout>
export const noLayouts: Layouts = {
  published: { items: [], rows: 0 },
  event: { items: [], rows: 0 },
  captured: { items: [], rows: 0 },
}

interface Placed {
  key: string
  /** Where it is drawn, label and all. */
  left: number
  right: number
  row: number
  /** Its first and last day. */
  from: number
  to: number
}
export interface PlacedMark extends Placed {
  kind: 'mark'
  mark: Mark
  /** What the date names, within what it leaves possible (`outerLeft` to `outerRight`). */
  coreLeft: number
  coreRight: number
  outerLeft: number
  outerRight: number
  label: 'inside' | 'beside' | 'none'
}
/** Marks too close to be told apart at this scale. */
export interface PlacedCount extends Placed {
  kind: 'count'
  marks: Mark[]
  /** All are of the same date: coming closer does not part them, unfolding does. */
  same: boolean
  unfolded: boolean
}
export type LaneItem = PlacedMark | PlacedCount

export interface LayoutOptions {
  daysPerPixel: number
  /** The day at pixel 0. */
  origin: number
  /** The day where what has no end stops being drawn. */
  end: number
  /** Sources that are never hidden in a count, and stand on top. */
  kept: ReadonlySet<string>
  /** Keys of counts that are unfolded. */
  unfolded: ReadonlySet<string>
}

export const dotWidth = 12
export const labelWidest = 200
/** A bar from this width on holds its label; a shorter one has it beside itself. */
const labelInside = 150
/** Marks closer than this may be counted together. */
const cell = 60
/** From so many rows on, labels are left out, and then marks are counted together. */
const rowsWanted = 9
/** Bars of the same date, in a crowded lane, from which on they are counted together. */
const sameBars = 4
const gap = 8
const countWidth = 40

/** Crowding of a cell: marks with labels, marks alone, one count. */
type Level = 0 | 1 | 2

/**
 * Stacks the marks of a lane in rows so that none covers another: those that are kept on top, then dots and short bars,
 * long bars below. Where short ones would need more than a few rows, labels go first, and then marks in the same
 * stretch of the line become one count; so do long bars of the very same date. What goes into a stretch depends on its
 * days alone, so that nothing changes while one moves along the line.
 */
export function layoutLane(marks: readonly Mark[], options: LayoutOptions): LaneLayout {
  const kept: PlacedMark[] = []
  const short: PlacedMark[] = []
  const bars: PlacedMark[] = []
  for (const mark of marks) {
    const item = measure(mark, options)
    if (options.kept.has(mark.sourceId)) kept.push(item)
    else (isBar(item) ? bars : short).push(item)
  }
  const keptRows = pack(kept, 0).rows
  const dots = crowded(short, keptRows, options)
  const below = longOnes(bars, keptRows + dots.rows, options)
  const rows = keptRows + dots.rows + below.rows
  const all = unfoldedRows([...kept, ...dots.items, ...below.items], rows, options)
  all.items.sort((a, b) => a.from - b.from || a.row - b.row)
  return all
}

export function layoutsOf(marks: LaneMarks, options: LayoutOptions): Layouts {
  const of = (lane: TimelineLane): LaneLayout => layoutLane(marks[lane], options)
  return { published: of('published'), event: of('event'), captured: of('captured') }
}

function crowded(
  short: PlacedMark[],
  firstRow: number,
  { unfolded }: LayoutOptions,
): { items: LaneItem[]; rows: number } {
  const levels = new Map<number, Level>()
  for (;;) {
    const items = together(short, levels, unfolded)
    const { rows, over } = pack(items, firstRow, rowsWanted)
    if (over.length === 0) return { items, rows }
    if (!raise(levels, over)) return { items, rows: pack(items, firstRow).rows }
  }
}

/** Bars stand where they stand at any scale; only those of the same date can be put together. */
function longOnes(
  bars: PlacedMark[],
  firstRow: number,
  { unfolded }: LayoutOptions,
): { items: LaneItem[]; rows: number } {
  const { rows } = pack(bars, firstRow)
  if (rows <= rowsWanted) return { items: bars, rows }
  const same = new Map<string, PlacedMark[]>()
  for (const bar of bars) gather(same, `${bar.from} ${bar.to} ${bar.outerLeft}`, bar)
  const items = [...same.values()].flatMap((group): LaneItem[] =>
    group.length < sameBars ? group : [countOf(group, unfolded)],
  )
  return { items, rows: pack(items, firstRow).rows }
}

/** Makes the stretch before and around what found no row more crowded; says whether anything could be. */
function raise(levels: Map<number, Level>, over: readonly LaneItem[]): boolean {
  const cells = new Set<number>()
  for (const { left } of over) {
    for (let at = Math.floor((left - labelWidest) / cell); at <= Math.floor((left + dotWidth) / cell); at++) {
      cells.add(at)
    }
  }
  let raised = false
  for (const at of cells) {
    const level = levels.get(at) ?? 0
    if (level === 2) continue
    levels.set(at, level === 0 ? 1 : 2)
    raised = true
  }
  return raised
}

function together(
  short: readonly PlacedMark[],
  levels: ReadonlyMap<number, Level>,
  unfolded: ReadonlySet<string>,
): LaneItem[] {
  const items: LaneItem[] = []
  const groups = new Map<number, PlacedMark[]>()
  for (const item of short) {
    const at = cellOf(item)
    const level = levels.get(at) ?? 0
    if (level === 2) gather(groups, at, item)
    else items.push(level === 0 ? item : withoutLabel(item))
  }
  for (const group of groups.values()) {
    if (group.length > 1) items.push(countOf(group, unfolded))
    else items.push(...group.map(withoutLabel))
  }
  return items
}

function gather<Key>(groups: Map<Key, PlacedMark[]>, key: Key, item: PlacedMark): void {
  const group = groups.get(key)
  if (group) group.push(item)
  else groups.set(key, [item])
}

function isBar(item: PlacedMark): boolean {
  return item.outerRight - item.outerLeft >= cell * 1.5
}

function cellOf({ coreLeft, coreRight }: PlacedMark): number {
  return Math.floor((coreLeft + coreRight) / 2 / cell)
}

function withoutLabel(item: PlacedMark): PlacedMark {
  return { ...item, label: 'none', right: item.outerRight }
}

function countOf(group: readonly PlacedMark[], unfolded: ReadonlySet<string>): PlacedCount {
  const from = Math.min(...group.map((item) => item.from))
  const to = Math.max(...group.map((item) => item.to))
  const left = Math.min(...group.map((item) => item.coreLeft))
  const right = Math.max(left + countWidth, ...group.map((item) => item.coreRight))
  const same = group.every((item) => item.from === group[0]?.from && item.to === group[0]?.to)
  const key = `count ${from} ${to}`
  const marks = group.map(({ mark }) => mark)
  return {
    kind: 'count',
    key,
    left,
    right,
    row: 0,
    from,
    to,
    marks,
    same,
    unfolded: same && unfolded.has(key),
  }
}

/** The marks of unfolded counts, one a row below everything else. */
function unfoldedRows(items: LaneItem[], rows: number, options: LayoutOptions): LaneLayout {
  let row = rows
  const more = items.flatMap((item) =>
    item.kind === 'count' && item.unfolded
      ? item.marks.map((mark) => ({ ...measure(mark, options), row: row++ }))
      : [],
  )
  return { items: [...items, ...more], rows: row }
}

function measure(mark: Mark, { daysPerPixel, origin, end }: LayoutOptions): PlacedMark {
  const at = (day: number): number =>
    (Math.min(day, Math.max(end, mark.bounds.from + 1)) - origin) / daysPerPixel
  const { from, to, earliest, latest } = mark.bounds
  const named = { left: at(from), right: at(to) }
  // What is narrower than a dot is drawn as wide as one, around its middle.
  const spare = Math.max(0, dotWidth - (named.right - named.left)) / 2
  const coreLeft = named.left - spare
  const coreRight = named.right + spare
  const outerLeft = Math.min(coreLeft, at(earliest))
  const outerRight = Math.max(coreRight, at(latest))
  const inside = coreRight - coreLeft >= labelInside
  const label = Math.min(labelWidest, mark.title.length * 6.6 + 12)
  return {
    kind: 'mark',
    key: mark.sourceId,
    mark,
    left: outerLeft,
    right: inside ? outerRight : outerRight + label,
    row: 0,
    from,
    to: Number.isFinite(to) ? to : Math.max(end, from + 1),
    coreLeft,
    coreRight,
    outerLeft,
    outerRight,
    label: inside ? 'inside' : 'beside',
  }
}

/**
 * Gives each item the first row, from `firstRow` on, that is free where it starts; says how many rows it took and which
 * items found none below `most` rows.
 */
function pack<Item extends LaneItem>(
  items: Item[],
  firstRow: number,
  most = Number.POSITIVE_INFINITY,
): { rows: number; over: Item[] } {
  const ends: number[] = []
  const over: Item[] = []
  items.sort((a, b) => a.left - b.left)
  for (const item of items) {
    const free = ends.findIndex((end) => end + gap <= item.left)
    const row = free === -1 ? ends.length : free
    if (row >= most) over.push(item)
    else {
      ends[row] = item.right
      item.row = firstRow + row
    }
  }
  return { rows: ends.length, over }
}
