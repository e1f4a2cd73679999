import { type ReactNode, useCallback, useState } from 'react'

export interface GraduallyProps<Item> {
  items: readonly Item[]
  /** So many are there at first, and so many more each time the end of them comes near. */
  page: number
  /** About how tall an item is, in px: the rest has room of that size. */
  size: number
  /** What the room is made of: a list has items only. */
  room?: 'div' | 'li'
  children(item: Item): ReactNode
}

/** A long list that is made as it is needed: hundreds of items with buttons of their own take seconds to make at once. */
export function Gradually<Item>({ items, page, size, room = 'div', children }: GraduallyProps<Item>) {
  const [made, setMade] = useState(page)
  const left = items.length - made
  const watch = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return
      const observer = new IntersectionObserver(
        (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setMade((now) => now + page),
        { rootMargin: '800px 0px' },
      )
      observer.observe(element)
      return () => observer.disconnect()
    },
    [page],
  )
  return (
    <>
      {items.slice(0, made).map(children)}
      {/* A room of its own for each count: one that is still near is heard of again. */}
      {left > 0 && room === 'li' && (
        <li key={made} ref={watch} aria-hidden style={{ blockSize: left * size }} />
      )}
      {left > 0 && room === 'div' && <div key={made} ref={watch} style={{ blockSize: left * size }} />}
    </>
  )
}
