import { type RefObject, useEffect, useRef, useState } from 'react'
import { type PaneName, readingAt } from '#renderer/state/readers.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Annotation } from '#shared/model.ts'
import type { TextRange } from './align/alignPage.ts'
import type { Rectangle } from './align/geometry.ts'
import type { PageTexts } from './PageTexts.ts'

/** About as much text as a line holds: the pages follow the line that is first in view. */
const lineLength = 60
const settleMs = 120
const flashMs = 1_600

/** How much of the selected passage the pages show. */
export type Whereabouts = 'found' | 'partly' | 'nowhere' | null

interface Following {
  texts: PageTexts
  pane: PaneName
  annotations: readonly Annotation[]
  /** The element that holds the text and the pages. */
  around: RefObject<HTMLElement | null>
  /** A jump that began on the page: the text goes there, the page stays. */
  fromPage: RefObject<boolean>
  show(page: number, rectangle?: Rectangle): void
}

/**
 * Keeps the pages at what one reads: the annotation that is selected, the passage that is selected or jumped to, the first
 * line in view. Says how much of the selected annotation was found, and which passage was just jumped to.
 */
export function useFollow(following: Following): { whereabouts: Whereabouts; flash: TextRange | null } {
  const { texts, pane, annotations, around } = following
  const { source } = texts
  const latest = useRef(following)
  useEffect(() => {
    latest.current = following
  })
  const asked = useRef(0)
  const go = useRef(async (range: TextRange): Promise<number | null> => {
    const nonce = ++asked.current
    const { fromPage, texts: all, show } = latest.current
    const { pages, share } = await all.locate(range)
    if (asked.current !== nonce) return null
    const [place] = pages
    if (place && !fromPage.current) show(place.page, place.rectangles[0])
    return share
  }).current

  const [whereabouts, setWhereabouts] = useState<Whereabouts>(null)
  const selection = useWindow((state) => state.selection)
  const selected = annotations.find(({ id }) => selection?.kind === 'annotation' && selection.id === id)
  const { start, end, state } = selected ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: other texts may have the passage elsewhere
  useEffect(() => {
    setWhereabouts(null)
    if (start === undefined || end === undefined || state === 'lost') return
    let left = false
    go({ start, end }).then(
      (share) => {
        if (!left && share !== null)
          setWhereabouts(share >= 0.9 ? 'found' : share >= 0.3 ? 'partly' : 'nowhere')
      },
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [go, texts, start, end, state])

  const passage = useWindow((held) => (held.passage?.sourceId === source.id ? held.passage : null))
  useEffect(() => {
    if (passage) go(passage).catch(() => undefined)
  }, [go, passage])

  const target = useWindow((held) => (pane === 'beside' ? held.besideTarget : held.target))
  const [flash, setFlash] = useState<TextRange | null>(null)
  useEffect(() => {
    if (!target) return
    go(target).catch(() => undefined)
    if (target.show === 'resume') return
    setFlash(target)
    const timer = setTimeout(() => setFlash(null), flashMs)
    return () => {
      clearTimeout(timer)
      setFlash(null)
    }
  }, [go, target])

  useTurnedAway(following.fromPage)
  useReading(around, source.id, pane, (at) => {
    const { fromPage } = latest.current
    if (fromPage.current) fromPage.current = false
    else go({ start: at, end: Math.min(at + lineLength, source.text.length) }).catch(() => undefined)
  })
  return { whereabouts, flash }
}

/** Whoever does something elsewhere is not at the page any more: it follows again. */
function useTurnedAway(fromPage: RefObject<boolean>): void {
  useEffect(() => {
    const acted = ({ target }: Event): void => {
      if (!(target instanceof Element && target.closest('[data-pages]'))) fromPage.current = false
    }
    const actions = ['pointerdown', 'keydown', 'wheel'] as const
    for (const action of actions) document.addEventListener(action, acted, { capture: true, passive: true })
    return () => {
      for (const action of actions) document.removeEventListener(action, acted, { capture: true })
    }
  }, [fromPage])
}

/** Says where one reads in the text, at first and whenever one stopped scrolling. */
function useReading(
  around: RefObject<HTMLElement | null>,
  sourceId: string,
  pane: PaneName,
  onRead: (offset: number) => void,
): void {
  const latest = useRef(onRead)
  useEffect(() => {
    latest.current = onRead
  })
  useEffect(() => {
    const element = around.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = (): void => {
      const offset = readingAt(pane, sourceId)
      if (offset !== null) latest.current(offset)
    }
    const scrolled = (event: Event): void => {
      if (event.target instanceof Element && event.target.closest('[data-pages]')) return
      clearTimeout(timer)
      timer = setTimeout(read, settleMs)
    }
    read()
    // Scrolling does not bubble: it is caught on its way down.
    element.addEventListener('scroll', scrolled, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      element.removeEventListener('scroll', scrolled, { capture: true })
    }
  }, [around, sourceId, pane])
}
