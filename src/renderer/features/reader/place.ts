import { caretAt } from '#renderer/editor/caretAt.ts'
import type { TextMap } from './text/TextMap.ts'

/** Scrolls so that the line in which `offset` stands is the first in view. */
export function showLine(map: TextMap, scroller: HTMLElement, offset: number): void {
  const place = { start: offset, end: offset + 1 }
  map.elementAt(offset)?.scrollIntoView({ block: 'start' })
  const settle = (): void => {
    const line = map.liveRange(place)?.getBoundingClientRect()
    if (line) scroller.scrollTop += line.top - scroller.getBoundingClientRect().top
  }
  settle()
  // The sections above take their real height only once they have been in view.
  requestAnimationFrame(settle)
}

/** Where the first line in view starts. */
export function offsetAtTop(map: TextMap, scroller: HTMLElement): number | null {
  const { left, top, width } = scroller.getBoundingClientRect()
  for (const below of [12, 40, 80]) {
    const element = document.elementFromPoint(left + width / 2, top + below)
    const start = element && map.root.contains(element) ? map.blockStart(element) : null
    if (start !== null) return lineStart(map, left, top, start)
  }
  return null
}

/** The start of the first line of text of which at least half is in view, no earlier than `blockStart`. */
function lineStart(map: TextMap, left: number, top: number, blockStart: number): number {
  const block = map.elementAt(blockStart)?.getBoundingClientRect()
  if (!block || block.top >= top) return blockStart
  const lineHeight = Number.parseFloat(getComputedStyle(map.root).lineHeight) || 0
  const caret = caretAt(Math.max(block.left, left) + 1, top + lineHeight / 2)
  return caret && map.root.contains(caret.node) ? map.offset(caret.node, caret.offset) : blockStart
}
