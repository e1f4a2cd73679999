import { $convertSelectionToMarkdownString } from '@lexical/markdown'
import i18next from 'i18next'
import { $getSelection, type LexicalEditor } from 'lexical'
import { copyText } from '#renderer/ui/copy.ts'
import { toast } from '#renderer/ui/index.ts'
import { richTextToMarkdown } from '#shared-editor/markdown.ts'
import { fileTransformers } from '#shared-editor/transformers.ts'
import { contentOf } from './content.ts'

/** Copies what is selected, or all of the text, as Markdown: its quotes and references lead back here when it is pasted. */
export function copyMarkdown(editor: LexicalEditor): void {
  const t = i18next.getFixedT(null, 'editor')
  const markdown = editor.read(() => {
    const selection = $getSelection()
    return selection === null || selection.isCollapsed()
      ? richTextToMarkdown(contentOf(editor.getEditorState()))
      : $convertSelectionToMarkdownString(fileTransformers, selection)
  })
  if (copyText({ 'text/plain': markdown })) toast(t('copiedMarkdown'))
  else toast(t('notCopied'), { tone: 'danger' })
}
