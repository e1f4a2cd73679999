import { type Lexeme, lex, mistake } from './lex.ts'
import {
  type FieldNode,
  hasValues,
  type NearNode,
  type PhraseNode,
  type QueryField,
  type QueryNode,
  queryFields,
  searchedKinds,
  stanceValues,
  type WordNode,
} from './tree.ts'

/** Parentheses inside each other; FTS5's parser gives up at about twice as many. */
const deepest = 8

/**
 * Parses the query language: words (all must match), `"phrases"`, `pre*`, `-not`, `OR`, parentheses up to 8 deep,
 * `NEAR/5` between words, `/patterns/`, and fields such as `author:`. With `asYouType` the last word may be only the
 * beginning of one. Gives null for a query with nothing in it.
 *
 * Throws `invalid_input` with `details.position`, the UTF-16 offset of the character at fault.
 */
export function parseQuery(input: string, asYouType = false): QueryNode | null {
  const parser: Parser = { lexemes: lex(input), next: 0, depth: 0 }
  const query = parseOr(parser)
  const rest = parser.lexemes[parser.next]
  if (rest !== undefined) throw mistake('There is no “(” for this “)”.', rest.start)
  if (query !== null && asYouType) openLastWord(query, input)
  return query
}

interface Parser {
  lexemes: Lexeme[]
  next: number
  depth: number
}

function parseOr(parser: Parser): QueryNode | null {
  const items: QueryNode[] = []
  for (;;) {
    const item = parseAnd(parser)
    const or = parser.lexemes[parser.next]
    if (item !== null) items.push(...(item.kind === 'or' ? item.items : [item]))
    if (or?.kind !== 'or') break
    const follows = parser.lexemes[parser.next + 1]
    if (item === null || follows === undefined || follows.kind === 'close' || follows.kind === 'or') {
      throw mistake('OR needs something on both sides.', or.start)
    }
    parser.next++
  }
  return combine('or', items)
}

function parseAnd(parser: Parser): QueryNode | null {
  const items: QueryNode[] = []
  for (let lexeme = parser.lexemes[parser.next]; lexeme !== undefined; lexeme = parser.lexemes[parser.next]) {
    if (lexeme.kind === 'or' || lexeme.kind === 'close') break
    const item = lexeme.kind === 'near' ? parseNear(parser, lexeme, items.pop()) : parseItem(parser, lexeme)
    if (item !== null) items.push(...(item.kind === 'and' ? item.items : [item]))
  }
  const firstNot = items.find(({ kind }) => kind === 'not')
  if (firstNot !== undefined && items.every(({ kind }) => kind === 'not')) {
    const asksField = items.every((item) => item.kind === 'not' && item.item.kind === 'field')
    if (!asksField) throw mistake('Say what to find besides what to leave out.', firstNot.start)
  }
  return combine('and', items)
}

function combine(kind: 'and' | 'or', items: QueryNode[]): QueryNode | null {
  const [first] = items
  if (first === undefined || items.length === 1) return first ?? null
  return { kind, items, start: first.start, end: items.at(-1)?.end ?? first.end }
}

function parseNear(
  parser: Parser,
  near: Extract<Lexeme, { kind: 'near' }>,
  left: QueryNode | undefined,
): NearNode {
  const after = parser.lexemes[++parser.next]
  const right = after === undefined ? null : parseItem(parser, after)
  const before = left?.kind === 'near' && left.distance === near.distance ? left.items : [left]
  const items = [...before, right].filter(
    (item): item is WordNode | PhraseNode => item?.kind === 'word' || item?.kind === 'phrase',
  )
  if (left === undefined || right === null || items.length !== before.length + 1) {
    throw mistake('NEAR needs a word or a phrase on both sides.', near.start)
  }
  return { kind: 'near', items, distance: near.distance, start: left.start, end: right.end }
}

function parseItem(parser: Parser, lexeme: Lexeme): QueryNode | null {
  parser.next++
  const { start, end } = lexeme
  switch (lexeme.kind) {
    case 'word':
      return word(lexeme.text, start, end)
    case 'phrase':
      return { kind: 'phrase', text: lexeme.text, start, end }
    case 'regex':
      return regex(lexeme.source, lexeme.ignoreCase, start, end)
    case 'field':
      return parseField(parser, lexeme)
    case 'not':
      return parseNot(parser, lexeme)
    case 'open':
      return parseGroup(parser, lexeme)
    default:
      throw mistake('Nothing to find here.', start)
  }
}

