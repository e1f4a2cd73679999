import type { ObjectKind, ObjectsFound, Suggestion } from '#shared/model.ts'
import { parseQuery } from '#shared/query/parse.ts'
import type { QueryNode, SearchedKind } from '#shared/query/tree.ts'
import type { Session } from '../session.ts'
import type { Db } from '../store/database.ts'
import { matchingSources } from '../store/found-sources.ts'
import { objectsTagged } from '../store/tags.ts'
import { holds } from './holds.ts'
import { planQuery } from './plan.ts'
import { tokenize } from './tokenizer.ts'
import { mapInTurns } from './turns.ts'

const defaultLimit = 50
/** Looked at before filters are asked, so that few that pass are found among many that do not. */
const candidates = 500

const kindOf: Record<SearchedKind, ObjectKind> = {
  sources: 'source',
  annotations: 'annotation',
  claims: 'claim',
  notes: 'note',
}

/** Of `this OR that` beside other alternatives no more combinations than this are looked for. */
const mostAlternatives = 16

/** What a query asks of objects: words, kinds and tags, and of the source that an annotation stands in. */
interface Wish {
  /** Each finds by all of its words; what any of them finds is found. */
  texts: string[]
  kinds: Set<ObjectKind>
  tags: { name: string; negated: boolean }[]
  /** The parts that ask of sources. */
  sources: QueryNode[]
  /** Words that are not to be there. */
  without: QueryNode[]
}

/**
 * Finds what the researcher made (annotations with their quotes, claims, notes) by the words of a query, typos allowed,
 * with the filters that apply to it: `in:` and `tag:`, and for annotations all that asks of their source, which claims and
 * notes do not have. Throws `invalid_input` with the position of a mistake.
 */
export async function findObjects(
  { store, suggester }: Session,
  { query: input, limit = defaultLimit }: { query: string; limit?: number | undefined },
): Promise<ObjectsFound> {
  const nothing: ObjectsFound = { objects: [], counts: { annotation: 0, claim: 0, note: 0 } }
  const query = parseQuery(input)
  if (query === null) return nothing
  const wish = wishOf(query)
  const asksOfSources = wish.sources.some(({ kind }) => kind !== 'not')
  const kinds = (['annotation', 'claim', 'note'] as const).filter(
    (kind) => wish.kinds.has(kind) && (kind === 'annotation' || !asksOfSources),
  )
  const isForAll = wish.texts.length === 0
  if (isForAll && wish.tags.length === 0 && wish.kinds.size === 4) return nothing
  const within = sourcesWanted(store.db, wish.sources)
  const found = isForAll ? suggester.every(kinds) : findAny(suggester, wish.texts, kinds)
  // Asked once a tag, not once an object: there may be a hundred thousand annotations.
  const tags = wish.tags.map(({ name, negated }) => ({ ids: objectsTagged(store.db, name), negated }))
  const candidates = found.filter(
    ({ id, sourceId, kind }) =>
      (kind !== 'annotation' || within === null || within.has(sourceId ?? '')) &&
      tags.every(({ ids, negated }) => ids.has(id) !== negated),
  )
  const passing = await withoutWords(suggester, candidates, wish.without)
  const counts = { ...nothing.counts }
  for (const { kind } of passing) if (kind !== 'source') counts[kind]++
  return { objects: passing.slice(0, limit), counts }
}

/** The objects whose own words have nothing of what is not to be there. */
async function withoutWords(
  suggester: Session['suggester'],
  objects: readonly Suggestion[],
  without: readonly QueryNode[],
): Promise<readonly Suggestion[]> {
  if (without.length === 0) return objects
  const passes = await mapInTurns(objects, ({ id }) => {
    const tokens = tokenize(suggester.wordsOf(id))
    return !without.some((node) => holds(tokens, node))
  })
  return objects.filter((_, at) => passes[at])
}

/** The best of each text in turn, each object once. */
function findAny(
  suggester: Session['suggester'],
  texts: readonly string[],
  kinds: ('annotation' | 'claim' | 'note')[],
): Suggestion[] {
  const found = texts.map((text) => suggester.suggest(text, kinds, candidates))
  const longest = Math.max(...found.map(({ length }) => length))
  const inTurn = Array.from({ length: longest }, (_, at) => found.flatMap((list) => list[at] ?? []))
  return [...new Map(inTurn.flat().map((object) => [object.id, object])).values()]
}

/** The sources that parts of a query ask for; null where they ask for none. */
function sourcesWanted(db: Db, parts: readonly QueryNode[]): Set<string> | null {
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined) return null
  const asked: QueryNode =
    parts.length === 1 ? first : { kind: 'and', items: [...parts], start: first.start, end: last.end }
  const { sources } = planQuery(asked, { db, stems: null }, true)
  return sources === null ? null : new Set(matchingSources(db, sources))
}

function wishOf(query: QueryNode): Wish {
  const wish: Wish = { texts: [], kinds: new Set(), tags: [], sources: [], without: [] }
  const excluded = new Set<ObjectKind>()
  const words: QueryNode[] = []
  for (const item of query.kind === 'and' ? query.items : [query]) {
    const [node, negated] = item.kind === 'not' ? [item.item, true] : [item, false]
    if (node.kind === 'field' && node.field === 'in') {
      const kind = kindOf[node.value as SearchedKind]
      ;(negated ? excluded : wish.kinds).add(kind)
    } else if (node.kind === 'field' && node.field === 'tag') wish.tags.push({ name: node.value, negated })
    else if (isOfSources(node)) wish.sources.push(item)
    else if (negated) wish.without.push(node)
    else words.push(node)
  }
  wish.texts = combined(words.map(alternatives)).filter((text) => text !== '')
  if (wish.kinds.size === 0) for (const kind of Object.values(kindOf)) wish.kinds.add(kind)
  for (const kind of excluded) wish.kinds.delete(kind)
  return wish
}

function isOfSources(node: QueryNode): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.items.every(isOfSources)
  return node.kind === 'field' || (node.kind === 'not' && isOfSources(node.item))
}

/** The words to look for, once for each way in which a part of a query can be met. */
function alternatives(node: QueryNode): string[] {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return [node.text]
    case 'near':
    case 'and':
      return combined(node.items.map(alternatives))
    case 'or':
      return node.items.flatMap(alternatives).slice(0, mostAlternatives)
    default:
      return ['']
  }
}

/** One of each, in every combination. */
function combined(parts: readonly string[][]): string[] {
  return parts.reduce(
    (texts, part) =>
      texts.flatMap((text) => part.map((each) => `${text} ${each}`.trim())).slice(0, mostAlternatives),
    [''],
  )
}
