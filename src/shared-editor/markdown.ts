import { createHeadlessEditor } from '@lexical/headless'
import { $convertFromMarkdownString, $convertToMarkdownString } from '@lexical/markdown'
import type { LexicalEditor } from 'lexical'
import type { RichText } from '#shared/model.ts'
import { richTextNodes } from './nodes.ts'
import { isEmptyRichText, plainToRichText, richTextToPlainText } from './text.ts'
import { fileTransformers } from './transformers.ts'

/**
 * A document as Markdown. One that Lexical cannot read comes out as its plain text: an export with less formatting is
 * better than none.
 */
export function richTextToMarkdown(content: RichText): string {
  if (isEmptyRichText(content)) return ''
  const editor = headless()
  try {
    const state = editor.parseEditorState(JSON.stringify(content))
    return state.read(() => $convertToMarkdownString(fileTransformers))
  } catch {
    return richTextToPlainText(content)
  }
}

/** The document that Markdown stands for. Anything unknown, such as inline HTML, stays as text. */
export function markdownToRichText(markdown: string): RichText {
  if (markdown.trim() === '') return plainToRichText('')
  const editor = headless()
  editor.update(() => $convertFromMarkdownString(markdown, fileTransformers), { discrete: true })
  return editor.getEditorState().toJSON() as unknown as RichText
}

function headless(): LexicalEditor {
  return createHeadlessEditor({
    nodes: [...richTextNodes],
    onError: (error) => {
      throw error
    },
  })
}
