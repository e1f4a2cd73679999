import { CrossreadError } from '#shared/errors.ts'
import type { Attachment } from '#shared/model.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { importFiles } from '../import/importer.ts'
import type { InsideFile } from '../import/inside.ts'
import type { ImportItem } from '../import/read.ts'
import type { EngineContext } from '../notebook.ts'
import { required } from '../session.ts'
import { findSource, findSourceByOriginal, readDetails, readOriginal } from '../store/sources.ts'

type AttachmentCalls = Extract<CallsOf<'sources'> | CallsOf<'import'>, `${string}.attachments`>

/** Files that came inside a mail. They are not stored apart from it: the mail is read again when they are asked for. */
export const attachmentHandlers: Handlers<AttachmentCalls, EngineContext> = {
  'sources.attachments': async (context, { id }) => {
    const found = await filesIn(context, id, [], new AbortController().signal)
    const { db } = context.session.store
    return found.map(({ name, mediaType, size, hash }, index): Attachment => {
      return { index, name, mediaType, size, sourceId: findSourceByOriginal(db, hash)?.id ?? null }
    })
  },

  'import.attachments': (context, { jobId, sourceId, indexes }) => {
    const { session, jobs, readers } = context
    const { fileName } = required(findSource(session.store.db, sourceId), 'source')
    return jobs.run(jobId, 'import', async (job) => {
      const found = await filesIn(context, sourceId, indexes ?? 'all', job.signal)
      const items = [...new Set(indexes ?? found.keys())].map((index): ImportItem => {
        const { name, bytes } = required(found[index] ?? null, 'attachment')
        return { kind: 'bytes', name, bytes: bytes ?? new Uint8Array(), from: fileName }
      })
      if (items.length === 0) throw new CrossreadError('not_found', 'No file came with this source.')
      return importFiles(session, readers, items, job)
    })
  },
}

async function filesIn(
  { session, readers }: EngineContext,
  id: string,
  wanted: number[] | 'all',
  signal: AbortSignal,
): Promise<InsideFile[]> {
  const { db } = session.store
  required(findSource(db, id), 'source')
  if (readDetails(db, id).kind !== 'mail') return []
  const { compression, bytes } = required(readOriginal(db, id), 'source')
  return readers.readInside({ inside: { compression, bytes }, wanted }, signal)
}
