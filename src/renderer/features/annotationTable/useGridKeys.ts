import type { KeyboardEvent, RefObject } from 'react'
import type { Many } from '#renderer/objects/annotations/useMany.ts'
import { chooseNone } from '#renderer/state/annotating.ts'
import type { Annotation } from '#shared/model.ts'
import { rowHeight } from './Rows.tsx'

interface GridKeys {
  annotations: readonly Annotation[]
  many: Many
  view: RefObject<HTMLElement | null>
  /** The index of the active row; -1 where there is none. */
  at: number
  onActive(annotation: Annotation): void
  onOpen(annotation: Annotation): void
  onMenu(annotation: Annotation): void
}

/**
 * Arrows, Page Up and Down, Home and End move and choose; with Shift they reach further, with Ctrl or Cmd they move alone.
 * Space chooses or lets go, the menu key (Shift+F10) opens the row's menu, Ctrl or Cmd with A chooses all, Enter opens the passage, Escape lets go of all.
 */
export function useGridKeys(grid: GridKeys): (event: KeyboardEvent) => void {
  const { annotations, many, view, at, onActive, onOpen, onMenu } = grid
  const go = (to: number, event: KeyboardEvent): void => {
    const next = annotations[Math.max(0, Math.min(annotations.length - 1, to))]
    if (!next || !view.current) return
    if (event.shiftKey) many.extendTo(next.id)
    else if (!event.ctrlKey && !event.metaKey) many.only(next.id)
    onActive(next)
    reveal(view.current, annotations.indexOf(next))
  }
  return (event) => {
    // The boxes and buttons of the head and the rows have their own keys.
    if (event.target !== event.currentTarget || event.altKey) return
    const page = Math.max(1, Math.floor((view.current?.clientHeight ?? 0) / rowHeight) - 2)
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: annotations.length - 1,
    }
    const to = steps[event.key]
    const active = annotations[at]
    if (to !== undefined) go(to, event)
    else if (event.key === 'Enter' && active) onOpen(active)
    else if (active && (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)))
      onMenu(active)
    else if (event.key === ' ' && active) many.toggle(active.id)
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) many.all()
    else if (event.key === 'Escape' && many.chosen.length > 0) chooseNone()
    else return
    event.preventDefault()
  }
}

/** Scrolls just so far that a row stands below the head and above the edge. */
function reveal(view: HTMLElement, index: number): void {
  const head = view.querySelector('thead')?.clientHeight ?? 0
  const top = index * rowHeight
  const space = view.clientHeight - head
  if (top < view.scrollTop) view.scrollTop = top
  else if (top + rowHeight > view.scrollTop + space) view.scrollTop = top + rowHeight - space
}
