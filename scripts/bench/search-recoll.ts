import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { number, percentile, table } from './measure.ts'
import type { SearchGround } from './search-notebook.ts'
import type { QueryKind } from './search-queries.ts'

const queriesAKind = 20
/** Recoll takes minutes to index more files than this, and a quarter of an hour for 100,000: only where the index is kept. */
const mostFiles = 20_000

/** Recoll, where it is installed, on the same files and the same queries: its own process a query, less what starting it takes. */
export function benchRecoll(
  { folder, isKept }: { folder: string; isKept: boolean },
  { articles }: SearchGround,
  kinds: readonly QueryKind[],
): void {
  const files = readdirSync(articles, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  )
  if (spawnSync('recollq', ['-h']).error !== undefined || (files.length > mostFiles && !isKept)) {
    console.log(
      `\nRecoll is not installed, or there are more than ${number(mostFiles)} files and no --folder to keep its index in.`,
    )
    return
  }
  const home = join(folder, 'recoll')
  index(home, articles)
  const ask = (query: string) => timed('recollq', ['-c', home, '-n', '20', '-A', query])
  const starts = Array.from({ length: queriesAKind }, () => ask('qqxxqq'))
  const start = percentile(starts, 0.5)
  const rows = kinds
    .filter(({ name }) => ['word', 'AND', 'phrase', 'commonest words'].includes(name))
    .map(({ name, make }) => {
      const times = Array.from({ length: queriesAKind }, () => Math.max(0, ask(make().query) - start))
      return [name, number(percentile(times, 0.5)), number(percentile(times, 0.95))]
    })
  console.log(`\nRecoll, ms, without the ${number(start)} ms that its process takes to start`)
  console.log(table([['', 'p50', 'p95'], ...rows]))
}

/** What making the index took; beside it, since it is made once and searched often. */
interface Made {
  ms: number
  bytes: number
}

function index(home: string, articles: string): void {
  const record = join(home, 'made.json')
  if (!existsSync(record)) writeFileSync(record, JSON.stringify(makeIndex(home, articles)))
  const { ms, bytes } = JSON.parse(readFileSync(record, 'utf8')) as Made
  console.log(`\nRecoll: indexed in ${number(ms)} ms, ${number(bytes / 1e6)} MB`)
}

function makeIndex(home: string, articles: string): Made {
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  writeFileSync(
    join(home, 'recoll.conf'),
    `topdirs = ${articles}\nloglevel = 1\nindexstemminglanguages = english\n`,
  )
  writeFileSync(join(home, 'mimemap'), '.md = text/plain\n')
  const ms = timed('recollindex', ['-c', home])
  const database = join(home, 'xapiandb')
  const bytes = readdirSync(database).reduce((sum, name) => sum + statSync(join(database, name)).size, 0)
  return { ms, bytes }
}

function timed(command: string, args: string[]): number {
  const began = performance.now()
  spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, RECOLL_DATADIR: undefined } })
  return performance.now() - began
}
