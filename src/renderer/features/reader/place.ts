import { caretAt } from '#renderer/editor/caretAt.ts'
import type { TextMap } from './text/TextMap.ts'

/** Scrolls so that the line in which `offset` stands is the first in view. */
export function showLine(map: TextMap, scroller: HTMLElement, offset: number): void {
  const place = { start: offset, end: offset + 1 }
  map.elementAt(offset)?.scrollIntoView({ block: 'start' })
  scrollUntilStill(scroller, () => {
    const line = map.liveRange(place)?.getBoundingClientRect()
    return line ? line.top - scroller.getBoundingClientRect().top : 0
  })
}

const mostFrames = 20
const stillFrames = 4
const running = new WeakMap<HTMLElement, () => void>()

/**
 * Scrolls by what `missing` says is missing to a place, in px, and looks again until nothing is: sections take their real
 * height only once they have been near the view, a frame or more later, which moves what stands below them. Whoever
 * scrolls by hand meanwhile, or another place that is asked for, ends it.
 */
export function scrollUntilStill(scroller: HTMLElement, missing: () => number): void {
  running.get(scroller)?.()
  const interruptions = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const
  let frame = 0
  const stop = (): void => {
    cancelAnimationFrame(frame)
    running.delete(scroller)
    for (const name of interruptions) scroller.removeEventListener(name, stop)
  }
  let left = mostFrames
  let still = 0
  const settle = (): void => {
    const before = scroller.scrollTop
    const by = missing()
    if (Math.abs(by) > 1) scroller.scrollTop += by
    still = scroller.scrollTop === before ? still + 1 : 0
    left -= 1
    if (left === 0 || still === stillFrames) stop()
    else frame = requestAnimationFrame(settle)
  }
  for (const name of interruptions) scroller.addEventListener(name, stop, { passive: true })
  running.set(scroller, stop)
  settle()
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
