import { z } from 'zod'
import type { Annotation, Flag, SearchResult, Source, SourceSummary, Suggestion, Tag } from '../model.ts'
import { read, write } from './call.ts'
import {
  colour,
  id,
  limit,
  line,
  objectKind,
  objectRef,
  offset,
  richText,
  sourceMetadata,
  tagName,
  tagNames,
} from './fields.ts'

export const sourceCalls = {
  'sources.list': read<SourceSummary[]>()(z.strictObject({ limit: limit.optional() })),
  'sources.get': read<Source>()(z.strictObject({ id })),
  'sources.original': read<{ fileName: string; mediaType: string; bytes: Uint8Array }>()(
    z.strictObject({ id }),
  ),
  /** Fields that are left out stay as they are; metadata is replaced as a whole. */
  'sources.update': write<SourceSummary>()(
    z.strictObject({ id, title: line.optional(), metadata: sourceMetadata.optional() }),
  ),
  'sources.delete': write<{ ok: true }>()(z.strictObject({ id })),
  'flags.list': read<Flag[]>()(z.strictObject({ sourceId: id.optional() })),
}

export const originCalls = {
  /** Makes sources one voice. A source that belongs to a group brings the whole group along. */
  'origins.group': write<{ originId: string }>()(
    z.strictObject({ sourceIds: z.array(id).min(2).max(10_000) }),
  ),
  /** Makes a source a voice of its own again. */
  'origins.ungroup': write<{ ok: true }>()(z.strictObject({ sourceId: id })),
}

const quoteFields = {
  quote: z.string().min(1).max(1_000_000),
  prefix: z.string().max(10_000).optional(),
  suffix: z.string().max(10_000).optional(),
}

export const annotationCalls = {
  'annotations.list': read<Annotation[]>()(z.strictObject({ sourceId: id.optional() })),
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
}

export const tagCalls = {
  'tags.list': read<Tag[]>()(z.strictObject({})),
  /** Makes `names` the object's whole set of tags. */
  'tags.set': write<{ tags: string[] }>()(z.strictObject({ object: objectRef, names: tagNames })),
  'tags.rename': write<Tag>()(z.strictObject({ id, name: tagName })),
  'tags.delete': write<{ ok: true }>()(z.strictObject({ id })),
}

export const searchCalls = {
  /** Words (all must match), `"phrases"`, `pre*`, `-not`, `OR`. `asYouType` lets the last word be a beginning. */
  'search.query': read<SearchResult>()(
    z.strictObject({
      query: z.string().max(10_000),
      limit: limit.optional(),
      asYouType: z.boolean().optional(),
    }),
  ),
  /** Typo-tolerant, over titles, claims, notes and comments. An empty text gives the newest. */
  'search.suggest': read<Suggestion[]>()(
    z.strictObject({
      text: z.string().max(1_000),
      kinds: z.array(objectKind).optional(),
      limit: limit.optional(),
    }),
  ),
}
