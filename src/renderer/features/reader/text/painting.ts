import { type Annotation, type Colour, colours, type FlagState } from '#shared/model.ts'
import { type Interval, type IntervalIndex, indexIntervals, layersOf } from './intervals.ts'
import type { TextRange } from './range.ts'
import type { ShownSection, TextMap } from './TextMap.ts'

/** How many annotations can lie over one another and still be told apart. */
const layers = 3

/** Every highlight by name. Of two on the same words the one with the higher priority is painted later. */
const priorities = new Map<string, number>([
  ...colours.flatMap((colour) => Array.from({ length: layers }, (_, i) => [`${colour}-${i}`, i] as const)),
  ['flag', 5],
  ['excluded', 6],
  ['found', 8],
  ['passage', 10],
  ['resized', 12],
  ['selected', 20],
  ['found-here', 25],
  ['flash', 30],
])

function highlightNamed(name: string): Highlight {
  const key = `crossread-${name}`
  const existing = CSS.highlights.get(key)
  if (existing) return existing
  const made = new Highlight()
  made.priority = priorities.get(name) ?? 0
  CSS.highlights.set(key, made)
  return made
}

type Painted = [highlight: Highlight, range: AbstractRange][]

/** A passage that import, or the reader, found odd. */
export interface MarkedFlag extends Interval {
  state: FlagState
}

/** Paints one text's annotations and marks. Several texts share the document's highlights without minding one another. */
export interface Painting {
  setAnnotations(index: IntervalIndex<Annotation>): void
  setFlags(flags: readonly MarkedFlag[]): void
  /** What is found in the text. */
  setFound(hits: readonly Interval[]): void
  /** A passage that is about to be an annotation. */
  setPending(passage: (TextRange & { colour: Colour }) | null): void
  /** Single ranges: the selected annotation, a passage in hand, one being resized, a place that was jumped to, the hit one is at. */
  setMark(name: 'selected' | 'passage' | 'resized' | 'flash' | 'found-here', range: TextRange | null): void
  stop(): void
}

export function startPainting(map: TextMap, scroller: HTMLElement): Painting {
  let index: IntervalIndex<Annotation> | null = null
  let layerOf = new Map<string, number>()
  let flags = indexIntervals<MarkedFlag>([])
  let found = indexIntervals<Interval>([])
  const near = new Map<ShownSection, Painted>()
  const marks = new Map<string, Painted>()
  const sectionOf = new Map(map.sections.map((section) => [section.element as Element, section]))

  const paint = (section: ShownSection): void => {
    const painted: Painted = []
    const add = (name: string, range: TextRange): void => {
      const start = Math.max(range.start, section.start)
      const end = Math.min(range.end, section.end)
      const shown = map.range({ start, end })
      if (shown) painted.push([highlightNamed(name), shown])
    }
    for (const { id, colour, state, ...range } of index?.within(section.start, section.end) ?? []) {
      // A lost annotation's words are gone; where they once stood there is nothing to mark.
      if (state !== 'lost') add(`${colour}-${layerOf.get(id) ?? 0}`, range)
    }
    for (const { state, ...range } of flags.within(section.start, section.end)) {
      add(state === 'excluded' ? 'excluded' : 'flag', range)
    }
    for (const range of found.within(section.start, section.end)) add('found', range)
    for (const [highlight, range] of painted) highlight.add(range)
    near.set(section, painted)
  }

  const mark = (key: string, name: string, range: TextRange | null): void => {
    erase(marks.get(key))
    marks.delete(key)
    const shown = range ? map.range(range) : null
    if (!shown) return
    const highlight = highlightNamed(name)
    highlight.add(shown)
    marks.set(key, [[highlight, shown]])
  }

  const repaint = (): void => {
    for (const section of [...near.keys()]) {
      erase(near.get(section))
      paint(section)
    }
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const section = sectionOf.get(target)
        if (!section) continue
        erase(near.get(section))
        near.delete(section)
        if (!isIntersecting) continue
        map.fill(section.index)
        paint(section)
      }
    },
    { root: scroller, rootMargin: '100% 0px' },
  )
  for (const { element } of map.sections) observer.observe(element)

  return {
    setAnnotations(next) {
      index = next
      layerOf = layersOf(next.all, layers)
      repaint()
    },
    setFlags(next) {
      flags = indexIntervals(next)
      repaint()
    },
    setFound(next) {
      found = indexIntervals(next)
      repaint()
    },
    setPending(passage) {
      const { start, end, colour } = passage ?? { start: 0, end: 0, colour: 'yellow' }
      const taken = new Set((index?.within(start, end) ?? []).map(({ id }) => layerOf.get(id)))
      const free = Array.from({ length: layers }, (_, layer) => layer).find((layer) => !taken.has(layer))
      mark('pending', `${colour}-${free ?? layers - 1}`, passage)
    },
    setMark(name, range) {
      mark(name, name, range)
    },
    stop() {
      observer.disconnect()
      for (const painted of [...near.values(), ...marks.values()]) erase(painted)
    },
  }
}

function erase(painted: Painted | undefined): void {
  for (const [highlight, range] of painted ?? []) highlight.delete(range)
}
