import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { mergeRegister } from '@lexical/utils'
import {
  BLUR_COMMAND,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  FOCUS_COMMAND,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import { useEffect } from 'react'
import { runCommand } from '#renderer/commands/registry.ts'
import { useFocusedText } from './openEditors.ts'

/**
 * One undo for everything: while one writes it takes the writing back, piece by piece, and where nothing of that is
 * left it goes on with the notebook. The keys and the menu do the same.
 */
export function Undoing() {
  const [editor] = useLexicalComposerContext()
  useEffect(() => watchUndo(editor), [editor])
  return null
}

function watchUndo(editor: LexicalEditor): () => void {
  const can = { undo: false, redo: false }
  let focused = editor.getRootElement()?.contains(document.activeElement) ?? false
  const tell = (): void => {
    if (!focused) return
    useFocusedText.setState({
      undo: can.undo ? () => void editor.dispatchCommand(UNDO_COMMAND, undefined) : null,
      redo: can.redo ? () => void editor.dispatchCommand(REDO_COMMAND, undefined) : null,
    })
  }
  const leave = (): void => {
    if (focused) useFocusedText.setState({ undo: null, redo: null })
    focused = false
  }
  const note = (what: 'undo' | 'redo') => (now: boolean) => {
    can[what] = now
    tell()
    return false
  }
  const passOn = (what: 'undo' | 'redo') => () => {
    if (can[what]) return false
    runCommand(`history.${what}`)
    return true
  }
  tell()
  const stop = mergeRegister(
    editor.registerCommand(CAN_UNDO_COMMAND, note('undo'), COMMAND_PRIORITY_LOW),
    editor.registerCommand(CAN_REDO_COMMAND, note('redo'), COMMAND_PRIORITY_LOW),
    editor.registerCommand(UNDO_COMMAND, passOn('undo'), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(REDO_COMMAND, passOn('redo'), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      FOCUS_COMMAND,
      () => {
        focused = true
        tell()
        return false
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        // A menu of the system takes the window's focus, not the text's.
        if (!editor.getRootElement()?.contains(document.activeElement)) leave()
        return false
      },
      COMMAND_PRIORITY_LOW,
    ),
  )
  return () => {
    leave()
    stop()
  }
}
