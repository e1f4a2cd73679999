import { type RefObject, useEffect, useRef } from 'react'
import { caretAt } from '#renderer/editor/caretAt.ts'
import { engine } from '#renderer/engine/client.ts'
import type { Target } from '#renderer/state/window.ts'
import type { Painting } from './text/painting.ts'
import type { TextMap } from './text/TextMap.ts'

const flashMs = 1_600
const saveAfterMs = 800

/** Goes to the place that was asked for, or to where one left off, and remembers where one reads. */
export function useScrollPosition(
  map: TextMap | null,
  scroller: RefObject<HTMLElement | null>,
  painting: Painting | null,
  target: Target | null,
): void {
  const first = useRef(target)
  useEffect(() => {
    if (map && scroller.current) return keepPosition(map, scroller.current, first.current === null)
  }, [map, scroller])

  useEffect(() => {
    if (!map || !painting || !target || !scroller.current) return
    showRange(map, scroller.current, target)
    painting.setMark('flash', target)
    const timer = setTimeout(() => painting.setMark('flash', null), flashMs)
    return () => {
      clearTimeout(timer)
      painting.setMark('flash', null)
    }
  }, [map, scroller, painting, target])
}

/** Scrolls a range to the upper middle of the view. */
function showRange(map: TextMap, scroller: HTMLElement, range: { start: number; end: number }): void {
  map.elementAt(range.start)?.scrollIntoView({ block: 'center' })
  const settle = (): void => {
    const shown = map.liveRange(range)?.getBoundingClientRect()
    if (!shown) return
    const view = scroller.getBoundingClientRect()
    const wanted = view.top + Math.max(view.height * 0.12, (view.height - shown.height) * 0.4)
    if (Math.abs(shown.top - wanted) > 2) scroller.scrollTop += shown.top - wanted
  }
  settle()
  // Sections that come into view take their real height only then, which moves what stands below them.
  requestAnimationFrame(() => {
    settle()
    requestAnimationFrame(settle)
  })
}

/** Restores the place kept for this source where wanted, then keeps it up to date. Returns how to stop. */
function keepPosition(map: TextMap, scroller: HTMLElement, restore: boolean): () => void {
  const key = `reader:${map.sourceId}`
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  if (restore) void restorePosition(map, scroller, key, () => stopped || scroller.scrollTop > 0)

  const save = (): void => {
    const offset = scroller.scrollTop === 0 ? 0 : offsetAtTop(map, scroller)
    if (offset === null) return
    // A place that could not be kept is no reason to disturb the reader.
    engine.call('settings.set', { key, value: offset }).catch(() => undefined)
  }
  const scrolled = (): void => {
    clearTimeout(timer)
    timer = setTimeout(save, saveAfterMs)
  }
  scroller.addEventListener('scroll', scrolled, { passive: true })
  return () => {
    stopped = true
    clearTimeout(timer)
    scroller.removeEventListener('scroll', scrolled)
  }
}

async function restorePosition(
  map: TextMap,
  scroller: HTMLElement,
  key: string,
  tooLate: () => boolean,
): Promise<void> {
  const kept = await engine.call('settings.get', { key }).catch(() => ({ value: null }))
  if (typeof kept.value !== 'number' || kept.value === 0 || tooLate()) return
  const place = { start: kept.value, end: kept.value + 1 }
  map.elementAt(place.start)?.scrollIntoView({ block: 'start' })
  const settle = (): void => {
    const line = map.liveRange(place)?.getBoundingClientRect()
    if (line) scroller.scrollTop += line.top - scroller.getBoundingClientRect().top
  }
  settle()
  // The sections above take their real height only once they have been in view.
  requestAnimationFrame(settle)
}

/** Where the first line in view starts. */
function offsetAtTop(map: TextMap, scroller: HTMLElement): number | null {
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
