import type { QueryNode } from './tree.ts'

/** Writes a tree as a query that parses to the same tree again. */
export function printQuery(query: QueryNode | null): string {
  return query === null ? '' : print(query)
}

function print(query: QueryNode): string {
  switch (query.kind) {
    case 'word':
      return query.prefix ? `${query.text}*` : query.text
    case 'phrase':
      return `"${query.text}"`
    case 'near':
      return query.items.map(print).join(` NEAR/${query.distance} `)
    case 'regex':
      return `/${query.source}/${query.ignoreCase ? 'i' : ''}`
    case 'field':
      return `${query.field}:${printValue(query.value)}`
    case 'not':
      return `-${group(query.item, ['and', 'or', 'near', 'not'])}`
    case 'and':
      return query.items.map((item) => group(item, ['or'])).reduce(joinWords)
    case 'or':
      return query.items.map((item) => group(item, [])).join(' OR ')
  }
}

function group(query: QueryNode, kinds: QueryNode['kind'][]): string {
  return kinds.includes(query.kind) ? `(${print(query)})` : print(query)
}

/** Two numbers side by side must not read as the thousands of one. */
function joinWords(before: string, next: string): string {
  return /\d$/.test(before) && /^\d{3}/.test(next) ? `${before} (${next})` : `${before} ${next}`
}

/** Values with spaces or signs of the language stand in quotation marks. */
export function printValue(value: string): string {
  const isPlain = /^[^\s"“”„«»()]+$/u.test(value) && !/^(?:OR|NEAR(?:\/\d+)?)$/.test(value)
  return isPlain ? value : `"${value.replace(/["“”„«»]/gu, ' ').trim()}"`
}
