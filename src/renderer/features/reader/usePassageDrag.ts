import { useEffect } from 'react'
import { carry } from '#renderer/objects/drag.ts'
import type { TextMap } from './text/TextMap.ts'

/** Lets the selected words be dragged as the passage they are: onto a claim, into a note, onto another passage. */
export function usePassageDrag(map: TextMap | null): void {
  useEffect(() => {
    if (!map) return
    const { root, sourceId } = map
    const start = (event: DragEvent): void => {
      const range = map.selected(document.getSelection())
      if (!range || !event.dataTransfer) return
      carry(event.dataTransfer, { kind: 'passage', sourceId, ...range }, map.words(range))
    }
    root.addEventListener('dragstart', start)
    return () => root.removeEventListener('dragstart', start)
  }, [map])
}
