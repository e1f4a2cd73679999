/** A page's size in points. */
export interface PageSize {
  width: number
  height: number
}

/** How large pages are shown: as wide as the pane, or 1 for their size on paper. */
export type Zoom = 'width' | number

/** Pages below one another, in px of the scrolled area. */
export interface Layout {
  tops: number[]
  /** Px a point. */
  scales: number[]
  heights: number[]
  height: number
  width: number
}

export const gap = 12
/** CSS counts 96 px an inch, PDF 72 points. */
const pxPerPoint = 96 / 72
export const smallestZoom = 0.25
export const largestZoom = 5

/** Where each page stands in a pane that is `room` px wide. */
export function layOut(sizes: readonly PageSize[], zoom: Zoom, room: number): Layout {
  const layout: Layout = { tops: [], scales: [], heights: [], height: gap, width: 0 }
  for (const { width, height } of sizes) {
    const scale = zoom === 'width' ? Math.max(room - 2 * gap, 80) / width : zoom * pxPerPoint
    layout.tops.push(layout.height)
    layout.scales.push(scale)
    layout.heights.push(height * scale)
    layout.height += height * scale + gap
    layout.width = Math.max(layout.width, width * scale + 2 * gap)
  }
  return layout
}

/** The page at a height of the scrolled area, counted from 0: the one there, or the next below. */
export function pageAt({ tops, heights }: Layout, y: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle] ?? 0) + (heights[middle] ?? 0) > y) high = middle
    else low = middle + 1
  }
  return Math.max(low, 0)
}

/** A place in the pages that stays the same when they are laid out anew. */
export interface Spot {
  page: number
  /** Points from the page's top. */
  down: number
}

export function spotAt(layout: Layout, y: number): Spot {
  const page = pageAt(layout, y)
  return { page, down: (y - (layout.tops[page] ?? 0)) / (layout.scales[page] || 1) }
}

export function heightOf(layout: Layout, { page, down }: Spot): number {
  return (layout.tops[page] ?? 0) + down * (layout.scales[page] ?? 1)
}

/** The steps of larger and smaller, as browsers have them. */
const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5]

/** The next larger or smaller zoom; `now` is how large the page in view is, 1 for its size on paper. */
export function zoomStep(now: number, by: 1 | -1): number {
  const next = by > 0 ? steps.find((step) => step > now * 1.03) : steps.findLast((step) => step < now * 0.97)
  return next ?? (by > 0 ? largestZoom : smallestZoom)
}

/** How large a page is shown where it has this many px a point. */
export function zoomOf(scale: number): number {
  return scale / pxPerPoint
}
