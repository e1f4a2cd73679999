import { z } from 'zod'
import type { Annotation, DriftedAnnotation, Tag } from '../model.ts'
import { read, write } from './call.ts'
import { colour, id, objectRef, offset, richText, tagName, tagNames } from './fields.ts'

const many = z.array(id).min(1).max(100_000)

const quoteFields = {
  quote: z.string().min(1).max(1_000_000),
  prefix: z.string().max(10_000).optional(),
  suffix: z.string().max(10_000).optional(),
}

export const annotationCalls = {
  /** In the order of sources and texts. Of `ids` those that there are. */
  'annotations.list': read<Annotation[]>()(
    z.strictObject({ sourceId: id.optional(), ids: z.array(id).max(1_000).optional() }),
  ),
  'annotations.get': read<Annotation>()(z.strictObject({ id })),
  'annotations.create': write<Annotation>()(
    z.strictObject({
      sourceId: id,
      start: offset,
      end: offset,
      colour: colour.optional(),
      comment: richText.nullable().optional(),
      tags: tagNames.optional(),
    }),
  ),
  /** Finds the quote first: `quote_not_found` and `quote_ambiguous` say when it has no or several places. */
  'annotations.createFromQuote': write<Annotation>()(
    z.strictObject({
      sourceId: id,
      ...quoteFields,
      colour: colour.optional(),
      commentMarkdown: z.string().max(1_000_000).optional(),
      tags: tagNames.optional(),
    }),
  ),
  'annotations.update': write<Annotation>()(
    z.strictObject({
      id,
      start: offset.optional(),
      end: offset.optional(),
      colour: colour.optional(),
      comment: richText.nullable().optional(),
    }),
  ),
  'annotations.delete': write<{ ok: true }>()(z.strictObject({ id })),
  /** Recolours and tags many as one step; what is left out stays. */
  'annotations.updateMany': write<{ updated: number }>()(
    z.strictObject({
      ids: many,
      colour: colour.optional(),
      addTags: tagNames.optional(),
      removeTags: tagNames.optional(),
    }),
  ),
  'annotations.deleteMany': write<{ deleted: number }>()(z.strictObject({ ids: many })),
  /**
   * Makes one annotation of several of one source: the first in text order takes the whole range from the first start to
   * the last end, the comments one below the other, all tags and all links; the others go.
   */
  'annotations.merge': write<Annotation>()(z.strictObject({ ids: many.min(2) })),
  /** Annotations whose text changed and that nobody has judged since, in the order of sources and texts. */
  'annotations.drifted': read<DriftedAnnotation[]>()(z.strictObject({ sourceId: id.optional() })),
  /** Takes moved and changed ones as they stand now, and leaves lost ones lost: none of them waits for judgement any more. */
  'annotations.accept': write<{ accepted: number }>()(z.strictObject({ ids: many })),
}

export const tagCalls = {
  'tags.list': read<Tag[]>()(z.strictObject({})),
  /** Makes `names` the object's whole set of tags. */
  'tags.set': write<{ tags: string[] }>()(z.strictObject({ object: objectRef, names: tagNames })),
  'tags.rename': write<Tag>()(z.strictObject({ id, name: tagName })),
  'tags.delete': write<{ ok: true }>()(z.strictObject({ id })),
}
