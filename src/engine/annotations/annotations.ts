import { CrossreadError } from '#shared/errors.ts'
import { newId } from '#shared/ids.ts'
import type { Colour, RichText } from '#shared/model.ts'
import { richTextToPlainText } from '#shared-editor/text.ts'
import { type Anchor, contextLength, describePassage } from '../anchor/describe.ts'
import { locateQuote } from '../anchor/locate.ts'
import type { Handlers } from '../handlers.ts'
import { normalise, normaliseQuote } from '../import/canonical.ts'
import { fromMarkdown } from '../markdown.ts'
import { now, required, type Session } from '../session.ts'
import { textOf } from '../sources/sources.ts'
import {
  deleteAnnotation,
  findAnnotation,
  insertAnnotation,
  listAnnotations,
  updateAnchor,
  updateAnnotation,
} from '../store/annotations.ts'
import { readPart } from '../store/sources.ts'
import { setTags } from '../tags/tags.ts'

const defaultColour: Colour = 'yellow'

type OneByOne = 'list' | 'get' | 'create' | 'createFromQuote' | 'update' | 'delete'

export const annotationHandlers: Handlers<`annotations.${OneByOne}`> = {
  'annotations.list': ({ store }, { sourceId, ids }) =>
    listAnnotations(store.db, sourceId ?? null, ids ?? null),

  'annotations.get': ({ store }, { id }) => required(findAnnotation(store.db, id), 'annotation'),

  'annotations.create': (session, input) => {
    const id = session.change('annotations.create', () => annotate(session, input))
    return required(findAnnotation(session.store.db, id), 'annotation')
  },

  'annotations.createFromQuote': async (session, input) => {
    const { sourceId, commentMarkdown, colour, tags } = input
    const comment = commentMarkdown === undefined ? null : await fromMarkdown(commentMarkdown)
    const range = findQuote(session, sourceId, input)
    const id = session.change('annotations.create', () =>
      annotate(session, { sourceId, ...range, colour, comment, tags }),
    )
    return required(findAnnotation(session.store.db, id), 'annotation')
  },

  'annotations.update': (session, { id, start, end, colour, comment }) => {
    const { db } = session.store
    const annotation = required(findAnnotation(db, id), 'annotation')
    // Typing a comment is one step of the history, not one a letter; a change of colour or place always is its own.
    const isTyping = comment !== undefined && colour === undefined && start === undefined && end === undefined
    session.change(
      isTyping ? 'annotations.comment' : 'annotations.update',
      () => {
        const next = comment === undefined ? annotation.comment : comment
        updateAnnotation(db, id, {
          colour: colour ?? annotation.colour,
          comment: next === null ? null : JSON.stringify(next),
          commentText: next === null ? '' : richTextToPlainText(next),
          at: now(),
        })
        if (start !== undefined || end !== undefined) {
          const { sourceId } = annotation
          const anchor = anchorAt(session, sourceId, start ?? annotation.start, end ?? annotation.end)
          updateAnchor(db, id, { ...anchor, state: 'exact' }, now())
        }
      },
      isTyping ? `comment ${id}` : null,
    )
    return required(findAnnotation(db, id), 'annotation')
  },

  'annotations.delete': (session, { id }) => {
    required(findAnnotation(session.store.db, id), 'annotation')
    session.change('annotations.delete', () => deleteAnnotation(session.store.db, id))
    return { ok: true }
  },
}

export interface NewAnnotation {
  sourceId: string
  start: number
  end: number
  colour?: Colour | undefined
  comment?: RichText | null | undefined
  tags?: string[] | undefined
  /** Who made it, where that was not the researcher. */
  author?: string | null | undefined
}

/** Stores an annotation inside a recorded transaction and gives its id. Throws `invalid_input` for a range outside the text. */
export function annotate(session: Session, input: NewAnnotation): string {
  const { db } = session.store
  const id = newId()
  const at = now()
  const comment = input.comment ?? null
  insertAnnotation(db, {
    id,
    sourceId: input.sourceId,
    ...anchorAt(session, input.sourceId, input.start, input.end),
    state: 'exact',
    author: input.author ?? null,
    colour: input.colour ?? defaultColour,
    comment: comment === null ? null : JSON.stringify(comment),
    commentText: comment === null ? '' : richTextToPlainText(comment),
    createdAt: at,
    updatedAt: at,
  })
  setTags(session, { kind: 'annotation', id }, input.tags ?? [])
  return id
}

/** Describes a range of a source's text. Throws `invalid_input` for one outside it. */
export function anchorAt(
  session: Session,
  sourceId: string,
  start: number,
  end: number,
): Anchor & { textHash: string } {
  const around = contextLength + 2
  const part = required(readPart(session.store.db, sourceId, { start, end, around }), 'source')
  const { text, offset, hash, length } = part
  if (!(start >= 0 && start < end && end <= length)) {
    throw new CrossreadError('invalid_input', 'This passage is not in the text.', { start, end, length })
  }
  const anchor = describePassage(text, start - offset, end - offset)
  return { ...anchor, start: anchor.start + offset, end: anchor.end + offset, textHash: hash }
}

/** Where words stand in a source's text. Throws `quote_not_found` or `quote_ambiguous`. White space in the quote may differ from the text's. */
export function findQuote(
  session: Session,
  sourceId: string,
  { quote, prefix, suffix }: { quote: string; prefix?: string | undefined; suffix?: string | undefined },
): { start: number; end: number } {
  const { text } = textOf(session, sourceId)
  const context = { prefix: normalise(prefix ?? ''), suffix: normalise(suffix ?? '') }
  let location = locateQuote(text, { quote, ...context })
  if (location.found === 'none') location = locateQuote(text, { quote: normaliseQuote(quote), ...context })
  if (location.found === 'one') return location
  if (location.found === 'none') {
    throw new CrossreadError(
      'quote_not_found',
      'These words are not in the source, at least not in this order.',
    )
  }
  const { starts } = location
  throw new CrossreadError(
    'quote_ambiguous',
    `These words stand in ${starts.length} places. Give some of the text before or after them.`,
    { starts },
  )
}
