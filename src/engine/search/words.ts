import { mistake } from '#shared/query/lex.ts'
import type { QueryNode, WordNode } from '#shared/query/tree.ts'
import { quoteTerm } from '../store/text-search.ts'
import {
  blocksWithPrefix,
  countBlocks,
  findTerm,
  hasVocabulary,
  termsWithPrefix,
} from '../store/vocabulary.ts'
import { type Expansion, expandTerm, type Vocabulary } from './expand.ts'
import { tokenize } from './tokenizer.ts'

/** A phrase to mark in what is found. `exact` ones are what was asked for, the others what was added. */
export interface WantedPhrase {
  terms: string[]
  prefix: boolean
  exact: boolean
}

/** What was added to a word of the query. */
export type Added = Expansion & { node: WordNode }

/** Where it is noted what to mark and what was added. */
interface Noted {
  phrases: WantedPhrase[]
  expansions: Added[]
}

/** An FTS5 expression, and about how many blocks it matches; `Infinity` where the vocabulary does not say. */
export interface Expression {
  match: string
  blocks: number
}

/** A beginning stands for so many words at most; FTS5 looks further ones up itself. */
const mostWords = 256
/** From so many uses in blocks on a beginning costs more than a few milliseconds to look up. */
const frequentBeginning = 30_000

/** Makes an FTS5 expression of words, and notes in the plan what to mark and what was added. */
export class Words {
  readonly #plan: Noted
  readonly #vocabulary: Vocabulary
  readonly #expands: boolean
  readonly #isKnown: boolean

  /** Words that are not expanded stand for themselves alone. */
  constructor(plan: Noted, vocabulary: Vocabulary, expands: boolean) {
    this.#plan = plan
    this.#vocabulary = vocabulary
    this.#expands = expands
    this.#isKnown = hasVocabulary(vocabulary.db)
  }

  /** All of some parts of a query. Null where nothing that could be found is asked for. */
  all(items: readonly QueryNode[], wanted: boolean): Expression | null {
    const positive: Expression[] = []
    const negative: Expression[] = []
    for (const item of items) {
      const [node, list] = item.kind === 'not' ? [item.item, negative] : [item, positive]
      const expression = this.one(node, wanted && list === positive)
      if (expression !== null) list.push(expression)
    }
    if (positive.length === 0) {
      if (negative.length === 0) return null
      throw mistake('Say what to find besides what to leave out.', items[0]?.start ?? 0)
    }
    const found = this.#together(positive)
    // One NOT over all that is left out: each NOT of its own would be one level more for FTS5's parser.
    const leftOut = negative.map(({ match }) => match).join(' OR ')
    return negative.length === 0 ? found : { ...found, match: `(${found.match} NOT (${leftOut}))` }
  }

  /** Each of some parts by itself. */
  each(items: readonly QueryNode[]): Expression[] {
    return items.map((item) => this.one(item, true)).filter((item) => item !== null)
  }

  /** Any of some expressions; null where there is none. */
  either(expressions: readonly Expression[]): Expression | null {
    if (expressions.length < 2) return expressions[0] ?? null
    const blocks = expressions.reduce((sum, expression) => sum + expression.blocks, 0)
    return { match: `(${expressions.map(({ match }) => match).join(' OR ')})`, blocks }
  }

  one(node: QueryNode, wanted: boolean): Expression | null {
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
        if (phrases.length < 2) return phrases[0] ?? null
        const match = `NEAR(${phrases.map((phrase) => phrase.match).join(' ')}, ${node.distance})`
        return { match, blocks: Math.min(...phrases.map(({ blocks }) => blocks)) }
      }
      case 'or':
        return this.either(node.items.map((item) => this.one(item, wanted)).filter((item) => item !== null))
      case 'and':
        return this.all(node.items, wanted)
      case 'not':
        return this.all([node], wanted)
      default:
        throw mistake('This cannot stand inside an OR or parentheses with words.', node.start)
    }
  }

  /** As many as would hold all of them if each word fell where it does without regard to the others. */
  #together(expressions: readonly Expression[]): Expression {
    const [only] = expressions
    if (only !== undefined && expressions.length === 1) return only
    const match = `(${expressions.map((expression) => expression.match).join(' AND ')})`
    const all = Math.max(1, countBlocks(this.#vocabulary.db))
    const share = expressions.reduce((product, { blocks }) => product * Math.min(1, blocks / all), 1)
    return { match, blocks: expressions.some(({ blocks }) => blocks === Infinity) ? Infinity : share * all }
  }

  #phrase(text: string, prefix: boolean, wanted: boolean): Expression | null {
    const terms = tokenize(text).map(({ term }) => term)
    if (terms.length === 0) return null
    if (wanted) this.#plan.phrases.push({ terms, prefix, exact: true })
    const counts = terms.map((term, at) => this.#count(term, prefix && at === terms.length - 1))
    return { match: `${quoteTerm(terms.join(' '))}${prefix ? ' *' : ''}`, blocks: Math.min(...counts) }
  }

  #count(term: string, prefix = false): number {
    if (!this.#isKnown) return Infinity
    const { db } = this.#vocabulary
    return prefix ? blocksWithPrefix(db, term) : (findTerm(db, term)?.blocks ?? 0)
  }

  #word(node: WordNode, wanted: boolean): Expression | null {
    const terms = tokenize(node.text).map(({ term }) => term)
    const [term] = terms
    if (!this.#expands || !wanted || term === undefined || terms.length > 1) {
      const whole = this.#phrase(node.text, node.prefix, wanted)
      return whole === null || term === undefined || !node.prefix || terms.length > 1
        ? whole
        : this.#beginning(term)
    }
    const expansion = expandTerm(this.#vocabulary, term, node.prefix)
    const { forms, typos, beginnings } = expansion
    if (forms.length + typos.length > 0) this.#plan.expansions.push({ ...expansion, node })
    this.#plan.phrases.push({ terms, prefix: node.prefix, exact: true })
    for (const each of [...forms, ...typos]) {
      this.#plan.phrases.push({ terms: [each], prefix: false, exact: false })
    }
    const single = (word: string): Expression => this.#single(word)
    const asTyped = node.prefix ? this.#beginning(term) : single(term)
    const exact = beginnings === null ? [asTyped] : beginnings.map(single)
    return this.either([...exact, ...forms.map(single), ...typos.map(single)])
  }

  #single(term: string): Expression {
    return { match: quoteTerm(term), blocks: this.#count(term) }
  }

  /**
   * A word that is only begun. Of a frequent beginning the words are named one by one: FTS5 puts the lists of all words with
   * a prefix together before it gives the first block, and walks an OR only as far as it is asked to (at 100,000 articles
   * 13 ms and 2 ms). Otherwise FTS5 looks them up: as one phrase they weigh the same, and a rare longer word does not come
   * before the very word.
   */
  #beginning(term: string): Expression {
    const { db, isCurrent = false, frequentFrom = frequentBeginning } = this.#vocabulary
    const asPrefix = { match: `${quoteTerm(term)} *`, blocks: this.#count(term, true) }
    if (!isCurrent || asPrefix.blocks < frequentFrom) return asPrefix
    const words = termsWithPrefix(db, term, mostWords + 1).filter(({ blocks }) => blocks > 0)
    if (words.length > mostWords) return asPrefix
    return (
      this.either(words.map(({ term: word, blocks }) => ({ match: quoteTerm(word), blocks }))) ?? asPrefix
    )
  }
}
