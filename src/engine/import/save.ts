import { newId } from '#shared/ids.ts'
import { plainToRichText } from '#shared-editor/text.ts'
import { describePassage } from '../anchor/describe.ts'
import { required, type Session } from '../session.ts'
import { insertAnnotation } from '../store/annotations.ts'
import { insertFingerprint } from '../store/fingerprints.ts'
import { insertFlags } from '../store/flags.ts'
import {
  findSource,
  insertOriginal,
  insertSource,
  insertText,
  type OriginalRow,
  readDetails,
  type SourceDetails,
  setVersion,
  updateSource,
} from '../store/sources.ts'
import { canonicalText } from './canonical.ts'
import { mergeMetadata } from './match.ts'
import type { PreparedSource } from './prepare.ts'

/** A document on its way into the notebook, under the id it has or will have. */
export interface Saving {
  id: string
  original: OriginalRow
  prepared: PreparedSource
  /** When, as ISO 8601. */
  at: string
}

/** Stores a document as a new source, with what came with it. Must run inside a recorded transaction. */
export function saveSource(session: Session, { id, original, prepared, at }: Saving): void {
  const { db } = session.store
  insertOriginal(db, original)
  insertSource(db, {
    id,
    title: prepared.title,
    textId: saveText(session, prepared),
    originalHash: original.hash,
    originId: null,
    fileName: prepared.fileName,
    mediaType: prepared.mediaType,
    metadata: prepared.metadata,
    details: detailsOf(prepared),
    at,
  })
  insertFlags(db, id, prepared.flags)
  saveComments(session, id, prepared, at)
}

/**
 * Gives a source that had no text the text of a document, and the details that were missing. Must run inside a recorded
 * transaction.
 */
export function attachText(session: Session, { id, original, prepared, at }: Saving): void {
  const { db } = session.store
  const source = required(findSource(db, id), 'source')
  insertOriginal(db, original)
  setVersion(db, id, {
    textId: saveText(session, prepared),
    details: { ...readDetails(db, id), ...detailsOf(prepared) },
    originalHash: original.hash,
    fileName: prepared.fileName,
    mediaType: prepared.mediaType,
    at,
  })
  const { metadata } = mergeMetadata(source.metadata, prepared.metadata)
  updateSource(db, id, source.title, metadata, at)
  insertFlags(db, id, prepared.flags)
  saveComments(session, id, prepared, at)
}

/** Gives a source the details it did not have. Says how many there were. Must run inside a recorded transaction. */
export function addDetails({ store }: Session, { id, prepared, at }: Saving): number {
  const source = required(findSource(store.db, id), 'source')
  const { metadata, gained } = mergeMetadata(source.metadata, prepared.metadata)
  if (gained.length > 0) updateSource(store.db, id, source.title, metadata, at)
  return gained.length
}

/** Stores a version of a text with all that is made of it, and gives its number. */
export function saveText(
  { store }: Session,
  prepared: Pick<PreparedSource, 'textHash' | 'words' | 'blocks' | 'terms' | 'fingerprint'>,
): number {
  const textId = insertText(store.db, prepared.textHash, prepared.words, prepared.blocks)
  store.index?.offer(textId, prepared.terms)
  insertFingerprint(store.db, textId, prepared.fingerprint)
  return textId
}

/** What is kept of how a source came about. */
export function detailsOf(prepared: PreparedSource): SourceDetails {
  const { kind, notes } = prepared
  return { kind, ...(notes.length > 0 && { notes }), found: foundIn(prepared) }
}

/** What a document says of itself. */
export function foundIn({ title, metadata }: PreparedSource): NonNullable<SourceDetails['found']> {
  return { title, metadata }
}

/** Comments of readers before: annotations that say who made them. */
export function saveComments(
  { store }: Session,
  sourceId: string,
  prepared: PreparedSource,
  at: string,
): void {
  if (prepared.comments.length === 0) return
  const text = canonicalText(prepared.blocks)
  for (const { start, end, author, text: comment } of prepared.comments) {
    insertAnnotation(store.db, {
      id: newId(),
      sourceId,
      ...describePassage(text, start, end),
      textHash: prepared.textHash,
      state: 'exact',
      author: author ?? '',
      colour: 'grey',
      comment: comment === '' ? null : JSON.stringify(plainToRichText(comment)),
      commentText: comment,
      createdAt: at,
      updatedAt: at,
    })
  }
}
