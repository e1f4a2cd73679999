import { Check, Minus, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportLine, ImportReport } from '#shared/model.ts'
import { useWindow } from '../../state/window.ts'
import { download } from '../../ui/download.ts'
import { Button, Dialog } from '../../ui/index.ts'
import styles from './ReportDialog.module.css'
import { reportAsCsv } from './report.ts'

const icons = { imported: Check, skipped: Minus, failed: TriangleAlert }
/** More lines than anybody reads on screen; the saved report has them all. */
const mostShown = 1_000

/** What became of each file. */
export function ReportDialog({ report, onClose }: { report: ImportReport; onClose: () => void }) {
  const { t } = useTranslation('import')
  const { t: ui } = useTranslation('ui')
  const { imported, skipped, failed } = report.summary
  const parts = [
    t('summary.imported', { count: imported }),
    skipped > 0 && t('summary.skipped', { count: skipped }),
    failed > 0 && t('summary.failed', { count: failed }),
  ]
  const open = (line: ImportLine): void => {
    if (line.sourceId) useWindow.getState().openSource(line.sourceId)
    onClose()
  }
  // What needs attention comes first.
  const lines = [...report.lines].sort((a, b) => rank(a) - rank(b)).slice(0, mostShown)
  return (
    <Dialog
      title={report.cancelled ? t('report.cancelled') : t('report.title')}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          <Button onPress={() => download('import-report.csv', 'text/csv', reportAsCsv(report))}>
            {t('report.save')}
          </Button>
          <Button variant="primary" onPress={onClose} autoFocus>
            {ui('close')}
          </Button>
        </>
      }
    >
      <p className={styles.summary}>{parts.filter(Boolean).join(', ')}.</p>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <Line key={line.path} line={line} onOpen={() => open(line)} />
        ))}
      </ul>
      {report.lines.length > mostShown && (
        <p className={styles.more}>{t('report.more', { count: report.lines.length - mostShown })}</p>
      )}
    </Dialog>
  )
}

function rank({ outcome }: ImportLine): number {
  return outcome === 'failed' ? 0 : outcome === 'imported' ? 1 : 2
}

function Line({ line, onOpen }: { line: ImportLine; onOpen: () => void }) {
  const { t } = useTranslation('import')
  const Icon = icons[line.outcome]
  return (
    <li className={styles.line} data-outcome={line.outcome}>
      <Icon size={14} aria-hidden className={styles.icon} />
      <span className={styles.text}>
        <span className={styles.name}>{line.title ?? line.path}</span>
        <span className={styles.detail}>
          {line.reason ? t(`why.${line.outcome}`, { reason: line.reason }) : t(`outcome.${line.outcome}`)}
          {line.title ? ` · ${line.path}` : ''}
        </span>
      </span>
      {line.sourceId && (
        <Button size="small" onPress={onOpen}>
          {t('report.open')}
        </Button>
      )}
    </li>
  )
}
