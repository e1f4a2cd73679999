import { useEffect, useRef } from 'react'
import { useWindow } from '../state/window.ts'
import { type Known, standsIn } from './useRememberedPlace.ts'

/** Leaves what was deleted, by whomever: its tab, its place, the pane beside. What was never listed yet stays. */
export function useForgetting(known: Known | null): void {
  const before = useRef<Known | null>(null)
  useEffect(() => {
    const stood = before.current ? standsIn(before.current) : null
    before.current = known
    if (!known || !stood) return
    const stands = standsIn(known)
    useWindow.getState().forget((object) => stood(object) && !stands(object))
  }, [known])
}
