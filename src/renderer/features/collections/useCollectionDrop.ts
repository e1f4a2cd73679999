import { type DragEvent, useState } from 'react'
import { write } from '#renderer/engine/queries.ts'
import { addToCollection } from '#renderer/objects/collections.ts'
import { useDropTarget } from '#renderer/objects/useDropTarget.ts'
import { sourcesMeant } from '#renderer/state/scope.ts'

const collectionType = 'application/x-crossread-collection'

/** Picks a collection up, to be put into another. */
export function carryCollection(data: DataTransfer, id: string): void {
  data.setData(collectionType, id)
  data.effectAllowed = 'move'
}

/** Lets a collection take sources, with all that are selected beside the one in hand, and other collections. */
export function useCollectionDrop(collection: { id: string; name: string }) {
  const sources = useDropTarget(['source'], ({ kind, ...dragged }) => {
    if (kind === 'source' && 'id' in dragged) void addToCollection(collection, sourcesMeant(dragged.id))
  })
  const inner = useMove(collection.id)
  return together(sources, inner)
}

/** Lets a collection be put outermost. */
export function useTopDrop() {
  return useMove(null)
}

type Target = ReturnType<typeof useDropTarget>

function useMove(parentId: string | null): Target {
  const [isOver, setOver] = useState(false)
  const carries = (event: DragEvent): boolean =>
    !event.defaultPrevented && event.dataTransfer.types.includes(collectionType)
  return {
    drop: isOver ? 'over' : undefined,
    handlers: {
      onDragOver(event) {
        if (!carries(event)) {
          setOver(false)
          return
        }
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop(event) {
        setOver(false)
        if (!carries(event)) return
        event.preventDefault()
        const id = event.dataTransfer.getData(collectionType)
        if (id !== parentId) void write('collections.update', { id, parentId })
      },
    },
  }
}

function together(one: Target, other: Target): Target {
  return {
    drop: one.drop === 'over' || other.drop === 'over' ? 'over' : one.drop,
    handlers: {
      onDragOver(event) {
        one.handlers.onDragOver(event)
        other.handlers.onDragOver(event)
      },
      onDragLeave(event) {
        one.handlers.onDragLeave(event)
        other.handlers.onDragLeave(event)
      },
      onDrop(event) {
        one.handlers.onDrop(event)
        other.handlers.onDrop(event)
      },
    },
  }
}
