import { type RefObject, useEffect, useState } from 'react'
import { useWindow } from '#renderer/state/window.ts'
import { caretRect } from './caretRect.ts'
import type { TextMap } from './text/TextMap.ts'

type Move = [
  direction: 'forward' | 'backward' | 'left' | 'right',
  unit: 'character' | 'word' | 'line' | 'lineboundary',
]

const moves: Record<string, Move> = {
  ArrowLeft: ['left', 'character'],
  ArrowRight: ['right', 'character'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
}

/**
 * Lets one read and select with the keyboard alone. The left and right arrows put a caret into the text, which then
 * moves with the arrows, by words with Ctrl or Alt, and selects with Shift. Escape takes it away; without it the up
 * and down arrows scroll as anywhere. Says whether the caret is there.
 */
export function useCaretKeys(map: TextMap | null, scroller: RefObject<HTMLElement | null>): boolean {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const view = scroller.current
    if (!map || !view) return
    const { root } = map
    let active = false
    // Where the caret was left: writing a comment takes the browser's only selection away.
    let left: { node: Node; offset: number } | null = null
    const show = (now: boolean): void => {
      active = now
      setShown(now)
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') {
        if (leave(active, root)) event.preventDefault()
        show(false)
        return
      }
      const move = moveFor(event, active)
      const selection = document.getSelection()
      if (!move || !selection) return
      event.preventDefault()
      if (!root.contains(selection.focusNode)) {
        if (left && root.contains(left.node)) selection.collapse(left.node, left.offset)
        else putCaret(selection, map, view)
      }
      show(true)
      selection.modify(event.shiftKey ? 'extend' : 'move', ...move)
      left = selection.focusNode && { node: selection.focusNode, offset: selection.focusOffset }
      follow(selection, view)
    }
    const hide = (): void => show(false)
    const point = (): void => {
      left = null
      hide()
    }
    root.addEventListener('keydown', onKeyDown)
    root.addEventListener('pointerdown', point)
    root.addEventListener('blur', hide)
    return () => {
      root.removeEventListener('keydown', onKeyDown)
      root.removeEventListener('pointerdown', point)
      root.removeEventListener('blur', hide)
    }
  }, [map, scroller])
  return shown
}

function moveFor(event: KeyboardEvent, active: boolean): Move | null {
  const move = moves[event.key]
  if (!move || event.metaKey) return null
  const [direction] = move
  const sideways = direction === 'left' || direction === 'right'
  // Alt with an arrow is back and forward; on a Mac it is the window's to decide which.
  if (event.altKey && !event.shiftKey) return null
  if (!active && !sideways && !event.shiftKey) return null
  if ((event.ctrlKey || event.altKey) && sideways) return [direction, 'word']
  return event.ctrlKey ? null : move
}

/** Escape backs out one layer: the text selection, then the selected annotation. Says whether there was one. */
function leave(active: boolean, root: HTMLElement): boolean {
  const text = document.getSelection()
  if (text && !text.isCollapsed && root.contains(text.anchorNode)) {
    text.collapseToStart()
    return true
  }
  const { selection, select } = useWindow.getState()
  if (active || selection === null) return active
  select(null)
  return true
}

/** Puts the caret at the first words in view. */
function putCaret(selection: Selection, map: TextMap, view: HTMLElement): void {
  const { left, top, width, height } = view.getBoundingClientRect()
  for (let below = 12; below < height; below += 24) {
    const element = document.elementFromPoint(left + width / 2, top + below)
    const start = element && map.root.contains(element) ? map.blockStart(element) : null
    const point = start === null ? null : map.point(start)
    if (point) {
      selection.collapse(point.node, point.offset)
      return
    }
  }
}

/** Scrolls just so far that the caret stays in view. */
function follow(selection: Selection, view: HTMLElement): void {
  const caret = caretRect(selection)
  if (!caret) return
  const { top, bottom } = view.getBoundingClientRect()
  const margin = 2 * caret.height
  if (caret.top < top + margin) view.scrollTop -= top + margin - caret.top
  else if (caret.bottom > bottom - margin) view.scrollTop += caret.bottom - bottom + margin
}
