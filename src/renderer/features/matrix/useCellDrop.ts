import { type DragEvent, useState } from 'react'
import { carries, dropped } from '#renderer/objects/drag.ts'
import { linkable, offerLink } from '#renderer/objects/linkDrop.ts'
import type { MatrixGrid } from './grid.ts'
import { placeAt } from './useWalk.ts'
import type { GridPlace } from './walk.ts'

/**
 * Lets every cell and every claim take what is dragged, to link it to the claim. Heard once for the whole grid: a listener
 * a cell would cost more than the cell.
 */
export function useCellDrop(grid: MatrixGrid, onDropped: () => void) {
  const [over, setOver] = useState<GridPlace | null>(null)
  const claimAt = (place: GridPlace | null) => (place ? grid.claims[place.row] : undefined)
  return {
    /** Where it hovers. */
    over,
    handlers: {
      onDragOver(event: DragEvent) {
        const place = placeAt(event.target)
        if (!claimAt(place) || !carries(event.dataTransfer, linkable)) {
          setOver(null)
          return
        }
        event.preventDefault()
        event.dataTransfer.dropEffect = 'link'
        setOver((before) => (before?.row === place?.row && before?.column === place?.column ? before : place))
      },
      onDragLeave({ currentTarget, relatedTarget }: DragEvent) {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(null)
      },
      onDrop(event: DragEvent) {
        setOver(null)
        const found = dropped(event.dataTransfer)
        const claim = claimAt(placeAt(event.target))
        if (!found || !claim) return
        event.preventDefault()
        event.stopPropagation()
        onDropped()
        offerLink(found, { kind: 'claim', id: claim.id }, { x: event.clientX, y: event.clientY })
      },
    },
  }
}
