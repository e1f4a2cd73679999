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
import { useTranslation } from 'react-i18next'
import { carries, type Dragged, dropped } from '#renderer/objects/drag.ts'
import { toast } from '#renderer/ui/index.ts'
import { caretAt } from './caretAt.ts'
import { insertPassage, insertQuote } from './quotes.ts'
import { insertReference } from './references.ts'

const wanted = ['annotation', 'passage', 'claim', 'source', 'note'] as const

/** Lets annotations and passages be dropped into the text, where they become linked quotes, and other objects, which are mentioned. */
export function ObjectDrop() {
  const { t } = useTranslation('editor')
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    const insert = async (object: Dragged): Promise<void> => {
      if (object.kind === 'annotation') await insertQuote(editor, object.id)
      else if (object.kind !== 'passage') await insertReference(editor, { kind: object.kind, id: object.id })
      else if (!(await insertPassage(editor, object))) toast(t('quote.elsewhere'), { tone: 'danger' })
    }
    return mergeRegister(
      editor.registerCommand(
        DRAGOVER_COMMAND,
        (event) => {
          if (!event.dataTransfer || !carries(event.dataTransfer, wanted)) return false
          event.dataTransfer.dropEffect = 'copy'
          event.preventDefault()
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        DROP_COMMAND,
        (event) => {
          const object = event.dataTransfer ? dropped(event.dataTransfer) : null
          if (object === null) return false
          event.preventDefault()
          putCaret(editor, event)
          void insert(object)
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
    )
  }, [editor, t])
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
