/** Fields that a query can name. */
export const queryFields = [
  'title',
  'author',
  'publisher',
  'tag',
  'collection',
  'lang',
  'type',
  'date',
  'in',
  'has',
  'stance',
  'relation',
] as const
export type QueryField = (typeof queryFields)[number]

/** Kinds of objects that `in:` names. */
export const searchedKinds = ['sources', 'annotations', 'claims', 'notes'] as const
export type SearchedKind = (typeof searchedKinds)[number]

/** What `has:` asks of a source. */
export const hasValues = ['annotation', 'comment', 'flag', 'tag', 'claim', 'text'] as const

/** What `stance:` asks: how a passage of the source bears on a claim. */
export const stanceValues = ['supports', 'contradicts', 'neutral'] as const

/** Where a piece of a query stands: UTF-16 offsets, half-open. */
export interface Span {
  start: number
  end: number
}

/** A word; with `prefix` the beginning of one. */
export interface WordNode extends Span {
  kind: 'word'
  text: string
  prefix: boolean
}
export interface PhraseNode extends Span {
  kind: 'phrase'
  text: string
}
/** Words or phrases with at most `distance` words between them, in any order. */
export interface NearNode extends Span {
  kind: 'near'
  items: (WordNode | PhraseNode)[]
  distance: number
}
export interface RegexNode extends Span {
  kind: 'regex'
  source: string
  ignoreCase: boolean
}
export interface FieldNode extends Span {
  kind: 'field'
  field: QueryField
  value: string
}
export interface NotNode extends Span {
  kind: 'not'
  item: QueryNode
}
export interface AndNode extends Span {
  kind: 'and'
  items: QueryNode[]
}
export interface OrNode extends Span {
  kind: 'or'
  items: QueryNode[]
}

/** A query as a tree. `and` and `or` have two items at least, and none of their own kind. */
export type QueryNode = WordNode | PhraseNode | NearNode | RegexNode | FieldNode | NotNode | AndNode | OrNode
