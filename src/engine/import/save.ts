import { newId } from '#shared/ids.ts'
import { plainToRichText } from '#shared-editor/text.ts'
import { describePassage } from '../anchor/describe.ts'
import type { Session } from '../session.ts'
import { insertAnnotation } from '../store/annotations.ts'
import { insertOriginal, insertSource, insertText, type OriginalRow } from '../store/sources.ts'
import { canonicalText } from './canonical.ts'
import type { PreparedSource } from './prepare.ts'

/** Stores a prepared source with what came with it and gives its id. Must run inside a recorded transaction. */
export function saveSource(
  session: Session,
  original: OriginalRow,
  prepared: PreparedSource,
  at: string,
): string {
  const { db } = session.store
  const id = newId()
  insertOriginal(db, original)
  const textId = saveText(session, prepared)
  const { title, metadata } = prepared
  insertSource(db, {
    id,
    title,
    textId,
    originalHash: original.hash,
    originId: null,
    fileName: prepared.fileName,
    mediaType: prepared.mediaType,
    metadata,
    details: detailsOf(prepared),
    at,
  })
  saveComments(session, id, prepared, at)
  return id
}

/** Stores a version of a text with all that is made of it, and gives its number. */
export function saveText(
  { store }: Session,
  prepared: Pick<PreparedSource, 'textHash' | 'words' | 'blocks' | 'terms'>,
): number {
  const textId = insertText(store.db, prepared.textHash, prepared.words, prepared.blocks)
  store.index?.offer(textId, prepared.terms)
  return textId
}

/** What is kept of how a source came about. */
export function detailsOf({ kind, notes, title, metadata }: PreparedSource) {
  return { kind, ...(notes.length > 0 && { notes }), found: { title, metadata } }
}

/** Comments of readers before: annotations that say who made them. */
function saveComments({ store }: Session, sourceId: string, prepared: PreparedSource, at: string): void {
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
