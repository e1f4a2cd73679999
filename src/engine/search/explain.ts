import { parseQuery } from '#shared/query/parse.ts'
import { printQuery } from '#shared/query/print.ts'
import type { Session } from '../session.ts'
import { type Plan, planQuery } from './plan.ts'

/** How a query is understood, a line a fact. Throws `invalid_input` with the position of a mistake. */
export async function explainQuery(
  { store, keeper }: Session,
  { query: input, exact = false }: { query: string; exact?: boolean | undefined },
): Promise<{ lines: string[] }> {
  const query = parseQuery(input)
  if (query === null) return { lines: ['nothing is asked for'] }
  const plan = planQuery(query, { db: store.db, stems: await keeper.stems() }, exact)
  return { lines: [`query: ${printQuery(query)}`, ...explainPlan(plan)] }
}

function explainPlan({ match, exactMatch, fields, patterns, kinds, expansions }: Plan): string[] {
  const lines: string[] = []
  if (exactMatch !== null) lines.push(`words: ${exactMatch}`)
  for (const { word, what, added } of expansions.flatMap(addedWords))
    lines.push(`${what} of ${word}: ${added}`)
  if (match !== exactMatch) lines.push(`looked for: ${match}`)
  for (const { node, negated } of fields) lines.push(`${negated ? 'not ' : ''}${node.field}: ${node.value}`)
  for (const { node, negated } of patterns) lines.push(`${negated ? 'not ' : ''}pattern: ${node.source}`)
  if (kinds !== null) lines.push(`in: ${kinds.join(', ')}`)
  return lines
}

function addedWords({ term, forms, typos }: Plan['expansions'][number]) {
  const lists = [
    { word: term, what: 'forms', added: forms.join(', ') },
    { word: term, what: 'likely meanings', added: typos.join(', ') },
  ]
  return lists.filter(({ added }) => added !== '')
}
