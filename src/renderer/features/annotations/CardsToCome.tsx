import { useEffect, useRef } from 'react'

/** A card of two lines, in px. */
const usualHeight = 85

interface CardsToComeProps {
  count: number
  chunk: number
  onNear(chunk: number): void
}

/**
 * The room of cards that are not made yet. A browser asks at every frame of everything that is observed, and of everything
 * that it may leave undrawn, whether it is in view: with two thousand cards that took 20 ms, with one room for 25 of them
 * it takes none.
 */
export function CardsToCome({ count, chunk, onNear }: CardsToComeProps) {
  const room = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const observed = room.current
    if (!observed) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && onNear(chunk),
      { rootMargin: '600px 0px' },
    )
    observer.observe(observed)
    return () => observer.disconnect()
  }, [chunk, onNear])
  return <li ref={room} aria-hidden style={{ blockSize: count * usualHeight }} />
}
