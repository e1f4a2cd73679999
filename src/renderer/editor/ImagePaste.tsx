import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { DRAG_DROP_PASTE, eventFiles } from '@lexical/rich-text'
import { mergeRegister } from '@lexical/utils'
import {
  $getRoot,
  $getSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  type LexicalEditor,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical'
import { useEffect } from 'react'
import { $createImageNode } from '#shared-editor/image.ts'
import { parsePage } from './paste/parse.ts'
import { isImageFile, storeImage } from './storeImages.ts'

/** Takes images that are pasted or dropped into the text. Every other file is for the window to import. */
export function ImagePaste() {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => {
            if (!(event instanceof ClipboardEvent) || !isImageAlone(event.clipboardData)) return false
            event.preventDefault()
            const [, files] = eventFiles(event)
            void insertImages(editor, files)
            return true
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DRAG_DROP_PASTE,
          (files) => {
            void insertImages(editor, files)
            return true
          },
          COMMAND_PRIORITY_LOW,
        ),
      ),
    [editor],
  )
  return null
}

/** Whether an image was copied, perhaps with the HTML that shows it, and no words with it. Word sends a picture of its words, too. */
function isImageAlone(data: DataTransfer | null): boolean {
  if (data === null || ![...data.files].some(isImageFile)) return false
  const html = data.getData('text/html')
  if (html === '') return data.getData('text/plain') === ''
  const { body } = parsePage(html)
  return (body.textContent ?? '').trim() === '' && body.querySelectorAll('img').length === 1
}

/** Keeps images in the notebook and shows them where the caret stands. */
export async function insertImages(editor: LexicalEditor, files: readonly File[]): Promise<void> {
  for (const file of files.filter(isImageFile)) {
    const image = await storeImage(file, wordsOf(file.name))
    if (image === null) continue
    editor.update(
      () => {
        const selection = $getSelection() ?? $getRoot().selectEnd()
        selection.insertNodes([$createImageNode(image)])
      },
      { tag: PASTE_TAG },
    )
  }
}

/** A file's name says what it shows, unless a program made the name up. */
function wordsOf(name: string): string {
  const words = name
    .replace(/\.\w+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
  return /^(?:image|img|clipboard|screenshot|screen shot|unbenannt|untitled|dsc|pasted)?[\s\d.:()]*(?:at)?[\s\d.:()]*$/i.test(
    words,
  )
    ? ''
    : words
}
