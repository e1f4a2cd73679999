import { useEffect, useMemo, useRef } from 'react'
import { chooseNone, useAnnotating } from '#renderer/state/annotating.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Annotation } from '#shared/model.ts'

/** Choosing many of a list, as lists do everywhere: Ctrl or Cmd adds one, Shift reaches from the last one to this. */
export interface Many {
  /** The chosen ones that are shown, in the list's order. What cannot be seen is never acted on. */
  chosen: readonly Annotation[]
  only(id: string): void
  toggle(id: string): void
  extendTo(id: string): void
  all(): void
  none(): void
}

/** `shown` are the annotations of a list in its order. What was chosen is let go when the list goes. */
export function useMany(shown: readonly Annotation[]): Many {
  const ids = useAnnotating((state) => state.chosen)
  const selection = useWindow((state) => state.selection)
  const anchor = useRef<string | null>(null)
  const latest = useRef(shown)
  latest.current = shown
  useEffect(() => chooseNone, [])
  const selectedId = selection?.kind === 'annotation' ? selection.id : null
  // One that is chosen elsewhere, such as in the text, takes the place of the many.
  useEffect(() => {
    anchor.current = selectedId ?? anchor.current
    if (selectedId !== null && !useAnnotating.getState().chosen.has(selectedId)) chooseNone()
  }, [selectedId])
  const chosen = useMemo(() => (ids.size === 0 ? [] : shown.filter(({ id }) => ids.has(id))), [ids, shown])
  const actions = useMemo(() => {
    const choose = (wanted: Iterable<string>): void => {
      useAnnotating.setState({ chosen: new Set(wanted) })
    }
    return {
      only: (id: string): void => {
        anchor.current = id
        choose([id])
      },
      toggle: (id: string): void => {
        const before = useAnnotating.getState().chosen
        const next = new Set(before.size === 0 && anchor.current !== null ? [anchor.current] : before)
        if (before.has(id)) next.delete(id)
        else next.add(id)
        anchor.current = id
        choose(next)
      },
      extendTo: (id: string): void => {
        const order = latest.current.map((one) => one.id)
        const to = order.indexOf(id)
        const from = Math.max(0, order.indexOf(anchor.current ?? id))
        choose(order.slice(Math.min(from, to), Math.max(from, to) + 1))
      },
      all: () => choose(latest.current.map(({ id }) => id)),
      none: chooseNone,
    }
  }, [])
  return useMemo(() => ({ chosen, ...actions }), [chosen, actions])
}
