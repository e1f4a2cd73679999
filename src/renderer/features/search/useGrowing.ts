import { type RefObject, useEffect, useRef, useState } from 'react'

const step = 40

/**
 * How many items of a long list to draw: more each time the end of what is drawn comes near. Put `end` on an element
 * after the last. `onEnd` is called when the end of all `total` items comes near. Another `key` begins anew.
 */
export function useGrowing(
  total: number,
  key: string,
  onEnd: () => void,
): { shown: number; end: RefObject<HTMLDivElement | null> } {
  const [grown, setGrown] = useState({ key, shown: step })
  const shown = Math.min(total, grown.key === key ? grown.shown : step)
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(onEnd)
  useEffect(() => {
    latest.current = onEnd
  })
  useEffect(() => {
    const element = end.current
    if (!element) return
    const grow = (entries: readonly IntersectionObserverEntry[]): void => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      if (shown < total) setGrown({ key, shown: shown + step })
      else latest.current()
    }
    // Asked anew after each growth: an element that stays in sight is reported once.
    const observer = new IntersectionObserver(grow, { rootMargin: '600px' })
    observer.observe(element)
    return () => observer.disconnect()
  }, [shown, total, key])
  return { shown, end }
}
