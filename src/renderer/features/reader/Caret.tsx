import { type RefObject, useLayoutEffect, useState } from 'react'
import { caretRect } from './caretRect.ts'
import styles from './Reader.module.css'

/** The caret that the keyboard moves. The browser draws one in editable text only. */
export function Caret({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const [place, setPlace] = useState<{ left: number; top: number; height: number } | null>(null)
  useLayoutEffect(() => {
    const follow = (): void => {
      const view = scroller.current
      const selection = document.getSelection()
      const rect = selection && caretRect(selection)
      if (!view || !rect) {
        setPlace(null)
        return
      }
      const { left, top } = view.getBoundingClientRect()
      setPlace({
        left: rect.left - left + view.scrollLeft,
        top: rect.top - top + view.scrollTop,
        height: rect.height,
      })
    }
    follow()
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [scroller])
  return (
    place && <span key={`${place.left},${place.top}`} className={styles.caret} style={place} aria-hidden />
  )
}
