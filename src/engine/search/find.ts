import type { SearchHit, SearchResult } from '#shared/model.ts'
import { parseQuery } from '#shared/query/parse.ts'
import type { Session } from '../session.ts'
import {
  type BlockRow,
  type Match,
  type Matches,
  matchBlocks,
  readBlocks,
  titlesMatching,
} from '../store/text-search.ts'
import { findMarks, holdsPhrase } from './marks.ts'
import { matchPatterns } from './patterns.ts'
import { type Plan, planQuery } from './plan.ts'
import { tokenize } from './tokenizer.ts'

const defaultLimit = 50

export interface Search {
  query: string
  limit?: number | undefined
  asYouType?: boolean | undefined
  exact?: boolean | undefined
}

const nothing: SearchResult = { hits: [], total: 0, capped: false, expansions: [], partial: false }

/** What a query is to this notebook, and the blocks it finds; null where it asks for nothing. */
export async function runQuery(
  { store, keeper }: Session,
  { query: input, limit, asYouType = false, exact = false }: Search,
): Promise<{ plan: Plan; found: Matches & { partial: boolean } } | null> {
  const query = parseQuery(input, asYouType)
  if (query === null) return null
  const { db } = store
  const plan = planQuery(query, { db, stems: await keeper.stems() }, exact)
  if (plan.kinds !== null && !plan.kinds.includes('sources')) {
    return { plan, found: { matches: [], total: 0, capped: false, ranked: true, partial: false } }
  }
  const found =
    plan.patterns.length > 0
      ? await matchPatterns(db, plan)
      : { ...matchBlocks(db, plan, limit), partial: false }
  return { plan, found }
}

/**
 * Searches the blocks of every source, best first. Throws `invalid_input` with the position of a mistake; holds the
 * engine's thread for no longer than one look-up takes.
 */
export async function findBlocks(session: Session, search: Search): Promise<SearchResult> {
  const { limit = defaultLimit } = search
  const { db } = session.store
  const answer = await runQuery(session, { ...search, limit: candidates(limit) })
  if (answer === null) return nothing
  const { plan, found } = answer
  const best = found.matches.slice(0, found.ranked ? candidates(limit) : limit)
  const rows = readBlocks(
    db,
    best.map(({ id }) => id),
  )
  const hits = best.flatMap((match) => {
    const row = rows.get(match.id)
    return row === undefined ? [] : [{ match, row }]
  })
  const ranked = !found.ranked || plan.match === null ? hits : rank(session, hits, plan)
  return {
    hits: ranked.slice(0, limit).map(({ match, row }) => toHit(match, row, plan)),
    total: found.total,
    capped: found.capped,
    expansions: shown(plan),
    partial: found.partial,
  }
}

function shown({ expansions }: Plan): SearchResult['expansions'] {
  return expansions.map(({ node, term, forms, typos }) => {
    return { word: term, start: node.start, end: node.end, forms, typos }
  })
}

/** More than is asked for is looked at, since weights beyond bm25's can change the order. */
function candidates(limit: number): number {
  return limit * 2 + 50
}

/** What of its title's score a block is given, and what one without the very words counts; found on judged questions. */
const titleWeight = 0.5
const inexactWeight = 0.6

interface Found {
  match: Match
  row: BlockRow
}

function rank(session: Session, hits: readonly Found[], plan: Plan): Found[] {
  const titles = titleScores(session, hits, plan)
  const isExpanded = plan.phrases.some(({ exact }) => !exact)
  const exactPhrases = plan.phrases.filter(({ exact }) => exact)
  return hits
    .map(({ match, row }) => {
      let score = match.score + titleWeight * (titles.get(row.textId) ?? 0)
      if (isExpanded && !holdsAll(row.text, exactPhrases)) score *= inexactWeight
      return { match: { ...match, score }, row }
    })
    .sort((a, b) => b.match.score - a.match.score)
}

function holdsAll(text: string, phrases: Plan['phrases']): boolean {
  const tokens = tokenize(text)
  return phrases.every((phrase) => holdsPhrase(tokens, phrase))
}

function titleScores(session: Session, hits: readonly { row: BlockRow }[], plan: Plan): Map<number, number> {
  if (plan.match === null) return new Map()
  return titlesMatching(
    session.store.db,
    plan.match,
    hits.map(({ row }) => row.textId),
  )
}

function toHit(match: Match, row: BlockRow, plan: Plan): SearchHit {
  return {
    sourceId: row.sourceId,
    title: row.title,
    blockId: row.blockId,
    start: row.start,
    end: row.start + row.text.length,
    score: match.score,
    text: row.text,
    hits: findMarks(row.text, plan.phrases, plan.patterns),
  }
}
