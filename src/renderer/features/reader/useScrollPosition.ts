import { type RefObject, useEffect, useRef } from 'react'
import { engine } from '#renderer/engine/client.ts'
import type { Target } from '#renderer/state/window.ts'
import { offsetAtTop, scrollUntilStill, showLine } from './place.ts'
import type { Painting } from './text/painting.ts'
import type { TextMap } from './text/TextMap.ts'

const flashMs = 1_600
const saveAfterMs = 800
const lookAfterMs = 100

/** The offset of the first line in view; null at the text's beginning, `unknown` before anything was shown. */
type Top = number | null | 'unknown'

/** Goes to the place that was asked for, or to where one left off, and remembers where one reads. */
export function useScrollPosition(
  map: TextMap | null,
  scroller: RefObject<HTMLElement | null>,
  painting: Painting | null,
  target: Target | null,
): void {
  const first = useRef(target)
  // What stands first in view: a text that is corrected is mounted anew, and one reads on where one was.
  const top = useRef<Top>('unknown')
  useEffect(() => {
    if (!map || !scroller.current) return
    const restore = top.current === 'unknown' && first.current === null
    if (typeof top.current === 'number') showLine(map, scroller.current, top.current)
    else top.current = null
    return keepPosition(map, scroller.current, restore, top)
  }, [map, scroller])

  const shown = useRef<number | null>(null)
  useEffect(() => {
    if (!map || !painting || !target || !scroller.current || shown.current === target.nonce) return
    shown.current = target.nonce
    if (target.show === 'middle') showRange(map, scroller.current, target)
    else if (target.start === 0) scroller.current.scrollTop = 0
    else showLine(map, scroller.current, target.start)
    if (target.show === 'resume') return
    painting.setMark('flash', target)
    const timer = setTimeout(() => painting.setMark('flash', null), flashMs)
    return () => {
      clearTimeout(timer)
      painting.setMark('flash', null)
    }
  }, [map, scroller, painting, target])
}

/** Scrolls a range to the upper middle of the view. */
export function showRange(map: TextMap, scroller: HTMLElement, range: { start: number; end: number }): void {
  map.elementAt(range.start)?.scrollIntoView({ block: 'center' })
  scrollUntilStill(scroller, () => {
    const shown = map.liveRange(range)?.getBoundingClientRect()
    if (!shown) return 0
    const view = scroller.getBoundingClientRect()
    return shown.top - (view.top + Math.max(view.height * 0.12, (view.height - shown.height) * 0.4))
  })
}

/** Restores the place kept for this source where wanted, then keeps it up to date. Returns how to stop. */
function keepPosition(
  map: TextMap,
  scroller: HTMLElement,
  restore: boolean,
  top: RefObject<Top>,
): () => void {
  const key = `reader:${map.sourceId}`
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  if (restore) void restorePosition(map, scroller, key, () => stopped || scroller.scrollTop > 0)

  const save = (): void => {
    clearTimeout(timer)
    timer = undefined
    const offset = scroller.scrollTop === 0 ? 0 : offsetAtTop(map, scroller)
    if (offset === null) return
    // A place that could not be kept is no reason to disturb the reader.
    engine.call('settings.set', { key, value: offset }).catch(() => undefined)
  }
  const scrolled = (): void => {
    clearTimeout(timer)
    timer = setTimeout(save, saveAfterMs)
  }
  const leave = (): void => {
    if (timer !== undefined) save()
  }
  scroller.addEventListener('scroll', scrolled, { passive: true })
  window.addEventListener('pagehide', leave)
  const stopHolding = holdWhenReflowed(map, scroller, top)
  return () => {
    stopped = true
    window.removeEventListener('pagehide', leave)
    clearTimeout(timer)
    stopHolding()
    scroller.removeEventListener('scroll', scrolled)
  }
}

/** Keeps the first line in view where it is when the text gets another width or size. Returns how to stop. */
function holdWhenReflowed(map: TextMap, scroller: HTMLElement, top: RefObject<Top>): () => void {
  let shape = shapeOf(map.root)
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (): void => {
    top.current = scroller.scrollTop === 0 ? null : offsetAtTop(map, scroller)
  }
  const scrolled = (): void => {
    clearTimeout(timer)
    timer = setTimeout(look, lookAfterMs)
  }
  const observer = new ResizeObserver(() => {
    const now = shapeOf(map.root)
    if (now === shape) return
    shape = now
    clearTimeout(timer)
    if (typeof top.current === 'number') showLine(map, scroller, top.current)
  })
  observer.observe(map.root)
  scroller.addEventListener('scroll', scrolled, { passive: true })
  return () => {
    observer.disconnect()
    clearTimeout(timer)
    scroller.removeEventListener('scroll', scrolled)
  }
}

/** What the breaking of lines depends on. The height changes by itself as sections come into view. */
function shapeOf(root: HTMLElement): string {
  const { fontSize, fontFamily } = getComputedStyle(root)
  return `${root.clientWidth} ${fontSize} ${fontFamily}`
}

async function restorePosition(
  map: TextMap,
  scroller: HTMLElement,
  key: string,
  tooLate: () => boolean,
): Promise<void> {
  const kept = await engine.call('settings.get', { key }).catch(() => ({ value: null }))
  if (typeof kept.value !== 'number' || kept.value === 0 || tooLate()) return
  showLine(map, scroller, kept.value)
}
