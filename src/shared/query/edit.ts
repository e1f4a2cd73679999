import { parseQuery } from './parse.ts'
import { printValue } from './print.ts'
import type { FieldNode, QueryField, QueryNode } from './tree.ts'

/** The filters that a query asks for as a whole: fields beside its words, not those inside an `OR` or behind a `-`. */
export function filtersOf(query: string): { field: QueryField; value: string }[] {
  return topFields(tryParse(query)).map(({ field, value }) => ({ field, value }))
}

/** The query with a filter put in where it was not, and taken out where it was. The rest stays as it was written. */
export function toggleFilter(query: string, field: QueryField, value: string): string {
  const present = topFields(tryParse(query)).filter(
    (node) => node.field === field && isSame(node.value, value),
  )
  if (present.length === 0) return `${query.trimEnd()} ${field}:${printValue(value)}`.trimStart()
  let edited = query
  // From the end, so that the places of those before stay right.
  for (const { start, end } of present.toReversed()) {
    edited = `${edited.slice(0, start).trimEnd()} ${edited.slice(end).trimStart()}`
  }
  return edited.trim()
}

function isSame(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase()
}

function topFields(query: QueryNode | null): FieldNode[] {
  if (query === null) return []
  const items = query.kind === 'and' ? query.items : [query]
  return items.filter((item) => item.kind === 'field')
}

/** A query that is being typed is often none yet. */
function tryParse(query: string): QueryNode | null {
  try {
    return parseQuery(query)
  } catch {
    return null
  }
}
