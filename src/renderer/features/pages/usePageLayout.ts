import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Rectangle } from './align/geometry.ts'
import {
  heightOf,
  type Layout,
  layOut,
  type PageSize,
  pageAt,
  type Spot,
  spotAt,
  type Zoom,
} from './layout.ts'

/** What is in view: pages counted from 0, the last included; `here` is the one that one looks at. */
export interface InView {
  first: number
  last: number
  here: number
}

export interface PageScroll {
  layout: Layout
  sizes: readonly PageSize[]
  inView: InView
  setSize(number: number, size: PageSize): void
  /** Brings a page (counted from 1), or a rectangle of it, into view; one that is in view already stays where it is. */
  show(page: number, rectangle?: Rectangle): void
}

/** Kept where it is on the screen when pages turn out to be of another size, or the zoom changes. */
interface Anchor {
  spot: Spot
  /** Px from the view's top. */
  at: number
}

/** Lays out the pages of which most have not been looked at yet: a page is taken to be like the first until it is. */
export function usePageLayout(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  first: PageSize,
  zoom: Zoom,
  room: number,
): PageScroll {
  const [known, setKnown] = useState<ReadonlyMap<number, PageSize>>(new Map())
  const sizes = useMemo(
    () => Array.from({ length: count }, (_, index) => known.get(index + 1) ?? first),
    [count, known, first],
  )
  const layout = useMemo(() => layOut(sizes, zoom, room), [sizes, zoom, room])
  const anchor = useRef<Anchor>({ spot: { page: 0, down: 0 }, at: 12 })
  const ownScroll = useRef<number | null>(null)
  const [inView, setInView] = useState<InView>({ first: 0, last: 0, here: 0 })

  const setSize = useCallback((number: number, size: PageSize): void => {
    setKnown((before) => {
      const old = before.get(number)
      const same = old && old.width === size.width && old.height === size.height
      return same ? before : new Map(before).set(number, size)
    })
  }, [])

  const look = useCallback((): void => {
    const view = scroller.current
    if (!view) return
    const { scrollTop, clientHeight } = view
    const next = {
      first: Math.max(0, pageAt(layout, scrollTop) - 1),
      last: Math.min(count - 1, pageAt(layout, scrollTop + clientHeight) + 1),
      here: pageAt(layout, scrollTop + clientHeight / 3),
    }
    setInView((now) =>
      now.first === next.first && now.last === next.last && now.here === next.here ? now : next,
    )
  }, [scroller, layout, count])

  const scrollTo = useCallback(
    (to: Anchor): void => {
      const view = scroller.current
      if (!view) return
      anchor.current = to
      view.scrollTop = heightOf(layout, to.spot) - to.at
      ownScroll.current = view.scrollTop
      look()
    },
    [scroller, layout, look],
  )

  useLayoutEffect(() => scrollTo(anchor.current), [scrollTo])
  useLayoutEffect(() => {
    const view = scroller.current
    if (!view) return
    const scrolled = (): void => {
      if (view.scrollTop !== ownScroll.current) {
        anchor.current = { spot: spotAt(layout, view.scrollTop), at: 0 }
        ownScroll.current = null
      }
      look()
    }
    view.addEventListener('scroll', scrolled, { passive: true })
    return () => view.removeEventListener('scroll', scrolled)
  }, [scroller, layout, look])

  const show = (page: number, rectangle?: Rectangle): void => {
    const view = scroller.current
    if (!view) return
    const spot = { page: page - 1, down: rectangle?.top ?? 0 }
    const y = heightOf(layout, spot) - view.scrollTop
    const height = (rectangle?.height ?? 0) * (layout.scales[page - 1] ?? 1)
    const inSight = rectangle && y >= 8 && y + height <= view.clientHeight - 8
    if (!inSight) scrollTo({ spot, at: rectangle ? view.clientHeight * 0.3 : 8 })
    if (rectangle) showAcross(view, rectangle, layout.scales[page - 1] ?? 1)
  }
  return { layout, sizes, inView, setSize, show }
}

/** Scrolls sideways, where a page is wider than its pane. */
function showAcross(view: HTMLElement, { left, width }: Rectangle, scale: number): void {
  const from = left * scale
  const to = (left + width) * scale
  if (from < view.scrollLeft || to > view.scrollLeft + view.clientWidth) view.scrollLeft = from - 24
}
