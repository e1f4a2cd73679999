import { CodeExtension } from '@lexical/code-core'
import { AutoFocusExtension, HorizontalRuleExtension } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { AutoLinkNode, LinkExtension } from '@lexical/link'
import { CheckListExtension, ListExtension } from '@lexical/list'
import { registerMarkdownShortcuts } from '@lexical/markdown'
import { RichTextExtension } from '@lexical/rich-text'
import { TableExtension } from '@lexical/table'
import { type AnyLexicalExtension, configExtension, defineExtension, type EditorThemeClasses } from 'lexical'
import { isWebAddress } from '#renderer/objects/openAddress.ts'
import type { RichText } from '#shared/model.ts'
import { ImageNode } from '#shared-editor/image.ts'
import { QuoteBlockNode, ReferenceNode } from '#shared-editor/nodes.ts'
import { typingTransformers } from '#shared-editor/transformers.ts'
import { stateFor } from './content.ts'
import { painter } from './painter.tsx'
import { PasteExtension } from './paste/pasting.ts'
import styles from './richText.module.css'

/** The namespace under which rich text is copied and pasted between our editors. */
export const clipboardNamespace = 'crossread'

const theme: EditorThemeClasses = {
  crossread: painter,
  paragraph: styles.paragraph ?? '',
  quote: styles.quotation ?? '',
  hr: styles.rule ?? '',
  hrSelected: styles.ruleSelected ?? '',
  code: styles.codeBlock ?? '',
  link: styles.link ?? '',
  table: styles.table ?? '',
  tableCell: styles.tableCell ?? '',
  tableCellHeader: styles.tableHead ?? '',
  tableScrollableWrapper: styles.tableScroll ?? '',
  heading: { h1: styles.h1 ?? '', h2: styles.h2 ?? '', h3: styles.h3 ?? '' },
  list: {
    nested: { listitem: styles.nestedItem ?? '' },
    ul: styles.list ?? '',
    ol: styles.list ?? '',
    checklist: styles.checklist ?? '',
    listitemChecked: styles.checked ?? '',
    listitemUnchecked: styles.unchecked ?? '',
  },
  text: {
    bold: styles.bold ?? '',
    italic: styles.italic ?? '',
    strikethrough: styles.struck ?? '',
    underline: styles.underline ?? '',
    code: styles.code ?? '',
  },
}

const onError = (error: Error): void => {
  // Lexical puts the last good state back by itself; the error is for the log.
  console.error(error)
}

/** What every rich text of the window is made of, to be edited or only shown. */
export function richTextExtension(options: {
  content: RichText | null
  editable: boolean
  autoFocus?: boolean
}): AnyLexicalExtension {
  return defineExtension({
    name: 'crossread/rich-text',
    namespace: clipboardNamespace,
    editable: options.editable,
    theme,
    onError,
    nodes: [AutoLinkNode, QuoteBlockNode, ReferenceNode, ImageNode],
    dependencies: [
      RichTextExtension,
      HistoryExtension,
      ListExtension,
      CheckListExtension,
      HorizontalRuleExtension,
      PasteExtension,
      CodeExtension,
      configExtension(TableExtension, { hasCellMerge: false, hasCellBackgroundColor: false }),
      configExtension(LinkExtension, { validateUrl: isWebAddress }),
      configExtension(AutoFocusExtension, { disabled: !options.autoFocus }),
    ],
    $initialEditorState: (editor) => editor.setEditorState(stateFor(editor, options.content)),
    register: (editor) => registerMarkdownShortcuts(editor, typingTransformers),
  })
}
