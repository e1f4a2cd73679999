import { mistake } from '#shared/query/lex.ts'
import { parseDateRange } from '#shared/query/parse.ts'
import type { FieldNode, QueryNode, RegexNode, SearchedKind, WordNode } from '#shared/query/tree.ts'
import { type SqlCondition, sourceConditions as source } from '../store/source-filter.ts'
import { quoteTerm } from '../store/text-search.ts'
import { type Expansion, expandTerm, type Vocabulary } from './expand.ts'
import { tokenize } from './tokenizer.ts'

/** A phrase to mark in what is found. `exact` ones are what was asked for, the others what was added. */
export interface WantedPhrase {
  terms: string[]
  prefix: boolean
  exact: boolean
}

/** A query made ready to be run. */
export interface Plan {
  /** An FTS5 expression over blocks; null where no words are asked for. */
  match: string | null
  /** Its parts, where it is one OR. */
  branches: string[] | null
  /** The same without what was added to its words. */
  exactMatch: string | null
  sources: SqlCondition | null
  /** The fields it names, as they were typed. */
  fields: { node: FieldNode; negated: boolean }[]
  patterns: { node: RegexNode; negated: boolean }[]
  kinds: SearchedKind[] | null
  phrases: WantedPhrase[]
  /** What was added to which word. */
  expansions: (Expansion & { node: WordNode })[]
}

/**
 * Plans a query: words become an FTS5 expression, fields a condition on sources. Throws `invalid_input` with the position
 * of what cannot be answered.
 */
export function planQuery(query: QueryNode, vocabulary: Vocabulary, exact: boolean): Plan {
  const plan: Plan = {
    match: null,
    branches: null,
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
  const words = new Words(plan, exact ? null : vocabulary)
  const [only] = texts
  if (texts.length === 1 && only?.kind === 'or') {
    plan.branches = only.items.map((item) => words.one(item, true)).filter((branch) => branch !== null)
    plan.match = plan.branches.length === 0 ? null : `(${plan.branches.join(' OR ')})`
  } else plan.match = words.all(texts, true)
  plan.exactMatch = new Words({ ...plan, phrases: [], expansions: [] }, null).all(texts, true)
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

/** Makes an FTS5 expression of words, and notes what to mark. */
class Words {
  readonly #plan: Plan
  readonly #vocabulary: Vocabulary | null

  /** Without a vocabulary words stand for themselves alone. */
  constructor(plan: Plan, vocabulary: Vocabulary | null) {
    this.#plan = plan
    this.#vocabulary = vocabulary
  }

  /** Null where nothing that could be found is asked for. */
  all(items: readonly QueryNode[], wanted: boolean): string | null {
    const positive: string[] = []
    const negative: string[] = []
    for (const item of items) {
      const [node, list] = item.kind === 'not' ? [item.item, negative] : [item, positive]
      const expression = this.one(node, wanted && list === positive)
      if (expression !== null) list.push(expression)
    }
    if (positive.length === 0) {
      if (negative.length === 0) return null
      throw mistake('Say what to find besides what to leave out.', items[0]?.start ?? 0)
    }
    const found = positive.length === 1 ? (positive[0] ?? '') : `(${positive.join(' AND ')})`
    // One NOT over all that is left out: each NOT of its own would be one level more for FTS5's parser.
    return negative.length === 0 ? found : `(${found} NOT (${negative.join(' OR ')}))`
  }

  one(node: QueryNode, wanted: boolean): string | null {
    switch (node.kind) {
      case 'word':
        return this.#word(node, wanted)
      case 'phrase':
        return this.#phrase(node.text, false, wanted)
      case 'near': {
        const items = node.items.map((item) =>
          this.#phrase(item.text, item.kind === 'word' && item.prefix, wanted),
        )
        const phrases = items.filter((item) => item !== null)
        return phrases.length < 2 ? (phrases[0] ?? null) : `NEAR(${phrases.join(' ')}, ${node.distance})`
      }
      case 'or': {
        const branches = node.items.map((item) => this.one(item, wanted)).filter((item) => item !== null)
        return branches.length === 0 ? null : `(${branches.join(' OR ')})`
      }
      case 'and':
        return this.all(node.items, wanted)
      case 'not':
        return this.all([node], wanted)
      default:
        throw mistake('This cannot stand inside an OR or parentheses with words.', node.start)
    }
  }

  #phrase(text: string, prefix: boolean, wanted: boolean): string | null {
    const terms = tokenize(text).map(({ term }) => term)
    if (terms.length === 0) return null
    if (wanted) this.#plan.phrases.push({ terms, prefix, exact: true })
    return `${quoteTerm(terms.join(' '))}${prefix ? ' *' : ''}`
  }

  #word(node: WordNode, wanted: boolean): string | null {
    const terms = tokenize(node.text).map(({ term }) => term)
    const [term] = terms
    if (this.#vocabulary === null || !wanted || term === undefined || terms.length > 1) {
      return this.#phrase(node.text, node.prefix, wanted)
    }
    const expansion = expandTerm(this.#vocabulary, term, node.prefix)
    const { forms, typos, beginnings } = expansion
    if (forms.length + typos.length > 0) this.#plan.expansions.push({ ...expansion, node })
    this.#plan.phrases.push({ terms, prefix: node.prefix, exact: true })
    for (const each of [...forms, ...typos]) {
      this.#plan.phrases.push({ terms: [each], prefix: false, exact: false })
    }
    const exact =
      beginnings === null ? [`${quoteTerm(term)}${node.prefix ? ' *' : ''}`] : beginnings.map(quoteTerm)
    const all = [...exact, ...forms.map(quoteTerm), ...typos.map(quoteTerm)]
    return all.length === 1 ? (all[0] ?? null) : `(${all.join(' OR ')})`
  }
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
