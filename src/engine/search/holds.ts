import type { QueryNode } from '#shared/query/tree.ts'
import { holdsPhrase } from './marks.ts'
import { type Token, tokenize } from './tokenizer.ts'

/** Whether a text has what a part of a query asks of words, as typed: no other forms, no typos. Fields and patterns are not in any. */
export function holds(tokens: readonly Token[], node: QueryNode): boolean {
  switch (node.kind) {
    case 'word':
      return holdsText(tokens, node.text, node.prefix)
    case 'phrase':
      return holdsText(tokens, node.text, false)
    case 'near':
    case 'and':
      return node.items.every((item) => holds(tokens, item))
    case 'or':
      return node.items.some((item) => holds(tokens, item))
    case 'not':
      return !holds(tokens, node.item)
    default:
      return false
  }
}

function holdsText(tokens: readonly Token[], text: string, prefix: boolean): boolean {
  const terms = tokenize(text).map(({ term }) => term)
  return terms.length > 0 && holdsPhrase(tokens, { terms, prefix })
}
