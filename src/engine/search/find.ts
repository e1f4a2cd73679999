import type { SearchResult } from '#shared/model.ts'
import type { Store } from '../store/store.ts'
import { queryTextIndex } from '../store/text-index.ts'
import { findMarks } from './marks.ts'
import { parseQuery, toMatchExpression, wantedPhrases } from './query.ts'

const defaultLimit = 50

/** Searches the blocks of every source, best first. Throws `invalid_input` with the position of a mistake. */
export function findBlocks(
  store: Store,
  input: string,
  limit = defaultLimit,
  asYouType = false,
): SearchResult {
  const query = parseQuery(input, asYouType)
  if (query === null) return { hits: [], total: 0, capped: false }
  const found = queryTextIndex(store.db, toMatchExpression(query), limit)
  const phrases = wantedPhrases(query)
  const hits = found.hits.map((hit) => ({
    sourceId: hit.sourceId,
    title: hit.title,
    blockId: hit.blockId,
    start: hit.start,
    end: hit.start + hit.text.length,
    score: hit.score,
    text: hit.text,
    hits: findMarks(hit.text, phrases),
  }))
  return { hits, total: found.total, capped: found.capped }
}
