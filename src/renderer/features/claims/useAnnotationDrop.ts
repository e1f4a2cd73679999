import { type DragEvent, useState } from 'react'
import { carriesAnnotation, droppedAnnotation } from '#renderer/objects/drag.ts'

/** Lets an element take a dragged annotation. `isOver` while one hovers above it. */
export function useAnnotationDrop(onDrop: (annotationId: string, target: HTMLElement) => void) {
  const [isOver, setOver] = useState(false)
  return {
    isOver,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!carriesAnnotation(event.dataTransfer)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'link'
        setOver(true)
      },
      onDragLeave(event: DragEvent<HTMLElement>) {
        // Moving onto a child leaves the parent too, says the DOM.
        const next = event.relatedTarget
        if (!(next instanceof Node) || !event.currentTarget.contains(next)) setOver(false)
      },
      onDrop(event: DragEvent<HTMLElement>) {
        setOver(false)
        const annotationId = droppedAnnotation(event.dataTransfer)
        if (annotationId === null) return
        event.preventDefault()
        event.stopPropagation()
        onDrop(annotationId, event.currentTarget)
      },
    },
  }
}
