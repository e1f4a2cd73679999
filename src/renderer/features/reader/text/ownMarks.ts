import type { TextRange } from './range.ts'
import type { TextMap } from './TextMap.ts'

/** Marks that lie over a whole text because they are few. Of two on the same words the higher is painted later. */
const priorities = { evidence: 4, drop: 40 }

/** Marks ranges of a text by a highlight that the document's texts share. Returns how to take the marks away. */
export function markOwn(
  name: keyof typeof priorities,
  map: TextMap,
  ranges: readonly TextRange[],
): () => void {
  const key = `crossread-${name}`
  const highlight = CSS.highlights.get(key) ?? new Highlight()
  highlight.priority = priorities[name]
  CSS.highlights.set(key, highlight)
  const shown = ranges.flatMap((range) => map.range(range) ?? [])
  for (const range of shown) highlight.add(range)
  return () => {
    for (const range of shown) highlight.delete(range)
  }
}
