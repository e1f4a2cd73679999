import { Paperclip } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../../engine/queries.ts'
import { importAttachments } from '../../../objects/importAttachments.ts'
import { formatBytes } from '../../../objects/numbers.ts'
import { useWindow } from '../../../state/window.ts'
import { Button } from '../../../ui/index.ts'
import styles from './SourceInfo.module.css'

/** The files that came inside a mail, to bring in or to open. */
export function Attachments({ sourceId }: { sourceId: string }) {
  const { t, i18n } = useTranslation('sources')
  const { data = [] } = useCall('sources.attachments', { id: sourceId })
  const [busy, setBusy] = useState(false)
  if (data.length === 0) return null
  const bringIn = async (indexes: number[]): Promise<void> => {
    setBusy(true)
    await importAttachments(sourceId, indexes)
    setBusy(false)
  }
  const waiting = data.filter((attachment) => attachment.sourceId === null).map(({ index }) => index)
  return (
    <section className={styles.section} aria-labelledby="info-attachments">
      <h3 className={styles.heading} id="info-attachments">
        {t('attachments.title', { count: data.length })}
      </h3>
      <ul className={styles.rows}>
        {data.map(({ index, name, size, sourceId: importedAs }) => (
          <li key={index} className={styles.row}>
            <Paperclip size={12} aria-hidden className={styles.icon} />
            <span className={styles.rowText}>
              {name}
              <span className={styles.detail}>{formatBytes(size, i18n.language)}</span>
            </span>
            {importedAs ? (
              <Button
                size="small"
                aria-label={t('attachments.openNamed', { name })}
                onPress={() => useWindow.getState().openSource(importedAs)}
              >
                {t('open')}
              </Button>
            ) : (
              <Button
                size="small"
                isDisabled={busy}
                aria-label={t('attachments.importNamed', { name })}
                onPress={() => void bringIn([index])}
              >
                {t('attachments.import')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {waiting.length > 1 && (
        <Button size="small" isDisabled={busy} onPress={() => void bringIn(waiting)}>
          {t('attachments.importAll', { count: waiting.length })}
        </Button>
      )}
    </section>
  )
}
