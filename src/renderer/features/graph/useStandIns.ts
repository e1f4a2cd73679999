import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Scene } from './draw/scene.ts'
import type { Stage } from './stage.ts'

/** More cards in sight than this have no buttons: a browser takes 30 ms a frame to move a thousand. */
const most = 120
/** So many of the current card's neighbours always have one, to be reached by a screen reader. */
const mostLinked = 60

/**
 * Which cards have a button: those in sight, where they are few enough to be told apart, and always the current one and what
 * it is linked to. And how to give one the focus, whether it has a button yet or not. `focused` is told which button has
 * it: where that one goes with its card, the current card takes over.
 */
export function useStandIns(
  stage: Stage | null,
  scene: Scene,
  layer: RefObject<HTMLElement | null>,
  current: string | null,
  setCurrent: (key: string) => void,
): {
  standing: readonly string[]
  focusOn: (key: string) => void
  focused: RefObject<Element | null>
} {
  const [inSight, setInSight] = useState<readonly string[]>([])
  const [wanted, setWanted] = useState<{ key: string } | null>(null)
  useEffect(() => {
    if (!stage) return
    const look = (): void => {
      const keys = stage.cardsInSight()
      setInSight(keys.length > most ? [] : keys)
    }
    stage.onSettled = look
    look()
    return () => {
      stage.onSettled = () => {}
    }
  }, [stage])
  const standing = useMemo(() => {
    const linked = [...(scene.linked.get(current ?? '') ?? [])].slice(0, mostLinked)
    const chosen = new Set([...inSight, current, wanted?.key, ...linked])
    // In the order of the cards: that is the one in which they are read out.
    return scene.cards.flatMap(({ key }) => (chosen.has(key) ? [key] : []))
  }, [inSight, scene, current, wanted])
  useEffect(() => {
    if (wanted === null) return
    layer.current
      ?.querySelector<HTMLElement>(`[data-node="${CSS.escape(wanted.key)}"]`)
      ?.focus({ preventScroll: true })
  }, [wanted, layer])
  const focusOn = (key: string): void => {
    setCurrent(key)
    setWanted({ key })
  }
  const focused = useRef<Element | null>(null)
  // The card that had the focus is gone, by undo or with a filter.
  useLayoutEffect(() => {
    if (!focused.current || focused.current.isConnected || document.activeElement !== document.body) return
    focused.current = null
    if (current !== null) focusOn(current)
  })
  return { standing, focusOn, focused }
}
