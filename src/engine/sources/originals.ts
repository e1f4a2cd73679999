import { inflateSync } from 'node:zlib'
import { putFile } from '../export/sinks/file.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { type EngineContext, placeToWrite } from '../notebook.ts'
import { required } from '../session.ts'
import type { Db } from '../store/database.ts'
import { readOriginal } from '../store/sources.ts'

/** The file that a source was read from, as it came. Throws `not_found` where the source, or its file, is not there. */
export function originalOf(db: Db, id: string): { fileName: string; mediaType: string; bytes: Uint8Array } {
  const row = required(readOriginal(db, id), 'source')
  const bytes = row.compression === 'deflate' ? inflateSync(row.bytes) : row.bytes
  return { fileName: row.fileName, mediaType: row.mediaType, bytes: new Uint8Array(bytes) }
}

export const originalHandlers: Pick<Handlers<CallsOf<'sources'>, EngineContext>, 'sources.saveOriginal'> = {
  'sources.saveOriginal': async ({ session, grants }, { id, handle }) => {
    const { path, mayReplace } = placeToWrite({ session, grants }, handle)
    const { bytes } = originalOf(session.store.db, id)
    await putFile(path, bytes, mayReplace)
    return { bytes: bytes.length }
  },
}
