import { BookMarked, Check, Flag, type LucideIcon, Minus, Paperclip, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { importAttachments } from '#renderer/objects/importAttachments.ts'
import { noteText } from '#renderer/objects/importNotes.ts'
import { closeReport, useImportReport } from '#renderer/state/importReport.ts'
import type { ImportLine } from '#shared/model.ts'
import { useWindow } from '../../state/window.ts'
import { Button } from '../../ui/index.ts'
import { type Sort, sortOf } from './lines.ts'
import styles from './ReportDialog.module.css'

export const icons: Record<Sort, LucideIcon> = {
  failed: TriangleAlert,
  flagged: Flag,
  imported: Check,
  updated: BookMarked,
  skipped: Minus,
}

/** What became of one file, what import did to it and what looked odd. */
export function ReportLine({ line }: { line: ImportLine }) {
  const { t } = useTranslation('import')
  const sort = sortOf(line)
  const Icon = icons[sort]
  const { sourceId, title, path, outcome, reason } = line
  const open = (): void => {
    if (sourceId) useWindow.getState().openSource(sourceId)
    closeReport()
  }
  return (
    <li className={styles.line} data-sort={sort}>
      <Icon size={14} aria-hidden className={styles.icon} />
      <div className={styles.text}>
        <span className={styles.name} dir="auto">
          {title ?? path}
        </span>
        <span className={styles.detail}>
          {reason ? t(`why.${outcome}`, { reason }) : t(`outcome.${outcome}`)}
          <Facts line={line} />
          {title ? ` · ${path}` : ''}
        </span>
        <Notes line={line} />
        <Flags line={line} />
        {sourceId && (line.attachments ?? 0) > 0 && (
          <Attachments sourceId={sourceId} count={line.attachments ?? 0} />
        )}
      </div>
      {sourceId && (
        <Button size="small" onPress={open} aria-label={t('report.openNamed', { title: title ?? path })}>
          {t('report.open')}
        </Button>
      )}
    </li>
  )
}

function Facts({ line: { kind, words } }: { line: ImportLine }) {
  const { t: objects, i18n } = useTranslation('objects')
  const counted =
    words === undefined
      ? null
      : objects('words', { count: words, words: new Intl.NumberFormat(i18n.language).format(words) })
  return [kind && objects(`document.${kind}`), counted].filter(Boolean).map((fact) => ` · ${fact}`)
}

function Notes({ line: { notes = [] } }: { line: ImportLine }) {
  const { t } = useTranslation('import-notes')
  if (notes.length === 0) return null
  return <span className={styles.notes}>{notes.map((note) => noteText(note, t)).join(' · ')}</span>
}

function Flags({ line: { flags = [] } }: { line: ImportLine }) {
  const { t } = useTranslation('import')
  if (flags.length === 0) return null
  return (
    <ul className={styles.flags} aria-label={t('report.flagsOf')}>
      {flags.map(({ kind, message }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line's flags never change, and two may say the same
        <li key={index} className={styles.flag} data-flag={kind}>
          <Flag size={11} aria-hidden />
          <span>{message}</span>
        </li>
      ))}
    </ul>
  )
}

function Attachments({ sourceId, count }: { sourceId: string; count: number }) {
  const { t } = useTranslation('import')
  const done = useImportReport(({ attachmentsOf }) => attachmentsOf.has(sourceId))
  const [busy, setBusy] = useState(false)
  const bringIn = async (): Promise<void> => {
    setBusy(true)
    await importAttachments(sourceId)
    setBusy(false)
  }
  return (
    <span className={styles.attachments}>
      <Paperclip size={12} aria-hidden />
      {t('attachments.count', { count })}
      {done ? (
        <span className={styles.done}>{t('attachments.done')}</span>
      ) : (
        <Button size="small" isDisabled={busy} onPress={() => void bringIn()}>
          {t('attachments.import', { count })}
        </Button>
      )}
    </span>
  )
}
