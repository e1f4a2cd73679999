import { useEffect, useRef } from 'react'
import { carries, dropped, useDragging } from '#renderer/objects/drag.ts'
import { type LinkEnd, offerLink } from '#renderer/objects/linkDrop.ts'
import type { Annotation } from '#shared/model.ts'
import { trimmedRange } from './text/blocks.ts'
import type { IntervalIndex } from './text/intervals.ts'
import { markOwn } from './text/ownMarks.ts'
import type { TextRange } from './text/range.ts'
import type { TextMap } from './text/TextMap.ts'
import { offsetUnder } from './usePointing.ts'

const accepted = ['annotation', 'passage', 'claim'] as const

/**
 * Lets passages, annotations and claims be dropped onto the text, where they are linked to the annotation under the
 * pointer, or else to the sentence there. What it would be is marked meanwhile.
 */
export function usePassageDrop(map: TextMap | null, index: IntervalIndex<Annotation>): void {
  const latest = useRef(index)
  latest.current = index
  useEffect(() => {
    if (!map) return
    const { root } = map
    let unmark: (() => void) | null = null
    let marked = ''
    const mark = (range: TextRange | null): void => {
      const key = range ? `${range.start}-${range.end}` : ''
      if (key === marked) return
      unmark?.()
      unmark = range ? markOwn('drop', map, [range]) : null
      marked = key
    }
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer || !carries(event.dataTransfer, accepted)) return
      const place = placeUnder(map, latest.current, event)
      mark(place?.range ?? null)
      if (!place) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'link'
    }
    const leave = (): void => mark(null)
    const drop = (event: DragEvent): void => {
      mark(null)
      const found = event.dataTransfer && dropped(event.dataTransfer)
      const place = placeUnder(map, latest.current, event)
      if (!found || !place || !accepted.some((kind) => kind === found.kind)) return
      event.preventDefault()
      offerLink(found, place.end, { x: event.clientX, y: event.clientY })
    }
    root.addEventListener('dragover', over)
    root.addEventListener('dragleave', leave)
    root.addEventListener('drop', drop)
    const stopEnd = useDragging.subscribe(({ dragged }) => !dragged && mark(null))
    return () => {
      mark(null)
      stopEnd()
      root.removeEventListener('dragover', over)
      root.removeEventListener('dragleave', leave)
      root.removeEventListener('drop', drop)
    }
  }, [map])
}

/** What lies under the pointer that something can be linked to; null over margins, and over the very words that are dragged. */
function placeUnder(
  map: TextMap,
  index: IntervalIndex<Annotation>,
  { clientX, clientY }: MouseEvent,
): { range: TextRange; end: LinkEnd } | null {
  const offset = offsetUnder(map, clientX, clientY)
  if (offset === null) return null
  const { dragged } = useDragging.getState()
  const own = dragged?.kind === 'passage' && dragged.sourceId === map.sourceId ? dragged : null
  const annotation = index.at(offset).find(({ id }) => dragged?.kind !== 'annotation' || dragged.id !== id)
  if (annotation) return { range: annotation, end: { kind: 'annotation', id: annotation.id } }
  const range = sentenceAt(map, offset)
  if (!range || (own && own.start < range.end && own.end > range.start)) return null
  return { range, end: { sourceId: map.sourceId, start: range.start, end: range.end } }
}

/** The sentence around an offset, within its block. */
function sentenceAt(map: TextMap, offset: number): TextRange | null {
  const block = map.blockAround(offset)
  if (!block) return null
  const words = map.words(block)
  const sentence = new Intl.Segmenter(undefined, { granularity: 'sentence' })
    .segment(words)
    .containing(offset - block.start)
  if (!sentence) return null
  const start = sentence.index
  const trimmed = trimmedRange(words, start, start + sentence.segment.length)
  return trimmed && { start: block.start + trimmed.start, end: block.start + trimmed.end }
}
