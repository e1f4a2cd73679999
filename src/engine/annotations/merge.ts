import { CrossreadError } from '#shared/errors.ts'
import type { Annotation, RichText } from '#shared/model.ts'
import { richTextToPlainText } from '#shared-editor/text.ts'
import { moveLinks } from '../links/move.ts'
import { now, type Session } from '../session.ts'
import { deleteAnnotation, setAuthor, updateAnchor, updateAnnotation } from '../store/annotations.ts'
import { setTags } from '../tags/tags.ts'
import { anchorAt } from './annotations.ts'
import { referToKept } from './references.ts'

/**
 * Makes one of several annotations of a source, inside a recorded transaction, and gives its id. The first in text order is kept
 * and takes the range from the first start to the last end, all comments, tags and links, and what notes say of the others.
 * A lost one has no place and adds none. Throws `invalid_input` where they are of several sources or all lost.
 */
export function merge(session: Session, annotations: readonly Annotation[]): string {
  const { db } = session.store
  const inOrder = [...annotations].sort((a, b) => a.start - b.start || b.end - a.end)
  const placed = inOrder.filter(({ state }) => state !== 'lost')
  const [kept] = placed
  if (new Set(annotations.map(({ sourceId }) => sourceId)).size > 1) {
    throw new CrossreadError('invalid_input', 'Only annotations of one source can be merged.')
  }
  if (kept === undefined) {
    throw new CrossreadError(
      'invalid_input',
      'These annotations have lost their places and cannot be merged.',
    )
  }
  const at = now()
  const gone = inOrder.filter(({ id }) => id !== kept.id).map(({ id }) => id)
  const end = placed.reduce((furthest, one) => Math.max(furthest, one.end), kept.end)
  updateAnchor(db, kept.id, { ...anchorAt(session, kept.sourceId, kept.start, end), state: 'exact' }, at)
  const comment = joinComments(inOrder)
  updateAnnotation(db, kept.id, {
    colour: kept.colour,
    comment: comment === null ? null : JSON.stringify(comment),
    commentText: comment === null ? '' : richTextToPlainText(comment),
    at,
  })
  // What several people wrote is nobody's alone: it belongs to the one who put it together.
  if (inOrder.some(({ author }) => author !== kept.author)) setAuthor(db, kept.id, null)
  setTags(session, { kind: 'annotation', id: kept.id }, [...new Set(inOrder.flatMap(({ tags }) => tags))])
  for (const id of gone) moveLinks(session, { kind: 'annotation', id }, kept.id, at)
  referToKept(session, gone, kept.id)
  for (const id of gone) deleteAnnotation(db, id)
  return kept.id
}

/** The comments one below the other, each of the same words once; null where there is none. */
function joinComments(annotations: readonly Annotation[]): RichText | null {
  const byWords = new Map<string, RichText>()
  for (const { comment, commentText } of annotations) {
    if (comment !== null && !byWords.has(commentText)) byWords.set(commentText, comment)
  }
  const [first, ...others] = byWords.values()
  if (first === undefined) return null
  const children = [first, ...others].flatMap(({ root }) => root.children)
  return { ...first, root: { ...first.root, children } }
}
