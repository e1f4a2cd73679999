import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { INSERT_TABLE_COMMAND } from '@lexical/table'
import { FORMAT_TEXT_COMMAND, type TextFormatType } from 'lexical'
import { Bold, Code, Italic, List, ListOrdered, Strikethrough, Table } from 'lucide-react'
import { Toolbar as AriaToolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { IconButton, Select } from '#renderer/ui/index.ts'
import { blockStyles, setBlockStyle, useSelectionStyle } from './blockStyle.ts'
import { LinkTool } from './LinkTool.tsx'
import { QuoteTool } from './QuoteTool.tsx'
import styles from './toolbar.module.css'

const formats = [
  { format: 'bold', icon: Bold, keys: 'Mod+B' },
  { format: 'italic', icon: Italic, keys: 'Mod+I' },
  { format: 'strikethrough', icon: Strikethrough, keys: undefined },
  { format: 'code', icon: Code, keys: undefined },
] as const satisfies { format: TextFormatType; icon: unknown; keys: string | undefined }[]

const newTable = { columns: '3', rows: '3', includeHeaders: { rows: true, columns: false } }

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
        icon={Table}
        size="small"
        label={t('table')}
        preventFocusOnPress
        onPress={() => editor.dispatchCommand(INSERT_TABLE_COMMAND, newTable)}
      />
      <LinkTool linked={now.linked} />
      <span className={styles.gap} />
      <QuoteTool />
    </AriaToolbar>
  )
}
