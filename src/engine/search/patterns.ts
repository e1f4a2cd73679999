import type { Db } from '../store/database.ts'
import { type Matches, matchBlocks, newestBlocks, rankingCap, readBlocks } from '../store/text-search.ts'
import { compilePattern } from './compile-pattern.ts'
import type { Plan } from './plan.ts'
import { breather } from './turns.ts'

/** A search takes no longer than this in all. */
const longestMs = 4_000
const page = 500
/** A pattern is tried on no more of a block than this: what is quick on a paragraph may be slow on a book in one line. */
const longestTried = 20_000

/** Of the blocks that the words and fields of a plan find, those that its patterns match as well. */
export async function matchPatterns(db: Db, plan: Plan): Promise<Matches & { partial: boolean }> {
  const tests = plan.patterns.map(({ node, negated }) => ({ pattern: compilePattern(node), negated }))
  const matchesAll = (text: string) =>
    tests.every(({ pattern, negated }) => {
      pattern.lastIndex = 0
      return pattern.test(text.slice(0, longestTried)) !== negated
    })
  const until = performance.now() + longestMs
  const found: Matches = { matches: [], total: 0, capped: false, ranked: true }
  for await (const { id, textId, score, text } of candidates(db, plan)) {
    if (matchesAll(text)) found.matches.push({ id, textId, score })
    if (found.matches.length > rankingCap || performance.now() > until) {
      const isLate = found.matches.length <= rankingCap
      return { ...found, total: Math.min(found.matches.length, rankingCap), capped: !isLate, partial: isLate }
    }
  }
  return { ...found, total: found.matches.length, partial: false }
}

interface Candidate {
  id: number
  textId: number
  score: number
  text: string
}

/** The blocks to try patterns on, with their text; the thread is given up between slices. */
async function* candidates(db: Db, plan: Plan): AsyncGenerator<Candidate> {
  const breathe = breather()
  if (plan.match === null) {
    for (let before = Number.MAX_SAFE_INTEGER; ; ) {
      const blocks = newestBlocks(db, { before, limit: page, sources: plan.sources })
      for (const block of blocks) {
        yield { ...block, score: 0 }
        await breathe()
      }
      const last = blocks.at(-1)
      if (last === undefined) return
      before = last.id
    }
  }
  const { matches } = matchBlocks(db, plan)
  for (let from = 0; from < matches.length; from += page) {
    const some = matches.slice(from, from + page)
    const rows = readBlocks(
      db,
      some.map(({ id }) => id),
    )
    for (const match of some) {
      const row = rows.get(match.id)
      if (row !== undefined) yield { ...match, text: row.text }
      await breathe()
    }
  }
}
