import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { mergeRegister } from '@lexical/utils'
import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  DRAGOVER_COMMAND,
  DROP_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { useEffect } from 'react'
import { carriesAnnotation, droppedAnnotation } from '#renderer/objects/drag.ts'
import { caretAt } from './caretAt.ts'
import { insertQuote } from './quotes.ts'

/** Lets an annotation be dropped into the text, where it becomes a quote that stays linked to its passage. */
export function QuoteDrop() {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          DRAGOVER_COMMAND,
          (event) => {
            if (!event.dataTransfer || !carriesAnnotation(event.dataTransfer)) return false
            event.dataTransfer.dropEffect = 'copy'
            event.preventDefault()
            return true
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DROP_COMMAND,
          (event) => {
            const annotationId = event.dataTransfer ? droppedAnnotation(event.dataTransfer) : null
            if (annotationId === null) return false
            event.preventDefault()
            putCaret(editor, event)
            void insertQuote(editor, annotationId)
            return true
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor],
  )
  return null
}

/** Puts the caret where the pointer is. Runs inside the command's update. */
function putCaret(editor: LexicalEditor, event: DragEvent): void {
  const caret = caretAt(event.clientX, event.clientY)
  if (!caret || !editor.getRootElement()?.contains(caret.node)) return
  const node = $getNearestNodeFromDOMNode(caret.node)
  if (!$isTextNode(node)) {
    node?.selectEnd()
    return
  }
  const selection = $createRangeSelection()
  selection.anchor.set(node.getKey(), caret.offset, 'text')
  selection.focus.set(node.getKey(), caret.offset, 'text')
  $setSelection(selection)
}
