import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { COMMAND_PRIORITY_BEFORE_EDITOR, KEY_ESCAPE_COMMAND } from 'lexical'
import { useEffect, useRef } from 'react'

/** Escape leaves the editor by `onEscape`; a menu that stands open in it comes first. */
export function Escaping({ onEscape }: { onEscape: () => void }) {
  const [editor] = useLexicalComposerContext()
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  useEffect(
    () =>
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        (event) => {
          event.preventDefault()
          event.stopPropagation()
          latest.current()
          return true
        },
        // Before Lexical's own, which drops the focus onto nothing.
        COMMAND_PRIORITY_BEFORE_EDITOR,
      ),
    [editor],
  )
  return null
}
