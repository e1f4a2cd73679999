import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Source } from '#shared/model.ts'
import { mountText } from './text/mountText.ts'
import { TextMap } from './text/TextMap.ts'

/** Puts the source's text into `root`, anew only when the text or the title it is compared with changes. */
export function useMountedText(
  root: RefObject<HTMLElement | null>,
  source: Source,
  onMount: (map: TextMap | null) => void,
): void {
  const latest = useRef(source)
  latest.current = source
  const { id, textHash, title } = source
  // biome-ignore lint/correctness/useExhaustiveDependencies: these three say when what is shown of a source changes
  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    const editor = mountText(element, latest.current)
    onMount(new TextMap(element, latest.current))
    return () => {
      editor.dispose()
      element.replaceChildren()
    }
  }, [root, onMount, id, textHash, title])
}
