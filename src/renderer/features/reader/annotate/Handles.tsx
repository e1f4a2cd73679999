import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { classes } from '#renderer/ui/index.ts'
import type { Annotation } from '#shared/model.ts'
import type { Edge } from '../text/graphemes.ts'
import type { Painting } from '../text/painting.ts'
import type { TextRange } from '../text/range.ts'
import type { TextMap } from '../text/TextMap.ts'
import { type EdgePlace, edgePlace } from './edgePlace.ts'
import styles from './Handles.module.css'
import { useEdgeDrag } from './useEdgeDrag.ts'

interface HandlesProps {
  map: TextMap
  scroller: RefObject<HTMLElement | null>
  painting: Painting | null
  annotation: Annotation
}

const edges = ['start', 'end'] as const

/** At both ends of the selected annotation: what one drags to make it longer or shorter. Keys do the same by words. */
export function Handles({ map, scroller, painting, annotation }: HandlesProps) {
  const { range, edge: held, take } = useEdgeDrag(map, scroller, annotation)
  const places = usePlaces(map, scroller, range)
  const selecting = usePointerElsewhere()
  const { start, end } = range
  useEffect(() => {
    painting?.setMark('resized', held === null ? null : { start, end })
    return () => painting?.setMark('resized', null)
  }, [painting, held, start, end])
  return edges.map((edge) => {
    const place = places[edge]
    return (
      place && (
        <span
          key={edge}
          className={classes(styles.handle, styles[edge], (held !== null || selecting) && styles.held)}
          style={{ ...place, '--colour': `var(--mark-${annotation.colour})` } as React.CSSProperties}
          data-edge={edge}
          // The keyboard's way is the commands that move an end by a word.
          aria-hidden
          onPointerDown={(event) => take(edge, event)}
        />
      )
    )
  })
}

/** Whether a button or a finger is down that went down on anything but a handle: words below one can be selected then. */
function usePointerElsewhere(): boolean {
  const [down, setDown] = useState(false)
  useEffect(() => {
    const press = ({ target }: PointerEvent): void =>
      setDown(!(target instanceof HTMLElement && target.dataset.edge !== undefined))
    const release = (): void => setDown(false)
    window.addEventListener('pointerdown', press, true)
    window.addEventListener('pointerup', release, true)
    window.addEventListener('pointercancel', release, true)
    return () => {
      window.removeEventListener('pointerdown', press, true)
      window.removeEventListener('pointerup', release, true)
      window.removeEventListener('pointercancel', release, true)
    }
  }, [])
  return down
}

type Places = Record<Edge, EdgePlace | null>

const nowhere: Places = { start: null, end: null }

/** The places of both ends in px of the scrolled content, kept up when the text is laid out anew. */
function usePlaces(map: TextMap, scroller: RefObject<HTMLElement | null>, { start, end }: TextRange): Places {
  const [places, setPlaces] = useState(nowhere)
  useLayoutEffect(() => {
    const view = scroller.current
    if (!view) return
    let frame = 0
    const look = (): void => {
      const { left, top } = view.getBoundingClientRect()
      const inView = (place: EdgePlace | null): EdgePlace | null =>
        place && {
          left: Math.round(place.left - left + view.scrollLeft),
          top: Math.round(place.top - top + view.scrollTop),
          height: Math.round(place.height),
        }
      const range = { start, end }
      const next = {
        start: inView(edgePlace(map, range, 'start')),
        end: inView(edgePlace(map, range, 'end')),
      }
      setPlaces((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    const soon = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    look()
    const observer = new ResizeObserver(soon)
    observer.observe(map.root)
    // What lay far out of view had no place before.
    view.addEventListener('scroll', soon, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      view.removeEventListener('scroll', soon)
    }
  }, [map, scroller, start, end])
  return places
}
