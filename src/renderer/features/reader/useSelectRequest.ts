import { useEffect } from 'react'
import { useJudging } from '#renderer/state/judging.ts'
import type { TextMap } from './text/TextMap.ts'

/** Selects the passage that one is asked to change, so that Shift and the arrows go on from there. */
export function useSelectRequest(map: TextMap | null): void {
  const asked = useJudging((state) => state.selecting)
  useEffect(() => {
    if (!map || asked?.sourceId !== map.sourceId) return
    // The dialog that asked gives the focus back as it goes: the text takes it after that.
    const frame = requestAnimationFrame(() => {
      const range = asked.start < asked.end ? map.liveRange(asked) : null
      map.root.focus({ preventScroll: true })
      if (range) {
        const selection = document.getSelection()
        selection?.removeAllRanges()
        selection?.addRange(range)
      }
      useJudging.setState({ selecting: null })
    })
    return () => cancelAnimationFrame(frame)
  }, [map, asked])
}
