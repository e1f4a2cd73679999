import { useEffect } from 'react'
import { wordAt } from './text/graphemes.ts'
import type { TextMap } from './text/TextMap.ts'
import { offsetUnder } from './usePointing.ts'

const pressedMs = 550
/** A finger never rests quite still (px). */
const stillWithin = 10

/**
 * A finger that rests on a word selects it, where the system does not do that by itself. With the bar above it one goes on, and the
 * handles of what one made reach further.
 */
export function useLongPress(map: TextMap | null): void {
  useEffect(() => {
    if (!map) return
    const { root } = map
    let timer: ReturnType<typeof setTimeout> | undefined
    let from = { x: 0, y: 0 }
    let selected = false
    const press = ({ pointerType, clientX, clientY }: PointerEvent): void => {
      selected = false
      if (pointerType !== 'touch') return
      from = { x: clientX, y: clientY }
      clearTimeout(timer)
      timer = setTimeout(() => {
        selected = selectWordAt(map, from.x, from.y)
      }, pressedMs)
    }
    const move = ({ clientX, clientY }: PointerEvent): void => {
      if (Math.hypot(clientX - from.x, clientY - from.y) > stillWithin) clearTimeout(timer)
    }
    const lift = (event: TouchEvent): void => {
      clearTimeout(timer)
      // The click that follows would take the selection away.
      if (selected && event.cancelable) event.preventDefault()
    }
    const cancel = (): void => clearTimeout(timer)
    root.addEventListener('pointerdown', press)
    root.addEventListener('pointermove', move)
    root.addEventListener('pointercancel', cancel)
    root.addEventListener('touchend', lift)
    return () => {
      clearTimeout(timer)
      root.removeEventListener('pointerdown', press)
      root.removeEventListener('pointermove', move)
      root.removeEventListener('pointercancel', cancel)
      root.removeEventListener('touchend', lift)
    }
  }, [map])
}

/** Says whether there was a word to select, and the system had selected nothing. */
function selectWordAt(map: TextMap, x: number, y: number): boolean {
  const selection = document.getSelection()
  const at = offsetUnder(map, x, y)
  const word = at === null ? null : wordAt(map.text, at)
  const range = word && map.range(word)
  if (!selection?.isCollapsed || !range) return false
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
  return true
}
