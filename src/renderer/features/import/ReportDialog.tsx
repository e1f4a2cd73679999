import { ChevronDown, ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '#renderer/commands/registry.ts'
import { noteText } from '#renderer/objects/importNotes.ts'
import { closeReport } from '#renderer/state/importReport.ts'
import type { ImportReport } from '#shared/model.ts'
import { download } from '../../ui/download.ts'
import { Button, Chip, Dialog } from '../../ui/index.ts'
import { countSorts, type Row, rowsOf, type Sort, sorts } from './lines.ts'
import styles from './ReportDialog.module.css'
import { icons, ReportLine } from './ReportLine.tsx'
import { reportAsCsv } from './report.ts'

/** How many rows are drawn at a time: more than anybody reads at once. */
const page = 300

/** What became of each file: what failed first, then what a careful reader should look at. */
export function ReportDialog({ report }: { report: ImportReport }) {
  const { t } = useTranslation('import')
  const { t: ui } = useTranslation('ui')
  const { t: notes } = useTranslation('import-notes')
  const [only, setOnly] = useState<Sort | null>(null)
  const save = (): void => {
    const csv = reportAsCsv(report, (note) => noteText(note, notes))
    // Spreadsheets take a file for the system's old encoding unless it begins with this mark.
    download('import-report.csv', 'text/csv', `\ufeff${csv}`)
  }
  return (
    <Dialog
      title={report.cancelled ? t('report.cancelled') : t('report.title')}
      isOpen
      onClose={closeReport}
      size="large"
      footer={
        <>
          <Button onPress={save}>{t('report.save')}</Button>
          {report.summary.flags > 0 && (
            <Button
              onPress={() => {
                closeReport()
                runCommand('flags.show')
              }}
            >
              {t('report.flags')}
            </Button>
          )}
          <Button variant="primary" onPress={closeReport} autoFocus>
            {ui('close')}
          </Button>
        </>
      }
    >
      <Summary report={report} />
      {report.cancelled && <p className={styles.more}>{t('report.cancelledHelp')}</p>}
      <SortFilter report={report} only={only} onChange={setOnly} />
      <Rows key={only ?? 'all'} report={report} only={only} />
    </Dialog>
  )
}

function Summary({ report }: { report: ImportReport }) {
  const { t } = useTranslation('import')
  const { imported, updated, skipped, failed, flags } = report.summary
  const parts = [
    t('summary.imported', { count: imported }),
    updated > 0 && t('summary.updated', { count: updated }),
    skipped > 0 && t('summary.skipped', { count: skipped }),
    failed > 0 && t('summary.failed', { count: failed }),
  ]
  return (
    <p className={styles.summary}>
      {parts.filter(Boolean).join(', ')}.{flags > 0 && ` ${t('summary.flags', { count: flags })}`}
    </p>
  )
}

interface SortFilterProps {
  report: ImportReport
  only: Sort | null
  onChange(only: Sort | null): void
}

/** Narrows the lines to one sort; not shown where all are of one. */
function SortFilter({ report, only, onChange }: SortFilterProps) {
  const { t } = useTranslation('import')
  const counts = useMemo(() => countSorts(report.lines), [report.lines])
  const used = sorts.filter((sort) => counts[sort] > 0)
  if (used.length < 2) return null
  return (
    <fieldset className={styles.filter} aria-label={t('report.filter')}>
      <Chip pressed={only === null} onPress={() => onChange(null)}>
        {t('sort.all')} {report.lines.length}
      </Chip>
      {used.map((sort) => (
        <Chip key={sort} pressed={only === sort} onPress={() => onChange(sort)}>
          {t(`sort.${sort}`)} {counts[sort]}
        </Chip>
      ))}
    </fieldset>
  )
}

function Rows({ report, only }: { report: ImportReport; only: Sort | null }) {
  const { t } = useTranslation('import')
  const rows = useMemo(() => rowsOf(report.lines, only), [report.lines, only])
  const [shown, setShown] = useState(page)
  const left = rows.length - shown
  return (
    <>
      <ul className={styles.lines} aria-label={t('report.lines')}>
        {rows
          .slice(0, shown)
          .map((row) =>
            row.cause ? (
              <Folded key={row.key} row={row} />
            ) : (
              row.lines.map((line) => <ReportLine key={row.key} line={line} />)
            ),
          )}
      </ul>
      {left > 0 && (
        <Button onPress={() => setShown(shown + page)}>
          {t('report.more', { count: Math.min(left, page) })}
        </Button>
      )}
    </>
  )
}

/** Files that ended alike for the same reason, behind one line. */
function Folded({ row }: { row: Row }) {
  const { t } = useTranslation('import')
  const [open, setOpen] = useState(false)
  const Icon = icons[row.sort]
  const count = row.lines.length
  return (
    <li className={styles.line} data-sort={row.sort}>
      <Icon size={14} aria-hidden className={styles.icon} />
      <div className={styles.text}>
        <span className={styles.name}>{t(`folded.${row.sort}`, { count })}</span>
        <span className={styles.detail}>{t(`why.${row.sort}`, { reason: row.cause })}</span>
        <Button
          variant="quiet"
          size="small"
          className={styles.unfold ?? ''}
          icon={open ? ChevronDown : ChevronRight}
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        >
          {t('folded.files', { count })}
        </Button>
        {open && (
          <ul className={styles.paths}>
            {row.lines.map(({ path }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the files never change their order, and a path may stand twice
              <li key={index}>{path}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
