import type { SearchHit, SearchResult } from '#shared/model.ts'
import { parseQuery } from '#shared/query/parse.ts'
import type { Session } from '../session.ts'
import type { Db } from '../store/database.ts'
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
import { breather, mapInTurns } from './turns.ts'

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
  const plan = planQuery(query, { db, stems: await keeper.stems(), isCurrent: keeper.isCurrent() }, exact)
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
  const hits = await readHits(db, best)
  const ranked = !found.ranked || plan.match === null ? hits : await rank(session, hits, plan)
  return {
    hits: await mapInTurns(ranked.slice(0, limit), ({ match, row }) => toHit(match, row, plan)),
    total: found.total,
    capped: found.capped,
    expansions: shown(plan),
    partial: found.partial,
  }
}

const page = 200

async function readHits(db: Db, matches: readonly Match[]): Promise<Found[]> {
  const breathe = breather()
  const hits: Found[] = []
  for (let from = 0; from < matches.length; from += page) {
    const some = matches.slice(from, from + page)
    const rows = readBlocks(
      db,
      some.map(({ id }) => id),
    )
    for (const match of some) {
      const row = rows.get(match.id)
      if (row !== undefined) hits.push({ match, row })
    }
    await breathe()
  }
  return hits
}

function shown({ expansions }: Plan): SearchResult['expansions'] {
  return expansions.map(({ node, term, forms, typos }) => {
    return { word: term, start: node.start, end: node.end, forms, typos }
  })
}

/** More than is asked for is looked at, since weights beyond bm25's can change the order. */
function candidates(limit: number): number {
  return limit + 30
}

/** What of its title's score a block is given, and what one without the very words counts; found on judged questions. */
const titleWeight = 0.5
const inexactWeight = 0.6

interface Found {
  match: Match
  row: BlockRow
}

async function rank(session: Session, hits: readonly Found[], plan: Plan): Promise<Found[]> {
  const titles = titleScores(session, hits, plan)
  const isExpanded = plan.phrases.some(({ exact }) => !exact)
  const exactPhrases = plan.phrases.filter(({ exact }) => exact)
  const scored = await mapInTurns(hits, ({ match, row }) => {
    let score = match.score + titleWeight * (titles.get(row.textId) ?? 0)
    if (isExpanded && !holdsAll(row.text, exactPhrases)) score *= inexactWeight
    return { match: { ...match, score }, row }
  })
  return scored.sort((a, b) => b.match.score - a.match.score)
}

function holdsAll(text: string, phrases: Plan['phrases']): boolean {
  const tokens = tokenize(text)
  return phrases.every((phrase) => holdsPhrase(tokens, phrase))
}

function titleScores(session: Session, hits: readonly { row: BlockRow }[], plan: Plan): Map<number, number> {
  if (plan.titleMatch === null) return new Map()
  return titlesMatching(
    session.store.db,
    plan.titleMatch,
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
