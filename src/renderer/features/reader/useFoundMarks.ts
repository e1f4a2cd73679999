import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { hitFrom, useFinding } from '#renderer/state/finding.ts'
import { offsetAtTop } from './place.ts'
import type { Painting } from './text/painting.ts'
import type { TextMap } from './text/TextMap.ts'
import { showRange } from './useScrollPosition.ts'

/** Marks what is found in the text, shows the hit one is at, and leaves it selected when finding ends. */
export function useFoundMarks(
  map: TextMap | null,
  scroller: RefObject<HTMLElement | null>,
  painting: Painting | null,
  inHand: boolean,
): void {
  const { open, hits, sourceId, current, steps, left } = useFinding()
  const own = map !== null && inHand && sourceId === map.sourceId
  const shown = own && open
  const ranges = useMemo(() => hits.map(([start, end]) => ({ id: `${start}`, start, end })), [hits])

  useEffect(() => painting?.setFound(shown ? ranges : []), [painting, shown, ranges])

  // Finding begins where one reads, which only the text knows.
  useEffect(() => {
    if (!shown || !scroller.current || current !== null || hits.length === 0) return
    const top = scroller.current.scrollTop === 0 ? 0 : (offsetAtTop(map, scroller.current) ?? 0)
    useFinding.setState({ current: hitFrom(hits, top) })
  }, [map, scroller, shown, current, hits])

  const [start, end] = (shown && current !== null && hits[current]) || []
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step to the same hit shows it again
  useEffect(() => {
    if (!painting || start === undefined || end === undefined) return
    painting.setMark('found-here', { start, end })
    if (map && scroller.current) showRange(map, scroller.current, { start, end })
    return () => painting.setMark('found-here', null)
  }, [map, scroller, painting, start, end, steps])

  const leftBefore = useRef(left.nonce)
  useEffect(() => {
    if (!map || !inHand || leftBefore.current === left.nonce) return
    leftBefore.current = left.nonce
    map.root.focus({ preventScroll: true })
    const [from, to] = (own && left.hit?.map((at) => map.point(at))) || []
    if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }, [map, inHand, own, left])
}
