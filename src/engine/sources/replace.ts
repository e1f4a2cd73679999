import { isDeepStrictEqual } from 'node:util'
import { CrossreadError } from '#shared/errors.ts'
import type { SourceMetadata, SourceSummary, TextChangeReport } from '#shared/model.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import type { PreparedSource } from '../import/prepare.ts'
import type { ImportItem } from '../import/read.ts'
import { detailsOf, saveComments } from '../import/save.ts'
import type { WorkerResult } from '../import/worker.ts'
import type { EngineContext } from '../notebook.ts'
import { now, required, type Session } from '../session.ts'
import { listAnnotations } from '../store/annotations.ts'
import {
  findSource,
  findSourceByOriginal,
  insertOriginal,
  type OriginalRow,
  readDetails,
  readOriginal,
  type SourceDetails,
  updateSource,
} from '../store/sources.ts'
import { changeText, type Plan } from './change-text.ts'
import { type NewVersion, putVersion } from './new-version.ts'
import { nothingMoved } from './reanchor.ts'

export const replaceHandlers: Pick<Handlers<CallsOf<'sources'>, EngineContext>, 'sources.replace'> = {
  'sources.replace': ({ session, grants, jobs, readers }, { jobId, id, handle }) => {
    const { title } = required(findSource(session.store.db, id), 'source')
    const [item] = grants.itemsFor([handle])
    if (item === undefined)
      throw new CrossreadError('forbidden', 'This file was not offered for that. Choose it again.')
    return jobs.run(jobId, 'import', async ({ signal, progress }) => {
      grants.release([handle])
      progress(0, 1, title)
      const [read] = await readers.read([fileOf(item)], null, signal)
      if (signal.aborted) throw new CrossreadError('cancelled', 'Replacing the source was cancelled.')
      return changeText(session, { readers, signal, label: 'sources.replace' }, id, () =>
        replacement(session, id, read),
      )
    })
  },
}

function fileOf(item: ImportItem): { name: string; from: string | Uint8Array } {
  if (item.kind === 'bytes') return { name: baseName(item.name), from: item.bytes }
  return { name: baseName(item.path), from: item.path }
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

/**
 * What a file that was read makes of a source. Throws the file's own trouble, `not_found`, `invalid_input` for a file of
 * several documents or none with text, and `conflict` where the file is another source already.
 */
function replacement(session: Session, id: string, read: WorkerResult | undefined): Plan | TextChangeReport {
  const { db } = session.store
  const source = required(findSource(db, id), 'source')
  const { original, prepared } = onlyDocument(read)
  if (required(readOriginal(db, id), 'source').hash === original.hash) return nothingMoved(db, id)
  const other = findSourceByOriginal(db, original.hash)
  if (other !== null) {
    throw new CrossreadError(
      'conflict',
      `This file is in the notebook already, as “${other.title}”. Delete that source first if it is to replace this one.`,
      { sourceId: other.id },
    )
  }
  const old = readDetails(db, id)
  // What a bibliography says of a source is better than what its file does.
  const found = old.kind === 'bibliography' ? undefined : old.found
  const about = mergeDetails(source, found, prepared)
  return {
    next: { blocks: prepared.blocks, kept: null, about },
    write(followed) {
      insertOriginal(db, original)
      updateSource(db, id, about.title, about.metadata, now())
      const report = putVersion(session, id, versionOf(prepared, original, old), followed)
      saveComments(session, id, { ...prepared, comments: newComments(session, id, prepared) }, now())
      return report
    },
  }
}

function versionOf(prepared: PreparedSource, original: OriginalRow, old: SourceDetails): NewVersion {
  const { fileName, mediaType, blocks, textHash } = prepared
  // What says how the old text came about goes with it; what was decided about the source stays.
  const { kind: _kind, notes: _notes, found: _found, corrected: _corrected, ...decided } = old
  return {
    hash: textHash,
    blocks,
    details: { ...decided, ...detailsOf(prepared) },
    file: { originalHash: original.hash, fileName, mediaType },
  }
}

function onlyDocument(read: WorkerResult | undefined): { original: OriginalRow; prepared: PreparedSource } {
  if (read?.outcome === 'failed') throw CrossreadError.fromWire(read.error)
  if (read?.outcome !== 'read') throw new CrossreadError('file_unreadable', 'The file could not be read.')
  const [prepared, second] = read.documents
  if (prepared === undefined || second !== undefined || prepared.kind === 'bibliography') {
    throw new CrossreadError(
      'invalid_input',
      'This file holds a list of sources or several documents. A source is replaced by a file that holds one.',
    )
  }
  return { original: read.original, prepared }
}

/**
 * Title and details that still say what the old file said come to say what the new one does; what the researcher wrote
 * stays. Where it is not known what the old file said, only what is missing is filled in.
 */
export function mergeDetails(
  source: Pick<SourceSummary, 'title' | 'metadata'>,
  found: SourceDetails['found'],
  next: Pick<PreparedSource, 'title' | 'metadata'>,
): { title: string; metadata: SourceMetadata } {
  const title = found !== undefined && source.title === found.title ? next.title : source.title
  if (found === undefined) return { title, metadata: { ...next.metadata, ...source.metadata } }
  const fields = new Set([...Object.keys(source.metadata), ...Object.keys(next.metadata)])
  const metadata = Object.fromEntries(
    [...fields].flatMap((field) => {
      const key = field as keyof SourceMetadata
      const isOwn = !isDeepStrictEqual(source.metadata[key], found.metadata[key])
      const value = isOwn ? source.metadata[key] : next.metadata[key]
      return value === undefined ? [] : [[key, value]]
    }),
  )
  return { title, metadata }
}

/** The comments in the new file that did not come with the old one. */
function newComments(session: Session, id: string, { comments }: PreparedSource): PreparedSource['comments'] {
  const annotations = listAnnotations(session.store.db, id)
  return comments.filter(
    ({ author, text }) =>
      !annotations.some((known) => known.author === (author ?? '') && known.commentText === text),
  )
}
