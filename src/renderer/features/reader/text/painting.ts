import { type Annotation, colours } from '#shared/model.ts'
import type { TextRange } from './blocks.ts'
import { type IntervalIndex, layersOf } from './intervals.ts'
import type { ShownSection, TextMap } from './TextMap.ts'

/** How many annotations can lie over one another and still be told apart. */
const layers = 3

/** Every highlight by name. Of two on the same words the one with the higher priority is painted later. */
const priorities = new Map<string, number>([
  ...colours.flatMap((colour) => Array.from({ length: layers }, (_, i) => [`${colour}-${i}`, i] as const)),
  ['passage', 10],
  ['selected', 20],
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

/** Paints one text's annotations and marks. Several texts share the document's highlights without minding one another. */
export interface Painting {
  setAnnotations(index: IntervalIndex<Annotation>): void
  /** Single ranges: the selected annotation, a passage in hand, a place that was jumped to. */
  setMark(name: 'selected' | 'passage' | 'flash', range: TextRange | null): void
  stop(): void
}

export function startPainting(map: TextMap, scroller: HTMLElement): Painting {
  let index: IntervalIndex<Annotation> | null = null
  let layerOf = new Map<string, number>()
  const near = new Map<ShownSection, Painted>()
  const marks = new Map<string, Painted>()
  const sectionOf = new Map(map.sections.map((section) => [section.element as Element, section]))

  const paint = (section: ShownSection): void => {
    const painted: Painted = []
    for (const { id, colour, state, ...range } of index?.within(section.start, section.end) ?? []) {
      // A lost annotation's words are gone; where they once stood there is nothing to mark.
      if (state === 'lost') continue
      const shown = map.range({
        start: Math.max(range.start, section.start),
        end: Math.min(range.end, section.end),
      })
      if (shown) painted.push([highlightNamed(`${colour}-${layerOf.get(id) ?? 0}`), shown])
    }
    for (const [highlight, range] of painted) highlight.add(range)
    near.set(section, painted)
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const section = sectionOf.get(target)
        if (!section) continue
        erase(near.get(section))
        near.delete(section)
        if (isIntersecting) paint(section)
      }
    },
    { root: scroller, rootMargin: '100% 0px' },
  )
  for (const { element } of map.sections) observer.observe(element)

  return {
    setAnnotations(next) {
      index = next
      layerOf = layersOf(next.all, layers)
      for (const section of [...near.keys()]) {
        erase(near.get(section))
        paint(section)
      }
    },
    setMark(name, range) {
      erase(marks.get(name))
      marks.delete(name)
      const shown = range ? map.range(range) : null
      if (!shown) return
      const highlight = highlightNamed(name)
      highlight.add(shown)
      marks.set(name, [[highlight, shown]])
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
