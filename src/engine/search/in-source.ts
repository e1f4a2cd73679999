import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FoundInSource } from '#shared/model.ts'
import { parseQuery } from '#shared/query/parse.ts'
import type { NearNode, PhraseNode, QueryNode, WordNode } from '#shared/query/tree.ts'
import { required, type Session } from '../session.ts'
import { readText } from '../store/sources.ts'
import { compilePattern } from './compile-pattern.ts'
import { findMarks } from './marks.ts'
import { type Plan, planQuery } from './plan.ts'
import { type Token, tokenize } from './tokenizer.ts'

interface Asked {
  sourceId: string
  query: string
  asYouType?: boolean | undefined
}

const sliceMs = 20
const longestMs = 3_000
/** A pattern is tried on no more of a block than this, as in every search. */
const longestTried = 20_000

/**
 * Finds a query's words in one text, passages that are left out of search included: a paragraph is hit where it is all
 * that the query asks for, with word forms and likely words as in every search. Fields are about sources, not about
 * words, and say nothing here. Throws `not_found`, and `invalid_input` with the position of a mistake.
 */
export async function findInSource(
  session: Session,
  { sourceId, query, asYouType = false }: Asked,
): Promise<FoundInSource> {
  const { text, blocks } = required(readText(session.store.db, sourceId), 'source')
  const paragraphs = blocks.map(({ start, end }) => ({ start, text: text.slice(start, end) }))
  const begun = asYouType ? await findAll(session, parseQuery(query, true), paragraphs) : null
  // What begins no word of this text may be a word that is misspelt, or another form of one.
  if (begun !== null && begun.hits.length > 0) return begun
  return findAll(session, parseQuery(query), paragraphs)
}

async function findAll(
  { store, keeper }: Session,
  query: QueryNode | null,
  paragraphs: readonly { start: number; text: string }[],
): Promise<FoundInSource> {
  if (query === null) return { hits: [], partial: false }
  const plan = planQuery(query, { db: store.db, stems: await keeper.stems() }, false)
  const matches = matcher(query, plan)
  const hits: [number, number][] = []
  const until = performance.now() + longestMs
  let began = performance.now()
  for (const { start, text } of paragraphs) {
    if (matches(text)) {
      for (const [from, to] of findMarks(text, plan.phrases, plan.patterns)) {
        hits.push([start + from, start + to])
      }
    }
    if (performance.now() - began < sliceMs) continue
    if (performance.now() > until) return { hits, partial: true }
    await nextTurn()
    began = performance.now()
  }
  return { hits, partial: false }
}

/** Says of a paragraph whether it is what the query asks for. */
function matcher(query: QueryNode, plan: Plan): (text: string) => boolean {
  const added = new Map(plan.expansions.map(({ node, forms, typos }) => [node, [...forms, ...typos]]))
  const patterns = plan.patterns.map(({ node, negated }) => ({ pattern: compilePattern(node), negated }))
  const wanted = wordsIn(query)
  return (text) => {
    const tokens = tokenize(text)
    const holdsPatterns = patterns.every(({ pattern, negated }) => {
      pattern.lastIndex = 0
      return pattern.test(text.slice(0, longestTried)) !== negated
    })
    return holdsPatterns && (wanted === null || holds(wanted, tokens, added))
  }
}

/** What of a query is about words; null where nothing is. Patterns are looked at on their own. */
function wordsIn(query: QueryNode): QueryNode | null {
  if (query.kind === 'field' || query.kind === 'regex') return null
  if (query.kind === 'not') return wordsIn(query.item) === null ? null : query
  if (query.kind !== 'and' && query.kind !== 'or') return query
  const items = query.items.map(wordsIn).filter((item) => item !== null)
  return items.length === 0 ? null : { ...query, items }
}

type Added = ReadonlyMap<WordNode, readonly string[]>

function holds(node: QueryNode, tokens: readonly Token[], added: Added): boolean {
  switch (node.kind) {
    case 'word': {
      if (placesOf(node, tokens).length > 0) return true
      const others = added.get(node)
      return others !== undefined && tokens.some(({ term }) => others.includes(term))
    }
    case 'phrase':
      return placesOf(node, tokens).length > 0
    case 'near':
      return holdsNear(node, tokens)
    case 'and':
      return node.items.every((item) => holds(item, tokens, added))
    case 'or':
      return node.items.some((item) => holds(item, tokens, added))
    case 'not':
      return !holds(node.item, tokens, added)
    default:
      return true
  }
}

/** Places in tokens, half-open. What has no word in it stands nowhere and asks for nothing. */
function placesOf(node: WordNode | PhraseNode, tokens: readonly Token[]): { from: number; to: number }[] {
  const terms = tokenize(node.text).map(({ term }) => term)
  if (terms.length === 0) return [{ from: 0, to: 0 }]
  const open = node.kind === 'word' && node.prefix ? terms.length - 1 : -1
  const places: { from: number; to: number }[] = []
  for (let from = 0; from + terms.length <= tokens.length; from++) {
    const stands = terms.every((term, index) => {
      const found = tokens[from + index]?.term ?? ''
      return index === open ? found.startsWith(term) : found === term
    })
    if (stands) places.push({ from, to: from + terms.length })
  }
  return places
}

/** FTS5's rule: from the end of the first of them to the start of the last no more words than the distance. */
function holdsNear({ items, distance }: NearNode, tokens: readonly Token[]): boolean {
  const places = items.map((item) => placesOf(item, tokens))
  return places.flat().some((first) => {
    const starts = places.map((each) => each.find(({ from }) => from >= first.from)?.from)
    return starts.every((start) => start !== undefined && start - first.to <= distance)
  })
}
