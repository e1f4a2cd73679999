import { Columns3, Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { ViewExport } from '#renderer/objects/viewExport/index.ts'
import { copyText } from '#renderer/ui/copy.ts'
import { IconButton, Popover, PopoverTrigger, toast } from '#renderer/ui/index.ts'
import type { Annotation } from '#shared/model.ts'
import { AnnotationSheet } from './AnnotationSheet.tsx'
import styles from './AnnotationTable.module.css'
import { type ColumnId, columnIds, type Words } from './columns.ts'
import { asCsv, asMarkdown } from './exports.ts'
import { toggleColumn } from './tableState.ts'

/** Which columns are shown, and what is shown taken elsewhere: saved, printed, or copied as Markdown. */
export function Tools(props: {
  annotations: readonly Annotation[]
  columns: readonly ColumnId[]
  words: Words
}) {
  const { annotations, columns, words } = props
  const { t } = useTranslation('annotationTable')
  const some = annotations.length > 0
  const heads = columns.map((column) => t(`column.${column}`))
  const copy = (): void => {
    if (copyText({ 'text/plain': asMarkdown(annotations, words) }))
      toast(t('copied', { count: annotations.length }))
  }
  useCommand('annotation.copyShown', copy, { enabled: some })
  return (
    <div className={styles.tools}>
      <ViewExport
        fileName={t('fileName')}
        title={t('title')}
        isEmpty={!some}
        csv={() => asCsv(annotations, columns, heads, words)}
        sheet={() => (
          <AnnotationSheet annotations={annotations} columns={columns} heads={heads} words={words} />
        )}
      />
      <IconButton icon={Copy} label={t('markdown')} isDisabled={!some} onPress={copy} />
      <PopoverTrigger>
        <IconButton icon={Columns3} label={t('columns')} />
        <Popover label={t('columns')} placement="bottom end">
          <div className={styles.choices}>
            {columnIds.map((column) => (
              <label key={column} className={styles.choice}>
                <input
                  type="checkbox"
                  checked={columns.includes(column)}
                  disabled={columns.length === 1 && columns.includes(column)}
                  onChange={() => toggleColumn(column)}
                />
                {t(`column.${column}`)}
              </label>
            ))}
          </div>
        </Popover>
      </PopoverTrigger>
    </div>
  )
}
