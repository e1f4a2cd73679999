import type { SearchFacets } from '#shared/model.ts'
import type { Session } from '../session.ts'
import { countFacets } from '../store/facets.ts'
import { rankingCap, textsOf } from '../store/text-search.ts'
import { runQuery } from './find.ts'

/** What the sources that a query finds can be filtered by. Throws `invalid_input` with the position of a mistake. */
export async function findFacets(session: Session, { query }: { query: string }): Promise<SearchFacets> {
  const { db } = session.store
  const answer = await runQuery(session, { query, limit: rankingCap })
  const ids = answer?.found.matches.map(({ id }) => id) ?? []
  return { ...countFacets(db, textsOf(db, ids)), capped: answer?.found.capped ?? false }
}
