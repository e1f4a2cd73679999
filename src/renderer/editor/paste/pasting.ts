import {
  $generateNodesFromSerializedNodes,
  $insertGeneratedNodes,
  type BaseSerializedNode,
  ClipboardImportExtension,
  type ImportMimeTypeFunction,
} from '@lexical/clipboard'
import { $isCodeNode } from '@lexical/code-core'
import { $generateNodesFromMarkdownString } from '@lexical/markdown'
import { $findMatchingParent } from '@lexical/utils'
import i18next from 'i18next'
import {
  $getEditor,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type BaseSelection,
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  PASTE_TAG,
} from 'lexical'
import { type Dragged, dropped } from '#renderer/objects/drag.ts'
import type { RichTextNode } from '#shared/model.ts'
import { fileTransformers } from '#shared-editor/transformers.ts'
import { insertPassage } from '../quotes.ts'
import { carriesImages, withImagesStored } from '../storeImages.ts'
import { htmlToBlocks } from './html.ts'
import { looksLikeMarkdown } from './markdown.ts'
import { parsePage } from './parse.ts'

/** Editors whose next paste is to stay plain: the keys said so. */
const plainNext = new WeakSet<LexicalEditor>()

/** A passage copied in the reader comes in as a quote that leads back to it; one of another notebook as plain words. */
const $pastePassage: ImportMimeTypeFunction = (_data, _selection, $next, data) => {
  const passage: Dragged | null = dropped(data)
  if (passage?.kind !== 'passage') return $next()
  const editor = $getEditor()
  const words = data.getData('text/plain')
  void insertPassage(editor, passage).then((done) => {
    if (!done) editor.update(() => $insertText(words), { tag: PASTE_TAG })
  })
  return true
}

const $pasteHtml: ImportMimeTypeFunction = (html, selection, $next, data) => {
  const editor = $getEditor()
  const text = data.getData('text/plain')
  // An editor of code colours its text, which says less than the text itself.
  const isFromCode = data.types.includes('vscode-editor-data')
  if ($isInCode(selection) || isFromCode) return text === '' ? $next() : $pastePlain(text, selection)
  const blocks = htmlToBlocks(parsePage(html), i18next.getFixedT(null, 'editor')('image.word'))
  if (text !== '' && isUnformatted(blocks) && looksLikeMarkdown(text)) return $pastePlain(text, selection)
  if (!carriesImages(blocks)) {
    $insertBlocks(editor, blocks, selection)
    return true
  }
  void withImagesStored(blocks).then((stored) => {
    editor.update(() => $insertBlocks(editor, stored, $caret()), { tag: PASTE_TAG })
  })
  return true
}

function $pastePlain(text: string, selection: BaseSelection): boolean {
  const editor = $getEditor()
  const isPlain = plainNext.has(editor) || $isInCode(selection)
  if (!isPlain && looksLikeMarkdown(text)) pasteMarkdown(editor, text)
  else $insertText(text)
  return true
}

/**
 * Pastes Markdown as what it means. One undo makes it the plain text that was copied, a second takes the paste back: both
 * are put in, the plain text first, so that the editor's history has a step for each.
 */
function pasteMarkdown(editor: LexicalEditor, text: string): void {
  const before = editor.getEditorState()
  queueMicrotask(() => {
    editor.update(() => $insertText(text), { discrete: true, tag: HISTORY_PUSH_TAG })
    editor.setEditorState(before, { tag: HISTORIC_TAG })
    editor.update(
      () => {
        const nodes = $generateNodesFromMarkdownString(text, fileTransformers)
        $insertGeneratedNodes(editor, nodes, $caret())
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    )
  })
}

function $insertText(text: string): void {
  const selection = $caret()
  if ($isRangeSelection(selection)) selection.insertRawText(text.replace(/\r\n?/g, '\n'))
}

function $insertBlocks(editor: LexicalEditor, blocks: RichTextNode[], selection: BaseSelection): void {
  const nodes = $generateNodesFromSerializedNodes(blocks as unknown as BaseSerializedNode[])
  if (nodes.length > 0) $insertGeneratedNodes(editor, nodes, selection)
}

/** The selection, or the end of the text where there is none (any more). */
function $caret(): BaseSelection {
  const selection = $getSelection()?.clone() ?? $getRoot().selectEnd()
  $setSelection(selection)
  return selection
}

function $isInCode(selection: BaseSelection): boolean {
  const node: LexicalNode | null = $isRangeSelection(selection) ? selection.anchor.getNode() : null
  return node !== null && $findMatchingParent(node, $isCodeNode) !== null
}

/** Whether blocks hold nothing but words. */
function isUnformatted(blocks: readonly RichTextNode[]): boolean {
  return blocks.every(({ type, format, children }) => {
    if (type === 'text') return format === 0
    if (!['paragraph', 'code', 'linebreak'].includes(type)) return false
    return !Array.isArray(children) || isUnformatted(children as RichTextNode[])
  })
}

/** Shift with the keys of paste asks for plain text, as everywhere. */
function watchForPlain(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyV') {
        if (event.shiftKey) plainNext.add(editor)
        else plainNext.delete(editor)
      }
      return false
    },
    COMMAND_PRIORITY_LOW,
  )
}

/** Cleans what is pasted into an editor. */
export const PasteExtension = defineExtension({
  name: 'crossread/paste',
  dependencies: [
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        'application/x-crossread-passage': [$pastePassage],
        'text/html': [$pasteHtml],
        'text/plain': [$pastePlain],
      },
      priority: { 'application/x-crossread-passage': 5 },
    }),
  ],
  register: watchForPlain,
})
