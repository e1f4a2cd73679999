import type { ImportLine, ImportReport } from '#shared/model.ts'

export const emptyReport: ImportReport = {
  lines: [],
  summary: { imported: 0, skipped: 0, failed: 0 },
  cancelled: false,
}

/** The report with lines on files that never reached the engine. */
export function withFailed(report: ImportReport, failed: readonly ImportLine[]): ImportReport {
  const { summary } = report
  return {
    ...report,
    lines: [...report.lines, ...failed],
    summary: { ...summary, failed: summary.failed + failed.length },
  }
}

/** The report as CSV (RFC 4180), a line a file below a head. */
export function reportAsCsv({ lines }: ImportReport): string {
  const head = ['path', 'outcome', 'title', 'reason', 'sourceId']
  const rows = lines.map((line) => [line.path, line.outcome, line.title, line.reason, line.sourceId])
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | undefined): string {
  // A spreadsheet would run a cell that starts with one of these as a formula.
  const text = (value ?? '').replace(/^[=+\-@]/, "'$&")
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
