import { useState } from 'react'
import { useCommand } from '#renderer/commands/registry.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Annotation } from '#shared/model.ts'
import { caretRect } from '../caretRect.ts'
import type { IntervalIndex } from '../text/intervals.ts'
import type { TextMap } from '../text/TextMap.ts'
import { edgePlace } from './edgePlace.ts'
import type { Overlap } from './Overlaps.tsx'

interface Overlaps {
  overlap: Overlap | null
  /** Selects one that stands alone, and asks which one is meant where there are several. */
  choose(annotations: readonly Annotation[], x: number, y: number): void
  close(): void
}

/**
 * Choosing among annotations that lie over one another. The command asks about those at the caret, or about those that share words
 * with the selected one.
 */
export function useOverlaps(
  map: TextMap | null,
  index: IntervalIndex<Annotation>,
  inHand: boolean,
): Overlaps {
  const [overlap, setOverlap] = useState<Overlap | null>(null)
  const selection = useWindow((state) => state.selection)
  const choose = (annotations: readonly Annotation[], x: number, y: number): void => {
    const [only] = annotations
    if (annotations.length > 1) setOverlap({ annotations, x, y })
    else if (only) useWindow.getState().select({ kind: 'annotation', id: only.id })
  }
  const selected =
    selection?.kind === 'annotation' ? index.all.find(({ id }) => id === selection.id) : undefined
  const ask = (): void => {
    const there = map && (atCaret(map, index) ?? (selected && aroundSelected(map, index, selected)))
    if (there) choose(there.annotations, there.x, there.y)
  }
  useCommand('annotation.choose', ask, { enabled: inHand && index.all.length > 0 })
  return { overlap, choose, close: () => setOverlap(null) }
}

/** Those at the caret that the keyboard moves, the shortest first; null where it is at none. */
export function atCaret(map: TextMap, index: IntervalIndex<Annotation>): Overlap | null {
  const text = document.getSelection()
  if (!text?.focusNode || !text.isCollapsed || !map.root.contains(text.focusNode)) return null
  const offset = map.offset(text.focusNode, text.focusOffset)
  const found = index.at(offset)
  // The caret stands between two characters: an annotation that ends here counts as well.
  const annotations = found.length > 0 ? found : index.at(offset - 1)
  const place = caretRect(text)
  return annotations.length > 0 && place ? { annotations, x: place.left, y: place.bottom } : null
}

function aroundSelected(
  map: TextMap,
  index: IntervalIndex<Annotation>,
  selected: Annotation,
): Overlap | null {
  const place = edgePlace(map, selected, 'start')
  const annotations = index.within(selected.start, selected.end)
  return place && { annotations, x: place.left, y: place.top + place.height }
}
