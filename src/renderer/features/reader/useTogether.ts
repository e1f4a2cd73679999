import { type RefObject, useEffect } from 'react'
import type { PaneName } from '#renderer/state/readers.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { TextMap } from './text/TextMap.ts'

interface Follower {
  /** Shows the place at `share` of the text's blocks, 0 to 1, at the top of its view. */
  show(share: number): void
}

const followers = new Map<PaneName, Follower>()
/** The pane that was scrolled by hand last: the other one follows it, and what that does starts nothing again. */
let leader: PaneName = 'main'

/** Lets the text in the other pane scroll with this one, by their relative place in blocks, while that is wanted. */
export function useTogether(
  map: TextMap | null,
  scroller: RefObject<HTMLElement | null>,
  pane: PaneName,
): void {
  useEffect(() => {
    const view = scroller.current
    if (!map || !view) return
    const other = pane === 'main' ? 'beside' : 'main'
    followers.set(pane, { show: (share) => showShare(map.blockElements, view, share) })
    let frame = 0
    const lead = (): void => {
      leader = pane
    }
    const follow = (): void => {
      if (leader !== pane || !useWindow.getState().together) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => followers.get(other)?.show(shareAt(map.blockElements, view)))
    }
    const lets = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const
    for (const name of lets) view.addEventListener(name, lead, { passive: true, capture: true })
    view.addEventListener('scroll', follow, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      followers.delete(pane)
      for (const name of lets) view.removeEventListener(name, lead, { capture: true })
      view.removeEventListener('scroll', follow)
    }
  }, [map, scroller, pane])
}

/** Where the top of the view lies among the blocks, 0 to 1. */
function shareAt(blocks: readonly HTMLElement[], view: HTMLElement): number {
  if (blocks.length === 0 || view.scrollTop === 0) return 0
  const { top } = view.getBoundingClientRect()
  const index = firstBelow(blocks, top)
  const box = blocks[index]?.getBoundingClientRect()
  if (!box) return 1
  const within = box.height === 0 ? 0 : Math.min(1, Math.max(0, (top - box.top) / box.height))
  return (index + within) / blocks.length
}

function showShare(blocks: readonly HTMLElement[], view: HTMLElement, share: number): void {
  const place = share * blocks.length
  const index = Math.min(Math.floor(place), blocks.length - 1)
  const box = blocks[index]?.getBoundingClientRect()
  if (share === 0 || !box) view.scrollTop = 0
  else view.scrollTop += box.top + (place - index) * box.height - view.getBoundingClientRect().top
}

/** The index of the first block that ends below `top`, in px of the viewport. */
function firstBelow(blocks: readonly HTMLElement[], top: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) > top) high = middle
    else low = middle + 1
  }
  return low
}
