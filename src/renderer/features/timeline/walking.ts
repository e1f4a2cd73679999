import type { LaneItem, LaneLayout } from './layout.ts'

/** The item before or after another one by time; the first or last where there is none active. */
export function nextItem(layout: LaneLayout, key: string | null, by: 1 | -1): LaneItem | null {
  const at = layout.items.findIndex((item) => item.key === key)
  if (at === -1) return layout.items.at(by === 1 ? 0 : -1) ?? null
  return layout.items[Math.min(layout.items.length - 1, Math.max(0, at + by))] ?? null
}

/** The item whose first day is nearest to `day`. */
export function nearestItem(layout: LaneLayout, day: number): LaneItem | null {
  let best: LaneItem | null = null
  for (const item of layout.items) {
    if (best === null || Math.abs(item.from - day) < Math.abs(best.from - day)) best = item
  }
  return best
}

/** The item that shows a source: its mark, or the count it is hidden in. */
export function itemOf(layout: LaneLayout, sourceId: string): LaneItem | null {
  const mark = layout.items.find((item) => item.kind === 'mark' && item.key === sourceId)
  if (mark) return mark
  return (
    layout.items.find(
      (item) => item.kind === 'count' && item.marks.some((one) => one.sourceId === sourceId),
    ) ?? null
  )
}

/** What the keys stand on: an item, and a source in it, which finds it again where another scale counts or parts marks. */
export interface Standing {
  key: string
  sourceId: string | null
}

export function standingOn(item: LaneItem): Standing {
  return {
    key: item.key,
    sourceId: item.kind === 'mark' ? item.mark.sourceId : (item.marks[0]?.sourceId ?? null),
  }
}

/** The item that the keys stand on at this scale. */
export function itemAt(layout: LaneLayout, standing: Standing | undefined): LaneItem | null {
  if (standing === undefined) return null
  const { key, sourceId } = standing
  const same = layout.items.find((item) => item.key === key)
  return same ?? (sourceId === null ? null : itemOf(layout, sourceId))
}
