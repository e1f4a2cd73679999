import { type RefObject, useEffect, useState } from 'react'

/** Called when an element comes near the view, once. */
const waiting = new WeakMap<Element, () => void>()

/** One observer for every list: thousands of cards wait at no cost. */
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue
      observer.unobserve(target)
      waiting.get(target)?.()
    }
  },
  { rootMargin: '600px 0px' },
)

/** Whether the element has ever been near the view. What it holds need not be made before. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const watched = element.current
    if (near || !watched) return
    waiting.set(watched, () => setNear(true))
    observer.observe(watched)
    return () => {
      observer.unobserve(watched)
      waiting.delete(watched)
    }
  }, [element, near])
  return near
}
