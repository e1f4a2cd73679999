import { useEffect, useRef } from 'react'
import type { Room } from './chunks.ts'

/** A card of two lines, in px. */
const usualHeight = 85

interface CardsToComeProps extends Pick<Room, 'kind' | 'index' | 'count'> {
  onNear(room: Pick<Room, 'kind' | 'index'>): void
}

/**
 * The room of cards that are not made yet. A browser asks at every frame of everything that is observed, and of everything
 * that it may leave undrawn, whether it is in view: with two thousand cards that took 20 ms, with one room for many of them
 * it takes none.
 */
export function CardsToCome({ kind, index, count, onNear }: CardsToComeProps) {
  const room = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const observed = room.current
    if (!observed) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && onNear({ kind, index }),
      { rootMargin: '600px 0px' },
    )
    observer.observe(observed)
    return () => observer.disconnect()
  }, [kind, index, onNear])
  return <li ref={room} aria-hidden style={{ blockSize: count * usualHeight }} />
}
