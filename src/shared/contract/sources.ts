import { z } from 'zod'
import type {
  Annotation,
  Attachment,
  Concordance,
  Flag,
  FoundInSource,
  ObjectsFound,
  SavedSearch,
  SearchFacets,
  SearchResult,
  SimilarSource,
  Source,
  SourceSummary,
  Suggestion,
  Tag,
  TextChangeReport,
  TextComparison,
} from '../model.ts'
import { read, write } from './call.ts'
import {
  colour,
  flagState,
  handle,
  id,
  jobId,
  limit,
  line,
  metadataField,
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
  /** As one step of the history. */
  'sources.deleteMany': write<{ deleted: number }>()(
    z.strictObject({ ids: z.array(id).min(1).max(100_000) }),
  ),
  /** Sets and clears the same fields of many sources; every other field stays as it is. */
  'sources.updateMany': write<{ updated: number }>()(
    z.strictObject({
      ids: z.array(id).min(1).max(100_000),
      set: sourceMetadata,
      unset: z.array(metadataField).max(100).optional(),
    }),
  ),
  /**
   * Corrects the text: each edit puts `text` in the place of `[start, end)`; a `\n` parts blocks. Edits are in order and
   * do not overlap. The original stays; annotations and flags find their places again or say that they did not.
   */
  'sources.correct': write<TextChangeReport>()(
    z.strictObject({
      id,
      edits: z
        .array(z.strictObject({ start: offset, end: offset, text: z.string().max(1_000_000) }))
        .min(1)
        .max(10_000),
    }),
  ),
  /** Takes a newer version of the file for the source. Title and details that were edited stay. */
  'sources.replace': write<TextChangeReport>()(z.strictObject({ jobId, id, handle })),
  'sources.attachments': read<Attachment[]>()(z.strictObject({ id })),
  /** Sources that share its wording or its story, the likest first. */
  'sources.similar': read<SimilarSource[]>()(z.strictObject({ id })),
  'sources.compare': read<TextComparison>()(z.strictObject({ leftId: id, rightId: id })),
}

export const flagCalls = {
  'flags.list': read<Flag[]>()(z.strictObject({ sourceId: id.optional() })),
  /** Throws `invalid_input` where a flag without a passage is to be excluded. */
  'flags.set': write<Flag[]>()(z.strictObject({ ids: z.array(id).min(1).max(10_000), state: flagState })),
  /** Takes a passage out of search, comparison and export. */
  'flags.exclude': write<Flag>()(z.strictObject({ sourceId: id, start: offset, end: offset })),
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

const searchName = z.string().trim().min(1).max(200)

export const searchCalls = {
  /**
   * Words (all must match), `"phrases"`, `pre*`, `-not`, `OR`, `NEAR/5`, `/patterns/`, and fields such as `author:`; see
   * `src/shared/query`. `asYouType` lets the last word be a beginning; `exact` adds neither forms nor likely words.
   */
  'search.query': read<SearchResult>()(
    z.strictObject({
      query: z.string().max(10_000),
      limit: limit.optional(),
      asYouType: z.boolean().optional(),
      exact: z.boolean().optional(),
    }),
  ),
  /** Annotations, claims and notes that a query finds, typos allowed. */
  'search.objects': read<ObjectsFound>()(
    z.strictObject({ query: z.string().max(10_000), limit: limit.optional() }),
  ),
  /** What the sources that a query finds can be filtered by, with counts. */
  'search.facets': read<SearchFacets>()(z.strictObject({ query: z.string().max(10_000) })),
  /** Every hit with the words around it, aligned on what was found. */
  'search.concordance': read<Concordance>()(
    z.strictObject({
      query: z.string().max(10_000),
      sort: z.enum(['left', 'right', 'place']).optional(),
      limit: limit.optional(),
    }),
  ),
  /** Where a query's words stand in one text, passages that are left out of search included. */
  'search.inSource': read<FoundInSource>()(
    z.strictObject({
      sourceId: id,
      query: z.string().max(10_000),
      asYouType: z.boolean().optional(),
    }),
  ),
  /** How a query is understood: its parts, and what is looked for besides. */
  'search.explain': read<{ lines: string[] }>()(z.strictObject({ query: z.string().max(10_000) })),
  /** Typo-tolerant, over titles, claims, notes and comments. An empty text gives the newest. */
  'search.suggest': read<Suggestion[]>()(
    z.strictObject({
      text: z.string().max(1_000),
      kinds: z.array(objectKind).optional(),
      limit: limit.optional(),
    }),
  ),
}

export const savedSearchCalls = {
  'searches.list': read<SavedSearch[]>()(z.strictObject({})),
  /** Keeps a query under a name; where there is one of that name already, that one takes the query. */
  'searches.save': write<SavedSearch>()(
    z.strictObject({ name: searchName, query: z.string().trim().min(1).max(10_000) }),
  ),
  'searches.rename': write<SavedSearch>()(z.strictObject({ id, name: searchName })),
  'searches.delete': write<{ ok: true }>()(z.strictObject({ id })),
}
