import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import type { SearchHit } from '#shared/model.ts'
import { wholeNumber } from '../options.ts'
import { type Invocation, onNotebook } from '../run.ts'

export function addSearch(program: Command): void {
  const command = program
    .command('search')
    .description(
      'find blocks by words, "phrases", beginnings*, -exclusions, OR, NEAR/5, /patterns/ and author:fields',
    )
    .argument('<query>', 'the query, or - to read one query a line from standard input')
    .option('--limit <n>', 'how many hits at most', wholeNumber(1, 100_000))
    .option('--exact', 'look for just these words: no other forms, no likely meanings')
    .option('--explain', 'say how the query is understood instead of answering it')
  onNotebook(command, 'read', search)
}

async function search(invocation: Invocation): Promise<number> {
  const [query = ''] = invocation.args
  if (invocation.options.explain === true) return explain(invocation, query)
  if (query === '-') return searchLines(invocation)
  for (const hit of await hitsOf(invocation, query)) print(invocation, hit)
  return 0
}

async function explain({ call, out, options }: Invocation, query: string): Promise<number> {
  const { lines } = await call('search.explain', { query, exact: options.exact === true })
  out.result({ query, lines }, () => lines.join('\n'))
  return 0
}

/** A line that is no query is said so and the next one is answered; then the exit code is 1. */
async function searchLines(invocation: Invocation): Promise<number> {
  let failures = 0
  let line = 0
  for await (const query of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    if (invocation.out.closed) break
    if (query.trim() === '') continue
    try {
      for (const hit of await hitsOf(invocation, query)) print(invocation, hit, line)
    } catch (error) {
      failures++
      invocation.out.fail(error, { query: line })
    }
  }
  return failures > 0 ? 1 : 0
}

async function hitsOf({ call, options }: Invocation, query: string): Promise<SearchHit[]> {
  const limit: number | undefined = options.limit
  return (await call('search.query', { query, limit, exact: options.exact === true })).hits
}

function print({ out }: Invocation, hit: SearchHit, query?: number): void {
  const object = query === undefined ? hit : { query, ...hit }
  out.result(object, () => `${query === undefined ? '' : `${query}  `}${hit.title}\n    ${marked(hit)}\n`)
}

/** The block with its hits in bold on a terminal, in brackets elsewhere. */
function marked({ text, hits }: SearchHit): string {
  const [before, after] = process.stdout.isTTY ? ['\x1b[1m', '\x1b[22m'] : ['[', ']']
  let result = ''
  let position = 0
  for (const [start, end] of hits) {
    result += `${text.slice(position, start)}${before}${text.slice(start, end)}${after}`
    position = end
  }
  return result + text.slice(position)
}