function word(text: string, start: number, end: number): WordNode {
  const stem = text.replace(/\*+$/, '')
  const prefix = stem !== '' && stem !== text
  return { kind: 'word', text: prefix ? stem : text, prefix, start, end }
}

function regex(source: string, ignoreCase: boolean, start: number, end: number): QueryNode {
  try {
    new RegExp(source, 'u')
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /, '') : 'it cannot be read'
    throw mistake(`This pattern is not right: ${reason.toLowerCase()}.`, start)
  }
  return { kind: 'regex', source, ignoreCase, start, end }
}

function parseNot(parser: Parser, not: Lexeme): QueryNode | null {
  const next = parser.lexemes[parser.next]
  if (next === undefined || next.kind === 'or' || next.kind === 'near' || next.kind === 'close') {
    throw mistake('Something has to follow the “-”.', not.start)
  }
  const item = parseItem(parser, next)
  return item === null ? null : { kind: 'not', item, start: not.start, end: item.end }
}

function parseGroup(parser: Parser, open: Lexeme): QueryNode | null {
  if (++parser.depth > deepest) {
    throw mistake(`Parentheses can stand inside each other ${deepest} deep, not more.`, open.start)
  }
  const inner = parseOr(parser)
  parser.depth--
  const close = parser.lexemes[parser.next]
  if (close?.kind !== 'close') throw mistake('This “(” is never closed.', open.start)
  parser.next++
  return inner === null ? null : { ...inner, start: open.start, end: close.end }
}

function parseField(parser: Parser, lexeme: Extract<Lexeme, { kind: 'field' }>): FieldNode {
  const { name, start, end } = lexeme
  const field = queryFields.find((known) => known === name.toLowerCase())
  if (field === undefined) {
    const known = queryFields.map((each) => `${each}:`).join(' ')
    throw mistake(
      `There is no field “${name}:”. There are ${known} Quotation marks search for the words.`,
      start,
    )
  }
  const value = parser.lexemes[parser.next]
  if (value === undefined || value.start !== end || (value.kind !== 'word' && value.kind !== 'phrase')) {
    throw mistake(`“${field}:” needs a value right behind it.`, end)
  }
  parser.next++
  return { kind: 'field', field, value: fieldValue(field, value.text, value.start), start, end: value.end }
}

const closedFields: Partial<Record<QueryField, readonly string[]>> = {
  in: searchedKinds,
  has: hasValues,
  stance: stanceValues,
}

function fieldValue(field: QueryField, text: string, start: number): string {
  const value = text.trim()
  if (value === '') throw mistake(`“${field}:” needs a value.`, start)
  const choices = closedFields[field]
  if (choices !== undefined) {
    const written = value.toLowerCase()
    const choice = choices.find(
      (each) => each === written || each === `${written}s` || `${each}s` === written,
    )
    if (choice === undefined) throw mistake(`“${field}:” can be ${choices.join(', ')}.`, start)
    return choice
  }
  if (field === 'date') parseDateRange(value, start)
  return value
}

/** A day, month or year, as numbers. */
export type PartialDate = number[]

/**
 * The range that `date:` names: `2025`, `2025-05`, `2025-05-23`, `2025-01..2025-06`, `2025..`, `..2024-12-31`. Ends
 * belong to it. Throws `invalid_input` pointing at `position`.
 */
export function parseDateRange(
  value: string,
  position = 0,
): { from: PartialDate | null; to: PartialDate | null } {
  const ends = value.split('..')
  const [first = '', last = first] = ends
  const from = partialDate(first)
  const to = partialDate(last)
  if (ends.length > 2 || from === undefined || to === undefined || (from === null && to === null)) {
    throw mistake('A date is written 2025, 2025-05 or 2025-05-23; a range 2025-01..2025-06.', position)
  }
  return { from, to }
}

/** Null for an open end, undefined for what is no date. */
function partialDate(text: string): PartialDate | null | undefined {
  if (text === '') return null
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text)
  if (match === null) return undefined
  const [year = 0, month, day] = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number)
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  if (day !== undefined && (day < 1 || day > 31)) return undefined
  return [year, month, day].filter((part) => part !== undefined)
}

/** The last word, while it is still being typed, is a beginning: nothing, not even a space, stands behind it. */
function openLastWord(query: QueryNode, input: string): void {
  if (query.kind === 'word') {
    if (query.end === input.length && /[\p{L}\p{N}]/u.test(query.text)) query.prefix = true
  } else if (query.kind === 'and' || query.kind === 'or' || query.kind === 'near') {
    const last = query.items.at(-1)
    if (last !== undefined) openLastWord(last, input)
  } else if (query.kind === 'not') openLastWord(query.item, input)
}
