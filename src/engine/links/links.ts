import { CrossreadError } from '#shared/errors.ts'
import { newId } from '#shared/ids.ts'
import type { Colour, Confidence, Link, ObjectRef, RichText } from '#shared/model.ts'
import { richTextToPlainText } from '#shared-editor/text.ts'
import { annotate, findQuote } from '../annotations/annotations.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { now, required, type Session } from '../session.ts'
import { findAnnotationAt } from '../store/annotations.ts'
import {
  deleteLink,
  findLink,
  findSameLink,
  insertLink,
  listLinks,
  objectExists,
  updateLink,
} from '../store/links.ts'
import { findRelationId, listRelations } from '../store/relations.ts'

export const linkHandlers: Handlers<CallsOf<'links'>> = {
  'links.list': ({ store }, { object }) => listLinks(store.db, object ?? null),

  'links.create': (session, input) => {
    const id = session.change('links.create', () => addLink(session, input))
    return required(findLink(session.store.db, id), 'link')
  },

  'links.createFromPassage': (session, input) =>
    session.change('links.create', () => {
      const annotationId = annotateOnce(session, input)
      const linkId = addLink(session, { ...input, from: { kind: 'annotation', id: annotationId } })
      return { annotationId, linkId }
    }),

  'links.connect': (session, { colour, ...input }) =>
    session.change('links.create', () => {
      const from = objectAt(session, input.from, colour)
      const to = objectAt(session, input.to, colour)
      return { from, to, linkId: addLink(session, { ...input, from, to }) }
    }),

  'links.update': (session, { id, relation, rationale, confidence }) => {
    const { db } = session.store
    const link = required(findLink(db, id), 'link')
    const isTyping = rationale !== undefined && relation === undefined && confidence === undefined
    const relationIdWanted = relation === undefined ? link.relationId : relationId(session, relation)
    const same = findSameLink(db, link.from, relationIdWanted, link.to)
    if (same !== null && relationIdWanted !== link.relationId) {
      throw new CrossreadError('conflict', 'There is a link that says this already.', { id: same.id })
    }
    const fields = {
      ...(rationale === undefined ? link : rationaleFields(rationale)),
      relationId: relationIdWanted,
      confidence: confidence === undefined ? link.confidence : confidence,
      at: now(),
    }
    session.change('links.update', () => updateLink(db, id, fields), isTyping ? `rationale ${id}` : null)
    return required(findLink(db, id), 'link')
  },

  'links.delete': (session, { id }) => {
    required(findLink(session.store.db, id), 'link')
    session.change('links.delete', () => deleteLink(session.store.db, id))
    return { ok: true }
  },
}

export interface NewLink {
  from: ObjectRef
  to: ObjectRef
  relation: string
  /** Rich text, or plain text. */
  rationale?: string | RichText | undefined
  confidence?: Confidence | null | undefined
}

/**
 * Stores a link inside a recorded transaction and gives its id. Where a link says the same already, that one takes the
 * rationale and the confidence that are given, and keeps its own where they are empty. Throws `not_found` for an unknown end or relation, `invalid_input` for a link to itself.
 */
export function addLink(session: Session, { from, to, relation, rationale, confidence }: NewLink): string {
  const { db } = session.store
  for (const end of [from, to]) required(objectExists(db, end) ? end : null, end.kind)
  if (from.id === to.id) throw new CrossreadError('invalid_input', 'A link needs two different ends.')
  const relationIdFound = relationId(session, relation)
  const same = findSameLink(db, from, relationIdFound, to)
  const at = now()
  if (same !== null) {
    updateLink(db, same.id, {
      ...(isEmpty(rationale) ? same : rationaleFields(rationale)),
      relationId: same.relationId,
      confidence: confidence ?? same.confidence,
      at,
    })
    return same.id
  }
  const id = newId()
  insertLink(db, {
    id,
    from,
    to,
    relationId: relationIdFound,
    ...rationaleFields(rationale ?? ''),
    confidence: confidence ?? null,
    author: session.store.journal.author,
    createdAt: at,
    updatedAt: at,
  })
  return id
}

/** A rationale as it is stored. */
function rationaleFields(rationale: string | RichText): Pick<Link, 'rationale' | 'rationaleContent'> {
  if (typeof rationale === 'string') return { rationale, rationaleContent: null }
  const words = richTextToPlainText(rationale)
  return { rationale: words, rationaleContent: words === '' ? null : rationale }
}

function isEmpty(rationale: string | RichText | undefined): rationale is undefined | '' {
  return rationale === undefined || rationale === ''
}

/** The annotation of exactly this passage, made where there is none. */
export function annotateOnce(
  session: Session,
  passage: { sourceId: string; start: number; end: number; colour?: Colour | undefined },
): string {
  const { sourceId, start, end, colour } = passage
  return (
    findAnnotationAt(session.store.db, sourceId, start, end) ??
    annotate(session, { sourceId, start, end, colour })
  )
}

/** The object that an end of a link is, or the annotation of the passage that it is. */
function objectAt(
  session: Session,
  end: ObjectRef | { sourceId: string; start: number; end: number } | { sourceId: string; quote: string },
  colour: Colour | undefined,
): ObjectRef {
  if ('kind' in end) return end
  const range = 'quote' in end ? findQuote(session, end.sourceId, end) : end
  return { kind: 'annotation', id: annotateOnce(session, { ...range, sourceId: end.sourceId, colour }) }
}

function relationId({ store }: Session, idOrName: string): string {
  const id = findRelationId(store.db, idOrName)
  if (id !== null) return id
  const known = listRelations(store.db).map((relation) => relation.name)
  throw new CrossreadError('not_found', `There is no relation “${idOrName}”. There are: ${known.join(', ')}.`)
}
