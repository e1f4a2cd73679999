import { z } from 'zod'
import type {
  Concordance,
  FoundInSource,
  ObjectsFound,
  SavedSearch,
  SearchFacets,
  SearchResult,
  Suggestion,
} from '../model.ts'
import { read, write } from './call.ts'
import { id, limit, objectKind } from './fields.ts'

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
  /** Every source that a query finds, however many, the newest last. What it finds of other kinds is left out. */
  'search.sources': read<{ sourceIds: string[] }>()(z.strictObject({ query: z.string().max(10_000) })),
  /** What the sources that a query finds can be filtered by, with counts. */
  'search.facets': read<SearchFacets>()(z.strictObject({ query: z.string().max(10_000) })),
  /** Hits with the words around them, aligned on what was found: `limit` of them from the one numbered `first`, from 0. */
  'search.concordance': read<Concordance>()(
    z.strictObject({
      query: z.string().max(10_000),
      sort: z.enum(['left', 'right', 'place']).optional(),
      first: z.number().int().min(0).max(10_000_000).optional(),
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
  'search.explain': read<{ lines: string[] }>()(
    z.strictObject({ query: z.string().max(10_000), exact: z.boolean().optional() }),
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

export const savedSearchCalls = {
  'searches.list': read<SavedSearch[]>()(z.strictObject({})),
  /** Keeps a query under a name; where there is one of that name already, that one takes the query. */
  'searches.save': write<SavedSearch>()(
    z.strictObject({ name: searchName, query: z.string().trim().min(1).max(10_000) }),
  ),
  'searches.rename': write<SavedSearch>()(z.strictObject({ id, name: searchName })),
  'searches.delete': write<{ ok: true }>()(z.strictObject({ id })),
}
