import { type DragEvent, useState } from 'react'
import { carries, type Dragged, type DraggedKind, dropped, useDragging } from './drag.ts'

interface Point {
  x: number
  y: number
}

/**
 * Lets an element take what is dragged. Spread `handlers` over it and give it `data-drop`, which says `ready` while
 * something it could take is on its way, and `over` while that hovers above it. `onDrop` gets the point in px of the viewport.
 */
export function useDropTarget(
  accepts: readonly DraggedKind[],
  onDrop: (dragged: Dragged, at: Point, element: HTMLElement) => void,
) {
  const [isOver, setOver] = useState(false)
  const ready = useDragging(({ dragged }) => dragged !== null && accepts.includes(dragged.kind))
  return {
    drop: isOver ? 'over' : ready ? 'ready' : undefined,
    handlers: {
      onDragOver(event: DragEvent) {
        if (event.defaultPrevented || !carries(event.dataTransfer, accepts)) return
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
        const found = dropped(event.dataTransfer)
        if (event.defaultPrevented || !found || !accepts.includes(found.kind)) return
        event.preventDefault()
        event.stopPropagation()
        onDrop(found, { x: event.clientX, y: event.clientY }, event.currentTarget)
      },
    },
  }
}
