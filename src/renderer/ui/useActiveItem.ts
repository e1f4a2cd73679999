import { type KeyboardEvent, useEffect, useId, useState } from 'react'

/** A text field that moves through a list of options while the focus stays in the field. */
export interface ActiveItem {
  index: number
  setIndex(index: number): void
  listId: string
  /** The element id of option `index`. */
  optionId(index: number): string
  /** Handles the arrows, Home-free: those belong to the text. */
  onKeyDown(event: KeyboardEvent): void
}

/**
 * Keeps track of the active one of `count` options.
 * @param resetKey when it changes, the first option is active again
 * @param onChoose called with the index on Enter
 */
export function useActiveItem(
  count: number,
  resetKey: string,
  onChoose: (index: number) => void,
): ActiveItem {
  const listId = useId()
  const [index, setIndex] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what resets
  useEffect(() => setIndex(0), [resetKey])
  const optionId = (at: number): string => `${listId}-${at}`
  const move = (to: number): void => {
    const next = (to + count) % count
    setIndex(next)
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (count === 0 || event.nativeEvent.isComposing) return
    const current = Math.min(index, count - 1)
    if (event.key === 'ArrowDown') move(current + 1)
    else if (event.key === 'ArrowUp') move(current - 1)
    else if (event.key === 'Enter') onChoose(current)
    else return
    event.preventDefault()
  }
  return { index: Math.min(index, Math.max(count - 1, 0)), setIndex, listId, optionId, onKeyDown }
}
