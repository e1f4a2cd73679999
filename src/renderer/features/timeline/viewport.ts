import { labelWidest } from './layout.ts'
import type { DaySpan } from './scale.ts'

/** The time in sight: the day at the left edge, and how many days a pixel is. `width` in pixels. */
export interface Viewport {
  start: number
  daysPerPixel: number
  width: number
}

/** No closer than this: a day is wide enough for its label and a title. */
const pixelsPerDay = 160
/** A notebook of one week can be seen among the decades around it. */
const decades = 60 * 365.25

/** The first and last day in sight. */
export function inSight({ start, daysPerPixel, width }: Viewport): DaySpan {
  return { start, end: start + daysPerPixel * width }
}

/** Shows all of a span of days, with room for the last label. */
export function fitted(span: DaySpan, width: number): Viewport {
  const line = Math.max(1, width - Math.min(labelWidest, width / 4))
  return { start: span.start, daysPerPixel: (span.end - span.start) / line, width }
}

/** Shows a span with air around it, as closely as one may come. */
export function closeTo(span: DaySpan, width: number, domain: DaySpan): Viewport {
  const length = Math.max(1, span.end - span.start)
  const daysPerPixel = boundedScale((length * 1.4) / Math.max(1, width), width, domain)
  const middle = (span.start + span.end) / 2
  return kept({ start: middle - (daysPerPixel * width) / 2, daysPerPixel, width }, domain)
}

/** `factor` above 1 shows less time more closely; the day at `x` pixels stays where it is. */
export function zoomed(view: Viewport, factor: number, x: number, domain: DaySpan): Viewport {
  const day = view.start + x * view.daysPerPixel
  const daysPerPixel = boundedScale(view.daysPerPixel / factor, view.width, domain)
  return kept({ ...view, daysPerPixel, start: day - x * daysPerPixel }, domain)
}

/** Moves the time in sight by pixels, to later where they are above 0. */
export function panned(view: Viewport, pixels: number, domain: DaySpan): Viewport {
  return kept({ ...view, start: view.start + pixels * view.daysPerPixel }, domain)
}

/** The same time in a window of another width. */
export function resized(view: Viewport, width: number, domain: DaySpan): Viewport {
  const days = view.width * view.daysPerPixel
  const daysPerPixel = boundedScale(days / Math.max(1, width), width, domain)
  return kept({ start: view.start, daysPerPixel, width }, domain)
}

/** Whether one can come closer, or see more. */
export function canZoom(view: Viewport, domain: DaySpan): { closer: boolean; further: boolean } {
  return {
    closer: view.daysPerPixel > 1.001 / pixelsPerDay,
    further: view.daysPerPixel < widestScale(view.width, domain) * 0.999,
  }
}

/** Moves a day into sight, if it is not, to the middle. */
export function showing(view: Viewport, span: DaySpan, domain: DaySpan): Viewport {
  const { start, end } = inSight(view)
  const margin = (end - start) * 0.01
  if (span.start >= start + margin && span.start <= end - (end - start) * 0.2) return view
  if (span.start < start && span.end > end) return view
  return kept({ ...view, start: span.start - (end - start) * 0.3 }, domain)
}

function boundedScale(daysPerPixel: number, width: number, domain: DaySpan): number {
  return Math.min(widestScale(width, domain), Math.max(1 / pixelsPerDay, daysPerPixel))
}

function widestScale(width: number, domain: DaySpan): number {
  return Math.max((domain.end - domain.start) * 1.5, decades) / Math.max(1, width)
}

/** Some of what there is stays in sight: nobody gets lost in an empty century. */
function kept(view: Viewport, domain: DaySpan): Viewport {
  const days = view.daysPerPixel * view.width
  const start = Math.min(domain.end - days * 0.1, Math.max(domain.start - days * 0.9, view.start))
  return { ...view, start }
}
