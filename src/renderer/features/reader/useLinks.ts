import { type RefObject, useEffect } from 'react'
import { openAddress } from '#renderer/objects/openAddress.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Source } from '#shared/model.ts'
import type { TextMap } from './text/TextMap.ts'

/**
 * What links in the text do. An address opens in the system's browser with Ctrl or Cmd, by the arrow behind its words, or
 * by Enter: a plain click belongs to the text. A reference, such as a footnote's number, jumps at once; Back returns.
 */
export function useLinks(map: TextMap | null, source: RefObject<Source>): void {
  useEffect(() => {
    if (!map) return
    const { root } = map
    const click = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-link]') : null
      if (!link) return
      event.preventDefault()
      const href = link.dataset.link ?? ''
      if (href.startsWith('#')) {
        if (document.getSelection()?.isCollapsed !== false) jump(map, link, source.current, href)
        return
      }
      const byKey = event.detail === 0
      if (byKey || event.ctrlKey || event.metaKey || event.button === 1 || isOnArrow(link, event))
        openAddress(href)
    }
    root.addEventListener('click', click)
    root.addEventListener('auxclick', click)
    return () => {
      root.removeEventListener('click', click)
      root.removeEventListener('auxclick', click)
    }
  }, [map, source])
}

/** Goes to the block that a reference names, and lets Back come back to the reference. */
function jump(map: TextMap, link: HTMLElement, source: Source, href: string): void {
  const block = source.blocks[Number(href.slice(1))]
  if (!block) return
  const { openSource } = useWindow.getState()
  const start = map.offset(link, 0)
  openSource(source.id, { start, end: start + (link.textContent?.length ?? 0) })
  openSource(source.id, { start: block.start, end: block.end })
}

/** The arrow is no element of its own: it stands behind the last of the link's words. */
function isOnArrow(link: HTMLElement, { clientX, clientY }: MouseEvent): boolean {
  const words = document.createRange()
  words.selectNodeContents(link)
  const last = [...words.getClientRects()].at(-1)
  if (!last || clientY < last.top || clientY > last.bottom) return false
  return getComputedStyle(link).direction === 'rtl' ? clientX < last.left : clientX > last.right
}
