import { write } from '#renderer/engine/queries.ts'
import { joinReport } from '#renderer/state/importReport.ts'
import { newId } from '#shared/ids.ts'

/** Brings in files that came inside a mail, those of the given places or all, and reports on them. Says whether it went. */
export async function importAttachments(sourceId: string, indexes?: number[]): Promise<boolean> {
  const report = await write('import.attachments', { jobId: newId(), sourceId, ...(indexes && { indexes }) })
  if (report) joinReport(sourceId, report)
  return report !== undefined
}
