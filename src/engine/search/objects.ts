import type { ObjectKind, ObjectsFound } from '#shared/model.ts'
import { parseQuery } from '#shared/query/parse.ts'
import type { FieldNode, QueryNode, SearchedKind } from '#shared/query/tree.ts'
import type { Session } from '../session.ts'
import { tagNamesOf } from '../store/tags.ts'

const defaultLimit = 50
/** Looked at before filters are asked, so that few that pass are found among many that do not. */
const candidates = 500

const kindOf: Record<SearchedKind, ObjectKind> = {
  sources: 'source',
  annotations: 'annotation',
  claims: 'claim',
  notes: 'note',
}

/** What a query asks of objects: words, kinds and tags. Fields that only sources have leave no object. */
interface Wish {
  words: string[]
  kinds: Set<ObjectKind>
  tags: { name: string; negated: boolean }[]
  onlySources: boolean
}

/**
 * Finds what the researcher made (annotations with their quotes, claims, notes) by the words of a query, typos allowed,
 * with the filters that apply to it: `in:` and `tag:`. Throws `invalid_input` with the position of a mistake.
 */
export function findObjects(
  { store, suggester }: Session,
  { query: input, limit = defaultLimit }: { query: string; limit?: number | undefined },
): ObjectsFound {
  const nothing: ObjectsFound = { objects: [], counts: { annotation: 0, claim: 0, note: 0 } }
  const query = parseQuery(input)
  if (query === null) return nothing
  const wish = wishOf(query)
  if (wish.onlySources) return nothing
  const kinds = (['annotation', 'claim', 'note'] as const).filter((kind) => wish.kinds.has(kind))
  const text = wish.words.join(' ')
  const found = text === '' ? suggester.every(kinds) : suggester.suggest(text, kinds, candidates)
  const passing = found.filter(({ id }) => hasTags(tagNamesOf(store.db, id), wish.tags))
  if (text === '' && wish.tags.length === 0 && wish.kinds.size === 4) return nothing
  const counts = { ...nothing.counts }
  for (const { kind } of passing) if (kind !== 'source') counts[kind]++
  return { objects: passing.slice(0, limit), counts }
}

function hasTags(names: readonly string[], wanted: Wish['tags']): boolean {
  const own = names.map((name) => name.toLowerCase())
  return wanted.every(({ name, negated }) => own.includes(name.toLowerCase()) !== negated)
}

function wishOf(query: QueryNode): Wish {
  const wish: Wish = { words: [], kinds: new Set(), tags: [], onlySources: false }
  const excluded = new Set<ObjectKind>()
  for (const item of query.kind === 'and' ? query.items : [query]) {
    const [node, negated] = item.kind === 'not' ? [item.item, true] : [item, false]
    if (node.kind !== 'field') {
      if (!negated) wish.words.push(...wordsOf(node))
    } else if (node.field === 'in') (negated ? excluded : wish.kinds).add(kindOf[node.value as SearchedKind])
    else readField(node, negated, wish)
  }
  if (wish.kinds.size === 0) for (const kind of Object.values(kindOf)) wish.kinds.add(kind)
  for (const kind of excluded) wish.kinds.delete(kind)
  return wish
}

function readField({ field, value }: FieldNode, negated: boolean, wish: Wish): void {
  if (field === 'tag') wish.tags.push({ name: value, negated })
  else if (!negated) wish.onlySources = true
}

function wordsOf(node: QueryNode): string[] {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return [node.text]
    case 'near':
    case 'and':
      return node.items.flatMap(wordsOf)
    case 'or':
      return node.items.slice(0, 1).flatMap(wordsOf)
    default:
      return []
  }
}
