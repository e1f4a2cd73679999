import { joined } from '#renderer/state/importReport.ts'
import { toCsv } from '#renderer/ui/csv.ts'
import type { ImportLine, ImportNote, ImportReport } from '#shared/model.ts'

export const emptyReport: ImportReport = {
  lines: [],
  summary: { imported: 0, updated: 0, skipped: 0, failed: 0, flags: 0 },
  cancelled: false,
}

/** The report with lines on files that never reached the engine. */
export function withFailed(report: ImportReport, failed: readonly ImportLine[]): ImportReport {
  const added = {
    ...emptyReport,
    lines: [...failed],
    summary: { ...emptyReport.summary, failed: failed.length },
  }
  return joined(report, added)
}

const head = [
  'path',
  'outcome',
  'title',
  'kind',
  'words',
  'reason',
  'notes',
  'flags',
  'attachments',
  'sourceId',
]

/** The report as CSV (RFC 4180), a line a file below a head; `noteText` puts what import did into words. */
export function reportAsCsv({ lines }: ImportReport, noteText: (note: ImportNote) => string): string {
  const rows = lines.map((line) => [
    line.path,
    line.outcome,
    line.title,
    line.kind,
    line.words?.toString(),
    line.reason,
    line.notes?.map(noteText).join('; '),
    line.flags?.map(({ kind, message }) => `${kind}: ${message}`).join('; '),
    line.attachments?.toString(),
    line.sourceId,
  ])
  return toCsv([head, ...rows])
}
