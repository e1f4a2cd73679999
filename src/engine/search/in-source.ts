import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FoundInSource } from '#shared/model.ts'
import { parseQuery } from '#shared/query/parse.ts'
import type { NearNode, PhraseNode, QueryNode, WordNode } from '#shared/query/tree.ts'
import { required, type Session } from '../session.ts'
import { readText } from '../store/sources.ts'
import { findMarks } from './marks.ts'
import { type Plan, planQuery } from './plan.ts'
import { type Token, tokenize } from './tokenizer.ts'

interface Asked {
  sourceId: string
  query: string
  asYouType?: boolean | undefined
}

const sliceMs = 20
const longestMs = 8_000

/**
 * Marks a query's words in one text, passages that are left out of search included: every place of each word and phrase,
 * with word forms and likely words as in every search, and words that are to stand near each other where they do. Finding
 * is for going through a text, so that neither the other words of the query nor those that it leaves out narrow it. Fields
 * are about sources, not about words, and say nothing here. Throws `not_found`, and `invalid_input` with the position of
 * a mistake.
 */
export async function findInSource(
  session: Session,
  { sourceId, query, asYouType = false }: Asked,
): Promise<FoundInSource> {
  const { text, blocks } = required(readText(session.store.db, sourceId), 'source')
  const paragraphs = blocks.map(({ start, end }) => ({ start, text: text.slice(start, end) }))
  if (asYouType) {
    const begun = parseQuery(query, true)
    const found = await findAll(session, begun, paragraphs)
    const ends = found.hits.map(([start, end]) => text.slice(start, end))
    // What begins no word of this text may be a word that is misspelt, or another form of one.
    if (begun !== null && holdsLast(begun, ends)) return found
  }
  return findAll(session, parseQuery(query), paragraphs)
}

async function findAll(
  { store, keeper }: Session,
  query: QueryNode | null,
  paragraphs: readonly { start: number; text: string }[],
): Promise<FoundInSource> {
  if (query === null) return { hits: [], partial: false }
  const plan = planQuery(query, { db: store.db, stems: await keeper.stems() }, false)
  const wanted = wantedOf(query, plan)
  const hits: [number, number][] = []
  const until = performance.now() + longestMs
  let began = performance.now()
  for (const { start, text } of paragraphs) {
    const near = wanted.near.filter((node) => holdsNear(node, tokenize(text)))
    const phrases = [...wanted.phrases, ...near.flatMap(({ items }) => items.map(phraseOf))]
    for (const [from, to] of findMarks(text, phrases, plan.patterns)) hits.push([start + from, start + to])
    if (performance.now() - began < sliceMs) continue
    if (performance.now() > until) return { hits, partial: true }
    await nextTurn()
    began = performance.now()
  }
  return { hits, partial: false }
}

interface Wanted {
  phrases: Phrase[]
  near: NearNode[]
}

interface Phrase {
  terms: string[]
  prefix: boolean
}

/** What of a query is to be marked: all that it does not leave out. */
function wantedOf(query: QueryNode, plan: Plan): Wanted {
  const wanted: Wanted = { phrases: [], near: [] }
  const added = new Map(plan.expansions.map(({ node, forms, typos }) => [node, [...forms, ...typos]]))
  const collect = (node: QueryNode): void => {
    if (node.kind === 'and' || node.kind === 'or') for (const item of node.items) collect(item)
    else if (node.kind === 'near') wanted.near.push(node)
    else if (node.kind === 'word' || node.kind === 'phrase') {
      wanted.phrases.push(phraseOf(node))
      const others = (node.kind === 'word' && added.get(node)) || []
      for (const term of others) wanted.phrases.push({ terms: [term], prefix: false })
    }
  }
  collect(query)
  wanted.phrases = wanted.phrases.filter(({ terms }) => terms.length > 0)
  return wanted
}

function phraseOf(node: WordNode | PhraseNode): Phrase {
  const terms = tokenize(node.text).map(({ term }) => term)
  return { terms, prefix: node.kind === 'word' && node.prefix }
}

/** Whether what was found has the word in it that a query ends with, which is still being typed. */
function holdsLast(query: QueryNode, found: readonly string[]): boolean {
  const last = query.kind === 'and' || query.kind === 'or' ? query.items.at(-1) : query
  if (last?.kind !== 'word' || !last.prefix) return found.length > 0
  const begun = phraseOf(last)
  return begun.terms.length === 0 || found.some((text) => findMarks(text, [begun]).length > 0)
}

/** Places in tokens, half-open. What has no word in it stands nowhere and asks for nothing. */
function placesOf(node: WordNode | PhraseNode, tokens: readonly Token[]): { from: number; to: number }[] {
  const { terms, prefix } = phraseOf(node)
  if (terms.length === 0) return [{ from: 0, to: 0 }]
  const open = prefix ? terms.length - 1 : -1
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
