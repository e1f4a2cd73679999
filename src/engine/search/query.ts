import { CrossreadError } from '#shared/errors.ts'
import { isDayOfMonth } from './numbers.ts'
import { tokenize } from './tokenizer.ts'

/** A parsed query. A `phrase` of one term is a word; `prefix` means that its last term may go on. */
export type Query =
  | { kind: 'phrase'; terms: string[]; prefix: boolean }
  | { kind: 'and'; all: Query[]; none: Query[] }
  | { kind: 'or'; any: Query[] }

interface Lexeme {
  kind: 'word' | 'phrase' | 'or' | 'not' | 'open' | 'close'
  text: string
  at: number
}

/**
 * Parses the query language: words (all must match), `"phrases"`, `pre*`, `-not`, `OR` and parentheses, up to 8 inside
 * each other. A number with spaces between its thousands is one word. With
 * `asYouType` the last word may be only the beginning of one. Gives null for a query without a single term.
 *
 * Throws `invalid_input` with `details.position`, the UTF-16 offset of the character at fault.
 */
export function parseQuery(input: string, asYouType = false): Query | null {
  const lexemes = lex(input)
  const parser = { depth: 0, lexemes, next: 0, input, lastWord: asYouType ? openEnd(input, lexemes) : null }
  const query = parseOr(parser)
  const rest = lexemes[parser.next]
  if (rest !== undefined) throw located(`There is no “(” for this “${rest.text}”.`, rest.at)
  return query
}

/** The query as an FTS5 expression. Every term is quoted, so that nothing typed is ever FTS5 syntax. */
export function toMatchExpression(query: Query): string {
  switch (query.kind) {
    case 'phrase':
      return `"${query.terms.join(' ')}"${query.prefix ? ' *' : ''}`
    case 'or':
      return `(${query.any.map(toMatchExpression).join(' OR ')})`
    case 'and': {
      const wanted = `(${query.all.map(toMatchExpression).join(' AND ')})`
      if (query.none.length === 0) return wanted
      // One NOT over all that is left out: each NOT of its own would be one level more for FTS5's parser.
      return `(${wanted} NOT (${query.none.map(toMatchExpression).join(' OR ')}))`
    }
  }
}

/** The phrases that a result should show as found: everything but what was excluded. */
export function wantedPhrases(query: Query): { terms: string[]; prefix: boolean }[] {
  if (query.kind === 'phrase') return [query]
  return (query.kind === 'or' ? query.any : query.all).flatMap(wantedPhrases)
}

/** Parentheses inside each other; FTS5's parser gives up at about twice as many. */
const deepest = 8

interface Parser {
  depth: number
  lexemes: Lexeme[]
  next: number
  input: string
  lastWord: Lexeme | null
}

function parseOr(parser: Parser): Query | null {
  const any: Query[] = []
  for (;;) {
    const branch = parseAnd(parser)
    if (branch !== null) any.push(branch)
    const lexeme = parser.lexemes[parser.next]
    if (lexeme?.kind !== 'or') break
    const follows = parser.lexemes[parser.next + 1]
    if (branch === null || follows === undefined || follows.kind === 'close' || follows.kind === 'or') {
      throw located('OR needs a word on both sides.', lexeme.at)
    }
    parser.next++
  }
  return any.length > 1 ? { kind: 'or', any } : (any[0] ?? null)
}

function parseAnd(parser: Parser): Query | null {
  const all: Query[] = []
  const none: Query[] = []
  let firstNot: Lexeme | null = null
  for (let lexeme = parser.lexemes[parser.next]; lexeme !== undefined; lexeme = parser.lexemes[parser.next]) {
    if (lexeme.kind === 'or' || lexeme.kind === 'close') break
    const negated = lexeme.kind === 'not'
    if (negated) {
      firstNot ??= lexeme
      parser.next++
    }
    const atom = parseAtom(parser, lexeme)
    if (atom !== null) (negated ? none : all).push(atom)
  }
  if (all.length === 0 && none.length > 0) {
    throw located('Say what to find besides what to leave out.', firstNot?.at ?? 0)
  }
  const only = all[0]
  if (only === undefined) return null
  return all.length === 1 && none.length === 0 ? only : { kind: 'and', all, none }
}

function parseAtom(parser: Parser, before: Lexeme): Query | null {
  const lexeme = parser.lexemes[parser.next]
  if (lexeme === undefined) throw located('A word has to follow the “-”.', before.at)
  parser.next++
  if (lexeme.kind === 'open') {
    if (++parser.depth > deepest) {
      throw located(`Parentheses can stand inside each other ${deepest} deep, not more.`, lexeme.at)
    }
    const inner = parseOr(parser)
    parser.depth--
    if (parser.lexemes[parser.next]?.kind !== 'close') throw located('This “(” is never closed.', lexeme.at)
    parser.next++
    return inner
  }
  if (lexeme.kind !== 'word' && lexeme.kind !== 'phrase')
    throw located(`Nothing to find at “${lexeme.text}”.`, lexeme.at)
  const terms = tokenize(lexeme.text).map((token) => token.term)
  if (terms.length === 0) return null
  const starred = lexeme.kind === 'word' && lexeme.text.endsWith('*')
  return { kind: 'phrase', terms, prefix: starred || lexeme === parser.lastWord }
}

function lex(input: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  const pattern =
    /\s+|"|“|”|\(|\)|-(?=[^\s)])|(?<day>\d{1,3})(?:[ \u00a0\u2009\u202f]\d{3})+(?![^\s"“”()])|[^\s"“”()]+/gu
  for (let match = pattern.exec(input); match !== null; match = pattern.exec(input)) {
    const at = match.index
    const day = match.groups?.day
    // `4 500` is one word, as it is in a text; `June 12 300` is three there, and here.
    const isDay = day !== undefined && isDayOfMonth(input, at, at + day.length)
    const text = isDay ? day : match[0]
    pattern.lastIndex = at + text.length
    if (/^["“”]$/.test(text)) {
      const close = input.slice(at + 1).search(/["“”]/)
      if (close < 0) throw located('This quotation mark is never closed.', at)
      lexemes.push({ kind: 'phrase', text: input.slice(at + 1, at + 1 + close), at })
      pattern.lastIndex = at + close + 2
    } else if (text === '(') lexemes.push({ kind: 'open', text, at })
    else if (text === ')') lexemes.push({ kind: 'close', text, at })
    else if (text === '-') lexemes.push({ kind: 'not', text, at })
    else if (text === 'OR') lexemes.push({ kind: 'or', text, at })
    else if (text.trim() !== '') lexemes.push({ kind: 'word', text, at })
  }
  return lexemes
}

/** The last word, while it is still being typed: nothing, not even a space, stands behind it. */
function openEnd(input: string, lexemes: Lexeme[]): Lexeme | null {
  const last = lexemes.at(-1)
  return last?.kind === 'word' && last.at + last.text.length === input.length ? last : null
}

function located(message: string, position: number): CrossreadError {
  return new CrossreadError('invalid_input', message, { position })
}
