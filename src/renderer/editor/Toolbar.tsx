import {
  INSERT_CHECK_LIST_COMMAND,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
} from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { FORMAT_TEXT_COMMAND, type TextFormatType } from 'lexical'
import { Bold, ClipboardCopy, Code, Italic, List, ListChecks, ListOrdered, Strikethrough } from 'lucide-react'
import { Toolbar as AriaToolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { IconButton, Select } from '#renderer/ui/index.ts'
import { blockStyles, setBlockStyle, useSelectionStyle } from './blockStyle.ts'
import { copyMarkdown } from './copyMarkdown.ts'
import { ImageTool } from './ImageTool.tsx'
import { LinkTool } from './LinkTool.tsx'
import { QuoteTool } from './QuoteTool.tsx'
import { TableTool } from './TableTool.tsx'
import styles from './toolbar.module.css'

const formats = [
  { format: 'bold', icon: Bold, keys: 'Mod+B' },
  { format: 'italic', icon: Italic, keys: 'Mod+I' },
  { format: 'strikethrough', icon: Strikethrough, keys: undefined },
  { format: 'code', icon: Code, keys: undefined },
] as const satisfies { format: TextFormatType; icon: unknown; keys: string | undefined }[]

/** The formatting above a note: what the Markdown shortcuts do, for the mouse. Tab goes past it; the arrows move in it. */
export function Toolbar() {
  const { t } = useTranslation('editor')
  const [editor] = useLexicalComposerContext()
  const now = useSelectionStyle(editor)
  const styleOptions = blockStyles.map((value) => ({ value, label: t(`block.${value}`) }))
  return (
    <AriaToolbar className={styles.toolbar ?? ''} aria-label={t('toolbar')}>
      <Select
        label={t('blockStyle')}
        hideLabel
        quiet
        value={now.block}
        options={styleOptions}
        onChange={(style) => setBlockStyle(editor, style)}
        className={styles.blockStyle}
      />
      <span className={styles.gap} />
      {formats.map(({ format, icon, keys }) => (
        <IconButton
          key={format}
          icon={icon}
          size="small"
          label={t(`format.${format}`)}
          keys={keys}
          pressed={now.formats.has(format)}
          preventFocusOnPress
          onPress={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)}
        />
      ))}
      <span className={styles.gap} />
      <IconButton
        icon={List}
        size="small"
        label={t('bulletList')}
        preventFocusOnPress
        onPress={() => editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined)}
      />
      <IconButton
        icon={ListOrdered}
        size="small"
        label={t('numberedList')}
        preventFocusOnPress
        onPress={() => editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined)}
      />
      <IconButton
        icon={ListChecks}
        size="small"
        label={t('checkList')}
        preventFocusOnPress
        onPress={() => editor.dispatchCommand(INSERT_CHECK_LIST_COMMAND, undefined)}
      />
      <TableTool inTable={now.inTable} />
      <LinkTool linked={now.linked} />
      <span className={styles.gap} />
      <QuoteTool />
      <ImageTool />
      <IconButton
        icon={ClipboardCopy}
        size="small"
        label={t('copyMarkdown')}
        preventFocusOnPress
        onPress={() => copyMarkdown(editor)}
      />
    </AriaToolbar>
  )
}
