import { useEffect } from 'react'
import { useWindow } from '#renderer/state/window.ts'

/** The type under which a passage is dragged, too: see `drag.ts`. */
const passageType = 'application/x-crossread-passage'

/** Clipboard data by which our own notes know a passage, beside the words that other programs take. */
export function passageData(passage: {
  sourceId: string
  start: number
  end: number
}): Record<string, string> {
  const { sourceId, start, end } = passage
  return { [passageType]: JSON.stringify({ kind: 'passage', sourceId, start, end }) }
}

/** While a text stands open, whatever is copied out of it says where it is from, so that a note can quote it. */
export function usePassageCopy(): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent): void => {
      const { passage } = useWindow.getState()
      const isText =
        event.target instanceof Node && closest(event.target)?.closest('[role="document"]') != null
      if (!passage || !isText || event.defaultPrevented || !event.clipboardData) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', passage.text)
      event.clipboardData.setData('text/html', passage.text.split('\n').map(paragraph).join(''))
      for (const [type, value] of Object.entries(passageData(passage)))
        event.clipboardData.setData(type, value)
    }
    document.addEventListener('copy', onCopy)
    return () => document.removeEventListener('copy', onCopy)
  }, [])
}

function closest(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement
}

function paragraph(line: string): string {
  const made = document.createElement('p')
  made.textContent = line
  return made.outerHTML
}
