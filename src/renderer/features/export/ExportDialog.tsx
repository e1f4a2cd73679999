import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportFormat } from '#shared/model.ts'
import { useCommand } from '../../commands/registry.ts'
import { messageOf, useCall } from '../../engine/queries.ts'
import { Button, Dialog, Spinner, toast } from '../../ui/index.ts'
import styles from './ExportDialog.module.css'
import { exportNotebook } from './exportNotebook.ts'

/** Says what the chosen format holds and cannot hold, then writes it. */
export function ExportDialog() {
  const [format, setFormat] = useState<ExportFormat | null>(null)
  useCommand('export.markdown', () => setFormat('markdown'))
  useCommand('export.jsonld', () => setFormat('jsonld'))
  return format && <FormatDialog format={format} onClose={() => setFormat(null)} />
}

function FormatDialog({ format, onClose }: { format: ExportFormat; onClose: () => void }) {
  const { t } = useTranslation('export')
  const { t: ui } = useTranslation('ui')
  const { data, error } = useCall('export.losses', { format })
  const [busy, setBusy] = useState(false)
  const run = async (): Promise<void> => {
    setBusy(true)
    try {
      const done = await exportNotebook(format)
      if (!done) return
      const { reveal } = done
      toast(t('done', { format: t(`format.${format}`) }), {
        action: reveal && { label: t('reveal'), run: () => void reveal() },
      })
      onClose()
    } catch (thrown) {
      toast(messageOf(thrown), { tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t('title', { format: t(`format.${format}`) })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" isDisabled={busy} onPress={() => void run()}>
            {busy ? t('busy') : t('submit')}
          </Button>
        </>
      }
    >
      <p>{t(`about.${format}`)}</p>
      <section className={styles.losses}>
        <h3 className={styles.heading}>{t('losses')}</h3>
        {error && <p className={styles.error}>{error.message}</p>}
        {!data && !error && <Spinner />}
        {data?.losses.length === 0 && <p>{t('noLosses')}</p>}
        <ul className={styles.list}>
          {data?.losses.map((loss) => (
            <li key={loss}>{t(loss)}</li>
          ))}
        </ul>
      </section>
    </Dialog>
  )
}
