import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Concordance, ConcordanceLine } from '#shared/model.ts'
import type { Session } from '../session.ts'
import { changeMark } from '../store/found-sources.ts'
import { rankingCap, readBlocks } from '../store/text-search.ts'
import { runQuery } from './find.ts'
import { findMarks } from './marks.ts'

const defaultLimit = 1_000
/** How much of the text is shown on each side of a hit, in UTF-16 units. */
const context = 80
/** So many blocks are read in one go; the thread is given up between. */
const slice = 200

type Sort = 'left' | 'right' | 'place'

interface Asked {
  query: string
  sort?: Sort | undefined
  first?: number | undefined
  limit?: number | undefined
}

/** Every hit of a query, with how many each source has. */
type Whole = Omit<Concordance, 'total'>

/** What was found last, so that the next page of it is not found anew. Kept while it is asked for, and while nothing changes. */
const last = new WeakMap<Session, { key: string; whole: Promise<Whole>; timer: NodeJS.Timeout }>()
const keptMs = 60_000

/**
 * Keyword in context: hits of a query with the words around them, by place, or sorted by what stands to the left or to the
 * right of them: `limit` of them from the one numbered `first`. Throws `invalid_input` with the position of a mistake.
 */
export async function findConcordance(session: Session, asked: Asked): Promise<Concordance> {
  const { query, sort = 'place', first = 0, limit = defaultLimit } = asked
  const { lines, capped, bySource } = await remembered(session, query, sort)
  const page = lines.slice(first, first + limit)
  return { lines: page, total: lines.length, capped, bySource: first === 0 ? bySource : [] }
}

function remembered(session: Session, query: string, sort: Sort): Promise<Whole> {
  const key = JSON.stringify([query, sort, changeMark(session.store.db)])
  const known = last.get(session)
  clearTimeout(known?.timer)
  const whole = known?.key === key ? known.whole : findAll(session, query, sort)
  const timer = setTimeout(() => last.delete(session), keptMs).unref()
  last.set(session, { key, whole, timer })
  return whole
}

async function findAll(session: Session, query: string, sort: Sort): Promise<Whole> {
  const answer = await runQuery(session, { query, limit: rankingCap })
  if (answer === null) return { lines: [], capped: false, bySource: [] }
  const { plan, found } = answer
  const lines: ConcordanceLine[] = []
  for (let at = 0; at < found.matches.length; at += slice) {
    const ids = found.matches.slice(at, at + slice).map(({ id }) => id)
    for (const { sourceId, title, start, text } of readBlocks(session.store.db, ids).values()) {
      for (const [from, to] of findMarks(text, plan.phrases, plan.patterns)) {
        lines.push({
          sourceId,
          title,
          start: start + from,
          end: start + to,
          left: text.slice(Math.max(0, from - context), from),
          word: text.slice(from, to),
          right: text.slice(to, to + context),
        })
      }
    }
    await nextTurn()
  }
  return { lines: sorted(lines, sort), capped: found.capped, bySource: bySource(lines) }
}

const compare = new Intl.Collator('und', { sensitivity: 'base' }).compare

/** In the order of the words that stand next to the hit; lines that are alike in those, and all by `place`, by place. */
function sorted(lines: readonly ConcordanceLine[], sort: Sort): ConcordanceLine[] {
  // What is compared is made once a line, not once a comparison.
  const keyed = lines.map((line) => ({ line, key: keyOf(line, sort) }))
  keyed.sort((a, b) => compare(a.key, b.key) || byPlace(a.line, b.line))
  return keyed.map(({ line }) => line)
}

function keyOf({ left, right, title }: ConcordanceLine, sort: Sort): string {
  if (sort === 'place') return title
  // The word next to the hit decides, then the one before it.
  return sort === 'left' ? wordsBackwards(left) : right.trimStart()
}

function byPlace(a: ConcordanceLine, b: ConcordanceLine): number {
  return compare(a.title, b.title) || compare(a.sourceId, b.sourceId) || a.start - b.start
}

function wordsBackwards(text: string): string {
  return text
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .reverse()
    .join(' ')
}

function bySource(lines: readonly ConcordanceLine[]): Concordance['bySource'] {
  const counts = new Map<string, Concordance['bySource'][number]>()
  for (const { sourceId, title, start, end } of lines) {
    const count = counts.get(sourceId)
    if (count === undefined) counts.set(sourceId, { sourceId, title, hits: 1, start, end })
    else {
      count.hits++
      if (start < count.start) Object.assign(count, { start, end })
    }
  }
  return [...counts.values()].sort((a, b) => b.hits - a.hits || compare(a.title, b.title))
}
