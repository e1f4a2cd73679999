import { create } from 'zustand'
import type { ImportReport } from '#shared/model.ts'

/** The report that stands open, and the mails whose attachments were brought in while it does. */
interface OpenReport {
  report: ImportReport | null
  attachmentsOf: ReadonlySet<string>
}

/** What the last import came to. Whoever imports shows its report here; the dialog stands in `features/import`. */
export const useImportReport = create<OpenReport>(() => ({ report: null, attachmentsOf: new Set() }))

/** Shows a report, in the place of one that stands open. */
export function showReport(report: ImportReport): void {
  useImportReport.setState({ report, attachmentsOf: new Set() })
}

export function closeReport(): void {
  useImportReport.setState({ report: null })
}

/** Adds what became of a mail's attachments to the report that stands open; shows it alone where none does. */
export function joinReport(sourceId: string, added: ImportReport): void {
  useImportReport.setState(({ report, attachmentsOf }) => ({
    report: report ? joined(report, added) : added,
    attachmentsOf: new Set([...attachmentsOf, sourceId]),
  }))
}

/** Two reports as one. */
export function joined(a: ImportReport, b: ImportReport): ImportReport {
  return {
    lines: [...a.lines, ...b.lines],
    summary: {
      imported: a.summary.imported + b.summary.imported,
      updated: a.summary.updated + b.summary.updated,
      skipped: a.summary.skipped + b.summary.skipped,
      failed: a.summary.failed + b.summary.failed,
      flags: a.summary.flags + b.summary.flags,
    },
    cancelled: a.cancelled || b.cancelled,
  }
}
