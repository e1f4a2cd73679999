import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

interface Draft {
  value: string
  onChange: (event: { target: { value: string } }) => void
  onBlur: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/**
 * A text field's content while it is edited: saved on blur, on Enter (Shift+Enter breaks the line) and when the field
 * goes away; Escape brings back what was there. Otherwise it follows `saved`. A draft that could not be saved stays.
 */
export function useDraft(saved: string, save: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const [seen, setSeen] = useState(saved)
  if (seen !== saved) {
    setSeen(saved)
    setDraft(null)
  }
  const sent = useRef<string | null>(null)
  const keep = (): void => {
    if (draft === null) return
    const text = draft.trim()
    if (text === saved) setDraft(null)
    else if (text !== sent.current) {
      sent.current = text
      save(text)
    }
  }
  useKeepWhenGone(keep)
  const revert = (): void => setDraft(null)
  return {
    value: draft ?? saved,
    onChange: ({ target }) => {
      sent.current = null
      setDraft(target.value)
    },
    onBlur: keep,
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault()
        event.currentTarget.blur()
      } else if (event.key === 'Escape' && draft !== null) {
        event.stopPropagation()
        revert()
      }
    },
  }
}

/** A field that is taken away while it has the focus never gets its blur. */
function useKeepWhenGone(keep: () => void): void {
  const latest = useRef(keep)
  useEffect(() => {
    latest.current = keep
  })
  useEffect(() => () => latest.current(), [])
}
