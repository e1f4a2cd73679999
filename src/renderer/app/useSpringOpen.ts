import { type DragEvent, useEffect, useRef } from 'react'
import { carries, type DraggedKind } from '../objects/drag.ts'

/** How long something has to hover (ms): shorter, and every drag across the bar would leave what one reads. */
const springMs = 500

const anything: readonly DraggedKind[] = ['annotation', 'passage', 'claim', 'source', 'note']

/** Opens a place while something of ours is held above its button, so that it can be dropped on what is there. */
export function useSpringOpen(open: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const stop = (): void => {
    clearTimeout(timer.current)
    timer.current = undefined
  }
  return {
    onDragOver(event: DragEvent) {
      if (!carries(event.dataTransfer, anything)) return
      timer.current ??= setTimeout(open, springMs)
    },
    onDragLeave: stop,
    onDrop: stop,
  }
}
