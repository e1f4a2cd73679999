import type { Concordance, ConcordanceLine } from '#shared/model.ts'
import type { Session } from '../session.ts'
import { rankingCap, readBlocks } from '../store/text-search.ts'
import { runQuery } from './find.ts'
import { findMarks } from './marks.ts'

const defaultLimit = 1_000
/** How much of the text is shown on each side of a hit, in UTF-16 units. */
const context = 80

interface Asked {
  query: string
  sort?: 'left' | 'right' | 'place' | undefined
  limit?: number | undefined
}

/**
 * Keyword in context: every hit of a query with the words around it, by place, or sorted by what stands to the left or to
 * the right of it. Throws `invalid_input` with the position of a mistake.
 */
export async function findConcordance(session: Session, asked: Asked): Promise<Concordance> {
  const { query, sort = 'place', limit = defaultLimit } = asked
  const answer = await runQuery(session, { query, limit: rankingCap })
  if (answer === null) return { lines: [], total: 0, capped: false, bySource: [] }
  const { plan, found } = answer
  const rows = readBlocks(
    session.store.db,
    found.matches.map(({ id }) => id),
  )
  const lines: ConcordanceLine[] = []
  for (const { sourceId, title, start, text } of rows.values()) {
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
  lines.sort(orders[sort])
  return {
    lines: lines.slice(0, limit),
    total: lines.length,
    capped: found.capped,
    bySource: bySource(lines),
  }
}

const compare = new Intl.Collator('und', { sensitivity: 'base' }).compare

const orders: Record<'left' | 'right' | 'place', (a: ConcordanceLine, b: ConcordanceLine) => number> = {
  place: (a, b) => compare(a.title, b.title) || compare(a.sourceId, b.sourceId) || a.start - b.start,
  // The word next to the hit decides, then the one before it.
  left: (a, b) => compare(wordsBackwards(a.left), wordsBackwards(b.left)) || orders.place(a, b),
  right: (a, b) => compare(a.right.trimStart(), b.right.trimStart()) || orders.place(a, b),
}

function wordsBackwards(text: string): string {
  return text
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .reverse()
    .join(' ')
}

function bySource(lines: readonly ConcordanceLine[]): Concordance['bySource'] {
  const counts = new Map<string, { sourceId: string; title: string; hits: number }>()
  for (const { sourceId, title } of lines) {
    const count = counts.get(sourceId) ?? { sourceId, title, hits: 0 }
    count.hits++
    counts.set(sourceId, count)
  }
  return [...counts.values()].sort((a, b) => b.hits - a.hits || compare(a.title, b.title))
}
