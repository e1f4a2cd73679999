import { type RefObject, useEffect, useState } from 'react'
import { useAnnotating } from '#renderer/state/annotating.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Annotation } from '#shared/model.ts'
import type { IntervalIndex } from './text/intervals.ts'
import { type Painting, startPainting } from './text/painting.ts'
import type { TextMap } from './text/TextMap.ts'

/** Keeps the annotations painted over a text, and the selected one marked. */
export function usePainting(
  map: TextMap | null,
  scroller: RefObject<HTMLElement | null>,
  index: IntervalIndex<Annotation>,
): Painting | null {
  const [painting, setPainting] = useState<Painting | null>(null)
  useEffect(() => {
    if (!map || !scroller.current) return
    const started = startPainting(map, scroller.current)
    setPainting(started)
    return () => {
      started.stop()
      setPainting(null)
    }
  }, [map, scroller])

  useEffect(() => {
    painting?.setAnnotations(index)
    // What the notebook has by now is among them.
    if (useAnnotating.getState().pending?.stored) useAnnotating.setState({ pending: null })
  }, [painting, index])

  // Not by way of rendering: the words are marked in the frame after the key.
  useEffect(() => {
    if (!painting) return
    return useAnnotating.subscribe(({ pending }, before) => {
      if (pending !== before.pending)
        painting.setPending(pending?.sourceId === map?.sourceId ? pending : null)
    })
  }, [painting, map])

  const selection = useWindow((state) => state.selection)
  useEffect(() => {
    const selected = index.all.find(({ id }) => selection?.kind === 'annotation' && id === selection.id)
    painting?.setMark('selected', selected ?? null)
  }, [painting, index, selection])

  // A dialog takes the browser's selection away; the passage it is about stays marked.
  const inHand = useAnnotating((state) => state.passage)
  useEffect(() => {
    painting?.setMark('passage', inHand && inHand.sourceId === map?.sourceId ? inHand : null)
  }, [painting, map, inHand])

  return painting
}
