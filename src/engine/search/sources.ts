import { setImmediate as nextTurn } from 'node:timers/promises'
import { parseQuery } from '#shared/query/parse.ts'
import type { Session } from '../session.ts'
import { matchingSources, sourcesOfTexts, textsMatching } from '../store/found-sources.ts'
import { textsOf } from '../store/text-search.ts'
import { matchPatterns } from './patterns.ts'
import { planQuery } from './plan.ts'

/**
 * Every source that a query finds, the newest last: a saved search is a collection of them. Counts beyond the 5,000
 * passages that are ranked. Throws `invalid_input` with the position of a mistake.
 */
export async function findSources(
  { store: { db }, keeper }: Session,
  { query: input }: { query: string },
): Promise<{ sourceIds: string[] }> {
  const query = parseQuery(input)
  if (query === null) return { sourceIds: [] }
  const plan = planQuery(query, { db, stems: await keeper.stems() }, false)
  const { match, sources, patterns, kinds } = plan
  if (kinds !== null && !kinds.includes('sources')) return { sourceIds: [] }
  if (patterns.length > 0) {
    const { matches } = await matchPatterns(db, plan)
    const ids = matches.map(({ id }) => id)
    return { sourceIds: sourcesOfTexts(db, textsOf(db, ids), null) }
  }
  if (match === null) return { sourceIds: sources === null ? [] : matchingSources(db, sources) }
  const texts = new Set<number>()
  let after: number | null = 0
  while (after !== null) {
    after = textsMatching(db, match, after, texts)
    await nextTurn()
  }
  return { sourceIds: sourcesOfTexts(db, [...texts], sources) }
}
