import { mistake } from '#shared/query/lex.ts'
import { parseDateRange } from '#shared/query/parse.ts'
import type { FieldNode, QueryNode, RegexNode, SearchedKind } from '#shared/query/tree.ts'
import { type SqlCondition, sourceConditions as source } from '../store/source-filter.ts'
import { quoteTerm } from '../store/text-search.ts'
import type { Vocabulary } from './expand.ts'
import { tokenize } from './tokenizer.ts'
import { type Added, type WantedPhrase, Words } from './words.ts'

/** A query made ready to be run. */
export interface Plan {
  /** An FTS5 expression over blocks; null where no words are asked for. */
  match: string | null
  /** The same over titles, which are few: FTS5 looks up by itself what begins with a prefix. */
  titleMatch: string | null
  /** Its parts, where it is one OR. */
  branches: string[] | null
  /** About how many blocks match, by how frequent its words are; `Infinity` where that is not known. */
  expected: number
  /** The same without what was added to its words. */
  exactMatch: string | null
  sources: SqlCondition | null
  /** The fields it names, as they were typed. */
  fields: { node: FieldNode; negated: boolean }[]
  patterns: { node: RegexNode; negated: boolean }[]
  kinds: SearchedKind[] | null
  phrases: WantedPhrase[]
  /** What was added to which word. */
  expansions: Added[]
}

/**
 * Plans a query: words become an FTS5 expression, fields a condition on sources. Throws `invalid_input` with the position
 * of what cannot be answered.
 */
export function planQuery(query: QueryNode, vocabulary: Vocabulary, exact: boolean): Plan {
  const plan: Plan = {
    match: null,
    titleMatch: null,
    branches: null,
    expected: 0,
    exactMatch: null,
    sources: null,
    fields: [],
    patterns: [],
    kinds: null,
    phrases: [],
    expansions: [],
  }
  const texts: QueryNode[] = []
  const conditions: SqlCondition[] = []
  for (const item of query.kind === 'and' ? query.items : [query]) {
    const [node, negated] = item.kind === 'not' ? [item.item, true] : [item, false]
    if (node.kind === 'regex') plan.patterns.push({ node, negated })
    else if (node.kind === 'field' && node.field === 'in') plan.kinds = kindsOf(plan.kinds, node, negated)
    else if (isAbout(item, 'sources')) conditions.push(conditionOf(item, plan, false))
    else if (isAbout(item, 'words')) texts.push(item)
    else throw mistake('Words and fields cannot stand on the two sides of an OR.', item.start)
  }
  if (conditions.length > 0) plan.sources = source.and(conditions)
  const words = new Words(plan, vocabulary, !exact)
  const [only] = texts
  const isOr = texts.length === 1 && only?.kind === 'or'
  const branches = isOr ? words.each(only.items) : null
  const whole = branches === null ? words.all(texts, true) : words.either(branches)
  plan.match = whole?.match ?? null
  const begun = plan.phrases.some(({ prefix }) => prefix)
  const inTitles = new Words({ phrases: [], expansions: [] }, { ...vocabulary, isCurrent: false }, !exact)
  plan.titleMatch = begun ? (inTitles.all(texts, true)?.match ?? null) : plan.match
  plan.branches = branches?.map(({ match }) => match) ?? null
  plan.expected = whole?.blocks ?? 0
  const asTyped = new Words({ phrases: [], expansions: [] }, vocabulary, false)
  plan.exactMatch = asTyped.all(texts, true)?.match ?? null
  return plan
}

/** Whether a part of a query asks for words only, or of sources only. */
function isAbout(node: QueryNode, what: 'words' | 'sources'): boolean {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.items.every((item) => isAbout(item, what))
    case 'not':
      return isAbout(node.item, what)
    case 'field':
      return what === 'sources' && node.field !== 'in'
    case 'regex':
      return false
    default:
      return what === 'words'
  }
}

const allKinds: SearchedKind[] = ['sources', 'annotations', 'claims', 'notes']

function kindsOf(kinds: SearchedKind[] | null, node: FieldNode, negated: boolean): SearchedKind[] {
  const named = node.value as SearchedKind
  if (negated) return (kinds ?? allKinds).filter((kind) => kind !== named)
  return [...(kinds ?? []), named]
}

/** A part of a query that asks of sources, as a condition. Notes its fields. */
function conditionOf(node: QueryNode, plan: Plan, negated: boolean): SqlCondition {
  switch (node.kind) {
    case 'and':
      return source.and(node.items.map((item) => conditionOf(item, plan, negated)))
    case 'or':
      return source.or(node.items.map((item) => conditionOf(item, plan, negated)))
    case 'not':
      return source.not(conditionOf(node.item, plan, !negated))
    case 'field':
      plan.fields.push({ node, negated })
      return fieldCondition(node)
    default:
      throw mistake('Words and fields cannot stand on the two sides of an OR.', node.start)
  }
}

const stances = { supports: 1, contradicts: -1, neutral: 0 } as const

function fieldCondition({ field, value, start }: FieldNode): SqlCondition {
  switch (field) {
    case 'title':
    case 'author':
      return source.named(field, namesExpression(value, start))
    case 'publisher':
      return source.publishedIn(value)
    case 'tag':
      return source.tagged(value)
    case 'collection':
      return source.inCollection(value)
    case 'lang':
      return source.inLanguage(value)
    case 'type':
      return source.ofType(value)
    case 'date':
      return dateCondition(value, start)
    case 'has':
      return source.has(value as Parameters<typeof source.has>[0])
    case 'stance':
      return source.withStance(stances[value as keyof typeof stances])
    case 'relation':
      return source.withRelation(value)
    case 'in':
      throw mistake('“in:” stands beside other words, not inside an OR.', start)
  }
}

/** All words of a title or a name, the last of them perhaps only begun. */
function namesExpression(value: string, start: number): string {
  const terms = tokenize(value).map(({ term }) => term)
  if (terms.length === 0) throw mistake('There is no word to look for here.', start)
  return terms
    .map((term, index) => `${quoteTerm(term)}${index === terms.length - 1 ? ' *' : ''}`)
    .join(' AND ')
}

/** A source of 2025 without a month belongs to `date:2025`, and not to `date:2025-05`. */
function dateCondition(value: string, start: number): SqlCondition {
  const { from, to } = parseDateRange(value, start)
  const asNumber = ([year = 0, month = 0, day = 0]: number[]) => year * 10_000 + month * 100 + day
  const earliest = from === null ? 0 : asNumber(from)
  const latest = to === null ? 99_999_999 : asNumber([to[0] ?? 0, to[1] ?? 99, to[2] ?? 99])
  return source.issuedBetween(earliest, latest)
}
